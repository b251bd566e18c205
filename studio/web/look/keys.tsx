import './keys.css';

const IS_APPLE = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const SIGNS: Record<string, string> = IS_APPLE
  ? {Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵'}
  : {Enter: '↵'};

/** Keys as they stand on this machine's keyboard, given as `Ctrl Shift Z`. */
export const Keys = ({of}: {of: string}) => (
  <span className="keys">
    {of.split(' ').map((key) => (
      <kbd key={key}>{SIGNS[key] ?? key}</kbd>
    ))}
  </span>
);
