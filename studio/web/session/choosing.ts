import type {Notices} from './notices';
import type {Opening} from './opening';
import type {Room} from './room';
import type {Session, Side, Theme} from './state';
import type {Turn} from './turn';

export type Choosing = ReturnType<typeof choosingIn>;

const THEME = 'firstframe-theme';

const SINGLE_KEYS = 'firstframe-single-keys';

/** What was chosen in earlier visits. */
export const keptChoices = ({get}: Room['shelf']): Pick<Session, 'theme' | 'hasSingleKeys'> => {
  const theme = get(THEME);
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    hasSingleKeys: get(SINGLE_KEYS) !== 'no',
  };
};

/** What is looked at, and how. */
export const choosingIn = (
  {get, set, shelf}: Room,
  {notices, opening}: {notices: Notices; opening: Opening},
) => {
  const load = () => {
    const {project} = get();
    if (project) opening.loadClip(project.id).catch((error: unknown) => notices.fail(error, load));
  };

  /** Selects a scene and shows it. */
  const select = (id: string) => {
    const {selected} = get();
    set({showing: 'scene', before: null});
    if (id === selected) return;
    set({selected: id, live: null, findings: []});
    load();
  };

  /** Selects the scene before or after the selected one. */
  const step = (by: number) => {
    const {project, selected} = get();
    const at = project?.scenes.findIndex(({id}) => id === selected) ?? -1;
    const next = project?.scenes[at + by];
    if (next) select(next.id);
  };

  const showFilm = () => set({showing: 'film'});

  const showSide = (side: Side) => set({side, isSideOver: true});

  const hideSide = () => set({isSideOver: false});

  /** Shows what a turn changed in a scene's code. */
  const compare = (turn: Turn, scene: string) => {
    select(scene);
    set({side: 'code', isSideOver: true, before: turn.detail?.before[scene] ?? null});
  };

  const setTheme = (theme: Theme) => {
    shelf.set(THEME, theme);
    set({theme});
  };

  const setSingleKeys = (hasSingleKeys: boolean) => {
    shelf.set(SINGLE_KEYS, hasSingleKeys ? 'yes' : 'no');
    set({hasSingleKeys});
  };

  return {select, step, showFilm, showSide, hideSide, compare, setTheme, setSingleKeys};
};
