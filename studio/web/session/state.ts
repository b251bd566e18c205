import type {
  ApiProblem,
  Clip,
  Film,
  Finding,
  Preview,
  Project,
  ProjectSummary,
  Revision,
} from '../api';
import type {Standing, Turn, TurnDetail} from './turn';

/** What is shown in the side panel. */
export type Side = 'parameters' | 'code' | 'why';

export type Theme = 'system' | 'light' | 'dark';

/** A picture that goes with what is said next. */
export type Picture = {
  key: string;
  name: string;
  /** Where the page shows it from. */
  address: string;
  /** Its id once the service has it. */
  id: string | null;
  state: 'sending' | 'ready' | 'failed';
};

/** What would happen to what is typed. */
export type Draft = {prompt: string; preview: Preview; at: number};

/** What is told in passing. */
export type Notice = {
  key: string;
  tone: 'good' | 'wrong';
  text: string;
  detail?: string;
  action?: {label: string; run: () => void};
};

/** A model at work on what was said. */
export type Work = {
  turn: string;
  stage: string | null;
  code: string;
  preview: Clip['playable'] | null;
};

export type Session = {
  projects: ProjectSummary[] | null;
  opened: 'none' | 'loading' | 'open' | 'missing' | 'failed';
  project: Project | null;
  history: Revision[];
  standing: Standing;
  details: ReadonlyMap<number, TurnDetail>;
  /** What was said in this visit and has no revision, or not yet. */
  unwritten: Turn[];

  film: Film | null;
  /** The selected scene by its id. */
  selected: string | null;
  clip: Clip | null;
  /** Whether all of the film is on the stage, or the selected scene alone. */
  showing: 'scene' | 'film';
  /** The selected scene as it would be while a parameter is being moved. */
  live: Clip | null;
  /** Code to compare the selected scene's with. */
  before: string | null;
  /** What is wrong with the code that is being written. */
  findings: Finding[];
  side: Side;
  /** Whether the side panel lies over the rest, where there is no room beside it. */
  isSideOver: boolean;

  prompt: string;
  pictures: Picture[];
  draft: Draft | null;
  /** Why what is typed cannot be read, such as that it is too long. */
  draftProblem: ApiProblem | null;
  recalled: string[];
  work: Work | null;

  notices: Notice[];
  theme: Theme;
  /** Whether keys without Ctrl do something: who dictates would set them off. */
  hasSingleKeys: boolean;
  /** Whether the service answers. */
  reached: boolean;
  tokenAsked: {wasWrong: boolean; answer: (token: string | null) => void} | null;
};

/** What the session is where no project is open. */
export const nothingOpen = () =>
  ({
    opened: 'none',
    project: null,
    history: [],
    standing: {node: 0, canUndo: false, canRedo: false, inEffect: new Set()},
    details: new Map(),
    unwritten: [],
    film: null,
    selected: null,
    clip: null,
    showing: 'scene',
    live: null,
    before: null,
    findings: [],
    draft: null,
    draftProblem: null,
    work: null,
  }) satisfies Partial<Session>;

/** The session at first. */
export const beginning = (kept: Pick<Session, 'theme' | 'hasSingleKeys'>): Session => ({
  ...nothingOpen(),
  projects: null,
  side: 'parameters',
  isSideOver: false,
  prompt: '',
  pictures: [],
  recalled: [],
  notices: [],
  ...kept,
  reached: true,
  tokenAsked: null,
});
