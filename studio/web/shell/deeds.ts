import {sceneName} from '../composer';
import {studio} from '../session';
import type {Session, Side, Theme} from '../session';
import {removeScene} from '../strip/removal';
import type {PageDeeds} from './page';

/** Something that can be done, by name or by keys. */
export type Deed = {
  name: string;
  group: 'Scene' | 'Film' | 'View' | 'Projects';
  /** As pressed: `Ctrl Shift Z`; the first is the one that is shown. */
  keys?: string[];
  /** Whether its keys hold in a field: never, where it is empty, or always. */
  whileTyping?: 'empty' | 'always';
  run: () => void;
};

/** Everything that can be done now. */
export const deedsOf = (session: Session, page: PageDeeds): Deed[] => [
  ...sceneDeeds(session),
  ...filmDeeds(session, page),
  ...viewDeeds(session, page),
  ...projectDeeds(session),
];

const sceneDeeds = ({project, selected}: Session): Deed[] => {
  const at = project?.scenes.findIndex(({id}) => id === selected) ?? -1;
  const scene = project?.scenes[at];
  if (!project || !scene) return [];
  const number = at + 1;
  const {operate} = studio.changing;
  return [
    {name: 'Next scene', group: 'Scene', keys: [']'], run: () => studio.choosing.step(1)},
    {name: 'Previous scene', group: 'Scene', keys: ['['], run: () => studio.choosing.step(-1)},
    {
      name: `Duplicate “${sceneName(scene)}”`,
      group: 'Scene',
      keys: ['Ctrl D'],
      run: () => void operate([{op: 'duplicate', scene: number}]),
    },
    {
      name: `Delete “${sceneName(scene)}”`,
      group: 'Scene',
      keys: ['Delete'],
      run: () => removeScene(scene.id),
    },
    ...(['portrait', 'square', 'landscape'] as const)
      .filter((format) => format !== scene.format)
      .map((format): Deed => ({
        name: `Make the film ${format}`,
        group: 'Scene',
        run: () => void operate([{op: 'reformat', format}]),
      })),
  ];
};

const filmDeeds = ({project, standing}: Session, page: PageDeeds): Deed[] => {
  const hasScenes = (project?.scenes.length ?? 0) > 0;
  const {undo, redo} = studio.changing;
  const deeds: (Deed | false)[] = [
    hasScenes && {name: 'Play or pause', group: 'Film', keys: ['Space'], run: page.toggle},
    hasScenes && {name: 'Play all', group: 'Film', keys: ['P'], run: page.playAll},
    hasScenes && {name: 'Full screen', group: 'Film', keys: ['Shift F'], run: page.fullscreen},
    standing.canUndo && {
      name: 'Undo',
      group: 'Film',
      keys: ['Ctrl Z'],
      whileTyping: 'empty',
      run: () => void undo(),
    },
    standing.canRedo && {
      name: 'Redo',
      group: 'Film',
      keys: ['Ctrl Shift Z', 'Ctrl Y'],
      whileTyping: 'empty',
      run: () => void redo(),
    },
  ];
  return deeds.filter((deed) => deed !== false);
};

const SIDES: [Side, string][] = [
  ['parameters', 'Show parameters'],
  ['code', 'Show code'],
  ['why', 'Show why'],
];

const THEMES: [Theme, string][] = [
  ['light', 'Light theme'],
  ['dark', 'Dark theme'],
  ['system', 'Theme of the system'],
];

const allFormats = (page: PageDeeds): Deed => ({
  name: 'All formats side by side',
  group: 'View',
  keys: ['F'],
  run: page.formats,
});

const viewDeeds = ({project, theme}: Session, page: PageDeeds): Deed[] => [
  {
    name: 'Say something',
    group: 'View',
    keys: ['/'],
    run: () => document.getElementById('composer')?.focus(),
  },
  {name: 'Commands', group: 'View', keys: ['Ctrl K'], whileTyping: 'always', run: page.commands},
  {name: 'Templates', group: 'View', keys: ['T'], run: page.gallery},
  ...(project ? [allFormats(page)] : []),
  ...(project
    ? SIDES.map(([side, name], at): Deed => ({
        name,
        group: 'View',
        keys: [`${at + 1}`],
        run: () => studio.choosing.showSide(side),
      }))
    : []),
  ...THEMES.filter(([value]) => value !== theme).map(([value, name]): Deed => ({
    name,
    group: 'View',
    run: () => studio.choosing.setTheme(value),
  })),
  {name: 'Keyboard shortcuts', group: 'View', keys: ['?'], run: page.sheet},
];

const projectDeeds = ({project, projects}: Session): Deed[] => {
  const others = (projects ?? []).filter(({id}) => id !== project?.id);
  return [
    ...(project
      ? [{name: 'New project', group: 'Projects', run: studio.opening.leave} as const]
      : []),
    ...others.map(({id, name}): Deed => ({
      name: `Open “${name}”`,
      group: 'Projects',
      run: () => void studio.opening.open(id),
    })),
    ...(project
      ? [
          {
            name: `Delete the project “${project.name}”`,
            group: 'Projects',
            run: () => void studio.projects.remove(project),
          } as const,
        ]
      : []),
  ];
};
