import {CircleHelp, CornerDownLeft, Pencil, Plus, Sparkles, TriangleAlert} from 'lucide-react';
import type {ReactNode} from 'react';
import type {Preview} from '../api';
import {Keys} from '../look';
import {studio, useSession} from '../session';
import type {Draft} from '../session';
import {nameOf} from './template-name';

/** Says while one types what will come of it. */
export const Hint = () => {
  const draft = useSession((session) => session.draft);
  const problem = useSession((session) => session.draftProblem);
  const prompt = useSession((session) => session.prompt);
  const work = useSession((session) => session.work);
  return (
    <div className="composer-hint" id="composer-hint" role="status">
      {hintOf()}
    </div>
  );

  function hintOf(): ReactNode {
    if (work)
      return (
        <Said icon={<Sparkles />}>
          {work.stage ? (STAGES[work.stage] ?? 'Working') : 'Reading'}
        </Said>
      );
    if (problem)
      return (
        <Said icon={<TriangleAlert />} tone="wrong">
          {problem.detail}
        </Said>
      );
    if (draft && prompt.trim()) return <Outcome draft={draft} />;
    return prompt ? null : (
      <span className="composer-idle">
        <Keys of="Enter" /> to send, <Keys of="Shift Enter" /> for a new line
      </span>
    );
  }
};

const STAGES: Record<string, string> = {
  read: 'Reading',
  route: 'Choosing',
  render: 'Drawing',
  change: 'Changing',
  fill: 'Filling in',
  choose: 'Choosing',
  brain: 'Thinking',
  vision: 'Looking at the pictures',
  layout: 'Laying out',
  code: 'Writing',
  edit: 'Editing',
  mend: 'Checking',
};

const Outcome = ({draft}: {draft: Draft}) => {
  const {question, needsModels, clips, told} = draft.preview;
  if (question) return <Said icon={<CircleHelp />}>{question}</Said>;
  if (clips.length > 1) return <Several draft={draft} />;
  if (told.length > 0) return <Said icon={<Pencil />}>{toldOf(draft.preview)}</Said>;
  const [clip] = clips;
  if (clip) {
    const seconds = clip.playable.meta.durationInFrames / clip.playable.meta.fps;
    const sample = draft.preview.scenes?.[0]?.notes.find(({kind}) => kind === 'sample');
    return (
      <Said icon={<Plus />} tone="good">
        {nameOf(clip.template ?? clip.name)}{' '}
        <span className="composer-length">{lengthOf(seconds)}</span>
        {sample && (
          <span className="composer-length"> · sample {sample.param?.replaceAll('_', ' ')}</span>
        )}
      </Said>
    );
  }
  if (needsModels) {
    return (
      <Said icon={<Sparkles />} tone="model">
        Needs a model
      </Said>
    );
  }
  return <Said icon={<CornerDownLeft />}>Nothing to show</Said>;
};

const Several = ({draft}: {draft: Draft}) => (
  <span className="composer-several">
    {draft.preview.clips.map((clip, at) => (
      <button
        key={`${clip.number} ${clip.name}`}
        type="button"
        className="composer-choice"
        aria-pressed={at === draft.at}
        onClick={() => studio.drafting.look(at)}
      >
        {nameOf(clip.template ?? clip.name)}
      </button>
    ))}
  </span>
);

const toldOf = ({told}: Preview): string => {
  const [first, ...more] = told;
  const text = (first?.text ?? '').replaceAll('`', '');
  return more.length > 0 ? `${text} and ${more.length} more` : text;
};

const lengthOf = (seconds: number): string => `${Number(seconds.toFixed(1))} s`;

type SaidProps = {icon: ReactNode; tone?: 'good' | 'model' | 'wrong'; children: ReactNode};

const Said = ({icon, tone, children}: SaidProps) => (
  <span className="composer-said" data-tone={tone}>
    {icon}
    <span className="composer-said-text">{children}</span>
  </span>
);
