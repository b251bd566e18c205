import {Lightbulb} from 'lucide-react';
import {Suspense, useEffect, useMemo, useState} from 'react';
import {useShallow} from 'zustand/react/shallow';
import {EmptyState} from '../look';
import {saidAbout, studio, useSession} from '../session';
import type {Turn} from '../session';
import {later} from './later';
import {Waiting} from './parameters';

const Why = later(() => import('../why').then((module) => module.Why));

/** Why the selected scene came to be as it is. */
export const Reasons = () => {
  const known = useSession(
    useShallow(({history, details, unwritten, selected}) => ({
      history,
      details,
      unwritten,
      selected,
    })),
  );
  const turn = useMemo(() => saidAbout(known), [known]);
  if (!turn?.said) {
    return (
      <EmptyState icon={<Lightbulb />} title="Nothing to explain yet">
        Say what you want to see, and this says which of your words chose what.
      </EmptyState>
    );
  }
  return <About key={turn.id} turn={turn} prompt={turn.said} />;
};

const About = ({turn, prompt}: {turn: Turn; prompt: string}) => {
  const explained = useExplanation(prompt);
  const decision = turn.detail?.decision ?? explained?.decision;
  if (!decision) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <Why
        prompt={prompt}
        decision={decision}
        stages={turn.detail?.stages ?? explained?.stages ?? {}}
        calls={turn.detail?.calls ?? null}
        explanation={explained?.explanation ?? null}
      />
    </Suspense>
  );
};

type Explained = Awaited<ReturnType<typeof studio.explaining.explain>>;

const useExplanation = (prompt: string): Explained | null => {
  const [explained, setExplained] = useState<Explained | null>(null);
  useEffect(() => {
    let isWanted = true;
    studio.explaining.explain(prompt).then(
      (told) => isWanted && setExplained(told),
      (error: unknown) => studio.notices.fail(error),
    );
    return () => {
      isWanted = false;
    };
  }, [prompt]);
  return explained;
};
