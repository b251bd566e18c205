import {Code2} from 'lucide-react';
import {Suspense} from 'react';
import {EmptyState} from '../look';
import {studio, useSession} from '../session';
import {later} from './later';
import {Waiting} from './parameters';

const CodeView = later(() => import('../code').then((module) => module.CodeView));

/** The code of the selected scene, or what a model is writing just now. */
export const Code = () => {
  const written = useSession(({work}) => work?.code ?? '');
  const clip = useSession((session) => session.clip);
  const before = useSession((session) => session.before);
  const findings = useSession((session) => session.findings);
  const selected = useSession((session) => session.selected);
  if (!written && !selected) {
    return (
      <EmptyState icon={<Code2 />} title="No code yet">
        Every scene is one file of React for Remotion. It can be read, changed and taken along here.
      </EmptyState>
    );
  }
  if (!written && clip?.id !== selected) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <CodeView
        key={written ? 'written' : selected}
        code={written || (clip?.code ?? '')}
        before={written ? null : before}
        findings={written ? [] : findings}
        streaming={written !== ''}
        onEdit={studio.editing.write}
        onSave={(code) => void studio.editing.save(code)}
      />
    </Suspense>
  );
};
