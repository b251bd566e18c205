import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Check,
  ChevronDown,
  RectangleHorizontal,
  RectangleVertical,
  Square,
} from 'lucide-react';
import {RadioGroup, Select, Switch} from 'radix-ui';
import type {ReactNode} from 'react';
import {Tooltip} from '../look';
import type {EditorProps} from './editing';

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

const List = ({control, id, value, onCommit}: EditorProps<string>) => (
  <Select.Root value={value ?? asText(control.default)} onValueChange={onCommit}>
    <Select.Trigger id={id} className="control-select">
      <Select.Value placeholder="auto" />
      <Select.Icon asChild>
        <ChevronDown />
      </Select.Icon>
    </Select.Trigger>
    <Select.Portal>
      <Select.Content
        className="menu control-choices"
        position="popper"
        sideOffset={4}
        collisionPadding={8}
      >
        <Select.Viewport>
          {(control.choices ?? []).map((choice) => (
            <Select.Item key={choice} className="menu-item" value={choice}>
              <Select.ItemText>{spokenChoice(choice)}</Select.ItemText>
              <Select.ItemIndicator className="menu-icon control-chosen">
                <Check />
              </Select.ItemIndicator>
            </Select.Item>
          ))}
        </Select.Viewport>
      </Select.Content>
    </Select.Portal>
  </Select.Root>
);

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
