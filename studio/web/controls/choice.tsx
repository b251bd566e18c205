import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronDown,
  RectangleHorizontal,
  RectangleVertical,
  Square,
} from 'lucide-react';
import {RadioGroup, Switch} from 'radix-ui';
import type {ReactNode} from 'react';
import {Menu, MenuChoices, Tooltip} from '../look';
import type {EditorProps} from './editing';
import './choice.css';
import './field.css';

/** One of some names: a switch for two that say yes and no, buttons beside each other for a few, else a list. */
export const Choice = (props: EditorProps<string>) => {
  const choices = props.control.choices ?? [];
  if (choices.length === 2 && choices.every((choice) => choice in SWITCHED)) {
    return <OnOff {...props} />;
  }
  const letters = choices.join('').length;
  const few =
    choices.length <= 4 && (letters <= 24 || choices.every((choice) => iconOf(props, choice)));
  return few ? <Segments {...props} /> : <List {...props} />;
};

const SWITCHED: Record<string, boolean> = {
  on: true,
  yes: true,
  true: true,
  show: true,
  off: false,
  no: false,
  false: false,
  hide: false,
};

const OnOff = ({control, id, value, onCommit}: EditorProps<string>) => {
  const on = SWITCHED[value ?? `${control.default}`] ?? false;
  const named = (wanted: boolean) =>
    control.choices?.find((choice) => SWITCHED[choice] === wanted) ?? null;
  return (
    <Switch.Root
      id={id}
      className="control-switch"
      checked={on}
      onCheckedChange={(now) => onCommit(named(now))}
    >
      <Switch.Thumb className="control-switch-thumb" />
    </Switch.Root>
  );
};

const Segments = (props: EditorProps<string>) => {
  const {control, id, value, onCommit} = props;
  const chosen = value ?? asText(control.default);
  return (
    <RadioGroup.Root
      id={id}
      className="control-segments"
      orientation="horizontal"
      aria-label={control.label}
      value={chosen}
      onValueChange={onCommit}
    >
      {(control.choices ?? []).map((choice) => {
        const icon = iconOf(props, choice);
        const item = (
          <RadioGroup.Item
            key={choice}
            className="control-segment"
            data-choice={choice}
            data-param={control.name}
            value={choice}
            aria-label={icon ? spokenChoice(choice) : undefined}
          >
            {icon ?? faceOf(control.name, choice)}
          </RadioGroup.Item>
        );
        return icon ? (
          <Tooltip key={choice} text={spokenChoice(choice)}>
            {item}
          </Tooltip>
        ) : (
          item
        );
      })}
    </RadioGroup.Root>
  );
};

const List = ({control, id, value, onCommit}: EditorProps<string>) => {
  const chosen = value ?? asText(control.default);
  const shown = chosen ? spokenChoice(chosen) : 'auto';
  const choices = (control.choices ?? []).map((choice) => ({
    value: choice,
    label: spokenChoice(choice),
  }));
  const trigger = (
    <button
      type="button"
      id={id}
      className="control-select"
      aria-label={`${control.label}: ${shown}`}
    >
      <span>{shown}</span>
      <ChevronDown />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuChoices choices={choices} value={chosen} onChange={onCommit} />
    </Menu>
  );
};

const ICONS: Record<string, Record<string, ReactNode>> = {
  align: {left: <AlignLeft />, center: <AlignCenter />, right: <AlignRight />},
  direction: {left: <ArrowLeft />, right: <ArrowRight />, top: <ArrowUp />, bottom: <ArrowDown />},
  format: {landscape: <RectangleHorizontal />, portrait: <RectangleVertical />, square: <Square />},
};

const iconOf = ({control}: EditorProps<string>, choice: string) => ICONS[control.name]?.[choice];

/** Letter cases are written as they make letters look. */
const faceOf = (param: string, choice: string) => {
  const faces: Record<string, string> = {
    'as-typed': 'Typed',
    upper: 'AA',
    lower: 'aa',
    title: 'Aa',
  };
  return param === 'case' ? (faces[choice] ?? choice) : spokenChoice(choice);
};

/** A choice as people read it: `Top left`. */
export const spokenChoice = (choice: string): string =>
  choice.charAt(0).toUpperCase() + choice.slice(1).replaceAll('-', ' ');

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
