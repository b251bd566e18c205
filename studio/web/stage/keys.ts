import type {Projector} from './projector';

/** What has keys of its own. */
const TAKEN =
  'input:not([type=range]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=tablist], [role=radiogroup], [role=slider], [role=option]';

/** What a press of the space bar is for. */
const PRESSABLE = 'button, a[href], summary, [role=button], [role=switch], [role=checkbox]';

type Deed = (projector: Projector, step: number) => void;

const frameOf = (projector: Projector): number => projector.store.getState().frame;

const second = (projector: Projector): number =>
  projector.store.getState().playable?.meta.fps ?? 30;

/** Keys that hold wherever nothing else has them. */
const EVERYWHERE: Record<string, Deed> = {
  ' ': (projector) => projector.toggle(),
  ArrowLeft: (projector, step) => projector.seek(frameOf(projector) - step),
  ArrowRight: (projector, step) => projector.seek(frameOf(projector) + step),
  Home: (projector) => projector.seek(0),
  End: (projector) => projector.seek(Infinity),
};

/** Letters hold only while the focus is in the stage, since who dictates text would set them off anywhere else. */
const INSIDE: Record<string, Deed> = {
  j: (projector) => projector.seek(frameOf(projector) - second(projector)),
  k: (projector) => projector.toggle(),
  l: (projector) => projector.seek(frameOf(projector) + second(projector)),
};

/** Does what a key is for, unless it is for something else. */
export const pressed = (
  event: KeyboardEvent,
  stage: HTMLElement | null,
  projector: Projector,
  onFullscreen: () => void,
): void => {
  const {key, target, defaultPrevented, ctrlKey, metaKey, altKey, shiftKey} = event;
  const taken = target instanceof Element && target.closest(TAKEN) !== null;
  if (defaultPrevented || ctrlKey || metaKey || altKey || taken || stage === null) {
    return;
  }
  if (projector.store.getState().playable === null) {
    return;
  }
  const inside = target instanceof Node && stage.contains(target);
  if (key === ' ' && target instanceof Element && target.closest(PRESSABLE) !== null) {
    return;
  }
  if (!inside && target !== document.body) {
    return;
  }
  const deed = EVERYWHERE[key] ?? (inside ? INSIDE[key] : undefined);
  if (deed !== undefined) {
    event.preventDefault();
    deed(projector, shiftKey ? 10 : 1);
  } else if (inside && key === 'f') {
    event.preventDefault();
    onFullscreen();
  }
};
