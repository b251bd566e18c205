import {RadioGroup} from 'radix-ui';
import {Tooltip} from '../look';
import {spokenChoice} from './choice';
import type {EditorProps} from './editing';
import {THEMES} from './paint';
import './choice.css';

/** The themes, each as a small frame in its colours. */
export const Theme = ({control, id, value, onCommit}: EditorProps<string>) => (
  <RadioGroup.Root
    id={id}
    className="control-themes"
    aria-label={control.label}
    value={value ?? (typeof control.default === 'string' ? control.default : '')}
    onValueChange={onCommit}
  >
    {(control.choices ?? Object.keys(THEMES)).map((theme) => (
      <Tooltip key={theme} text={spokenChoice(theme)}>
        <RadioGroup.Item className="control-theme" value={theme} aria-label={spokenChoice(theme)}>
          <Swatch theme={theme} />
        </RadioGroup.Item>
      </Tooltip>
    ))}
  </RadioGroup.Root>
);

const Swatch = ({theme}: {theme: string}) => {
  const colours = THEMES[theme];
  return (
    <svg viewBox="0 0 48 27" aria-hidden>
      <rect width="48" height="27" fill={colours?.background} />
      <rect x="6" y="7" width="22" height="4" rx="1" fill={colours?.text} />
      <rect x="6" y="14" width="14" height="6" rx="3" fill={colours?.accent} />
      <circle cx="37" cy="17" r="4" fill={colours?.accent2} />
    </svg>
  );
};
