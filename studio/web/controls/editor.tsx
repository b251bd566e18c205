import type {Control} from '../api';
import {Choice} from './choice';
import {Colour} from './colour';
import {Easing} from './easing';
import type {EditorProps} from './editing';
import {Font} from './font';
import {GroundColour} from './ground';
import {TextList} from './list';
import {Picture} from './picture';
import type {Upload} from './picture';
import {Place} from './place';
import type {SeriesPoint} from './series';
import {Sheet} from './sheet';
import {SERIES, cellsOf, linesOf} from './sheet-rows';
import {Amount} from './slider';
import {Theme} from './theme';
import {titleOf} from './value';
import {Words} from './words';

/** What editors have to know of the rest of the scene. */
export type Surroundings = {
  theme: string;
  /** The names of the columns of its table, if it has one. */
  headings: string[];
  onHeadings: (names: string[]) => void;
  onUpload?: Upload;
};

/** What a parameter is set with: what its type, its name and its value call for. */
export const Editor = ({around, ...props}: EditorProps<unknown> & {around: Surroundings}) => {
  const {control, value} = props;
  const words = {...props, value: typeof value === 'string' ? value : null};
  const number = {...props, value: typeof value === 'number' ? value : null};
  switch (control.type) {
    case 'series':
      return <SeriesSheet {...props} value={isSeries(value) ? value : null} />;
    case 'list':
      return <Several {...props} value={isTexts(value) ? value : null} around={around} />;
    case 'number':
      return control.name === 'variant' ? <Variant {...number} /> : <Amount {...number} />;
    case 'percent':
    case 'seconds':
    case 'factor':
      return <Amount {...number} />;
    case 'colour':
      return <Colour {...words} theme={around.theme} />;
    case 'ground':
      return <GroundColour {...words} theme={around.theme} />;
    case 'image':
      return <Picture {...words} onUpload={around.onUpload} />;
    case 'choice':
      return <Named {...words} />;
    case 'easing':
      return <Easing {...words} />;
    default:
      if (control.name === 'font') return <Font {...words} theme={around.theme} />;
      return <Words {...words} lines={control.type === 'prose'} />;
  }
};

/** Whether an editor wants the whole width, with its label above it. */
export const isWide = ({type, name}: Control): boolean =>
  ['text', 'prose', 'list', 'series', 'image'].includes(type) ? name !== 'font' : name === 'theme';

/** The looks of a template, by number where they are few. */
const Variant = (props: EditorProps<number>) => {
  const {control, value, onCommit} = props;
  const [first, last] = control.range ?? [1, 99];
  if (last - first > 5) return <Amount {...props} />;
  const choices = Array.from({length: last - first + 1}, (_, at) => `${first + at}`);
  return (
    <Choice
      {...props}
      control={{...control, choices, default: `${control.default ?? first}`}}
      value={value === null ? null : `${value}`}
      onCommit={(chosen) => onCommit(chosen === null ? null : Number(chosen))}
      onChange={() => undefined}
    />
  );
};

const Named = (props: EditorProps<string>) => {
  if (props.control.name === 'theme') return <Theme {...props} />;
  return props.control.choices?.includes('top-left') ? <Place {...props} /> : <Choice {...props} />;
};

const SeriesSheet = (props: EditorProps<SeriesPoint[]>) => {
  const samples = isSeries(props.control.sample) ? props.control.sample : [];
  return (
    <Sheet
      {...props}
      kind={SERIES}
      headings={['Label', 'Value']}
      samples={samples.map(({label, value}) => [label, `${value}`])}
    />
  );
};

/** Texts are a table where they have bars between cells. */
const Several = ({around, ...props}: EditorProps<string[]> & {around: Surroundings}) => {
  const samples = isTexts(props.control.sample) ? props.control.sample : [];
  const lines = props.value ?? samples;
  const width = Math.max(1, ...lines.map((line) => cellsOf(line).length));
  const isTable = lines.some((line) => line.includes(' | ')) || props.control.name === 'rows';
  if (!isTable) {
    const pictures = isPictures(props.control, lines);
    return <TextList {...props} pictures={pictures} onUpload={around.onUpload} />;
  }
  const columns = Math.max(width, around.headings.length);
  const headings = Array.from(
    {length: columns},
    (_, at) => around.headings[at] ?? `Column ${at + 1}`,
  );
  return (
    <Sheet
      key={columns}
      {...props}
      kind={linesOf(columns)}
      headings={headings.map((label) => titleOf({label}))}
      samples={samples.map(cellsOf)}
      onHeadings={around.onHeadings}
    />
  );
};

/** Addresses of pictures, by what they are called or by how they end. */
const isPictures = ({name}: Control, lines: readonly string[]) =>
  /^(images|photos|pictures)$/.test(name) ||
  (lines.length > 0 &&
    lines.every((line) => /^(https?:|\/)\S+\.(jpe?g|png|webp|gif|svg|avif)$/i.test(line)));

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isSeries = (value: unknown): value is SeriesPoint[] =>
  Array.isArray(value) &&
  value.every((point) => typeof point === 'object' && point !== null && 'value' in point);
