import {ClipboardPaste, Copy} from 'lucide-react';
import {useRef, useState} from 'react';
import {flushSync} from 'react-dom';
import type {CSSProperties, KeyboardEvent} from 'react';
import {Button, IconButton} from '../look';
import {Cell, wayOf} from './cell';
import {isTable, writeRows} from './delimited';
import type {Rows} from './delimited';
import {useDraft} from './draft';
import type {EditorProps} from './editing';
import {cellsIn, clearedIn, extended, isIn, lengthens} from './range';
import type {Place, Range} from './range';
import {readPasted} from './series';
import {freshRows, laidOver, toldOf, withTail} from './sheet-rows';
import type {SheetKind, SheetRow} from './sheet-rows';
import {Entry, Sorting} from './sorting';
import './sheet.css';

export type SheetProps<Value> = EditorProps<Value> & {
  kind: SheetKind<Value>;
  /** The names of the columns. */
  headings: readonly string[];
  /** What rows look like, where there are none. */
  samples: Rows;
  /** Takes the names of columns that were pasted. */
  onHeadings?: (names: string[]) => void;
};

/**
 * A table that is written in and pasted into like a spreadsheet's: arrows and Enter go from cell to cell, an empty row waits at the end, Alt
 * with arrows moves a row, Ctrl with Backspace takes it away, Shift with arrows chooses several cells, and what is pasted into the first cell takes the place of everything.
 */
export const Sheet = <Value,>(props: SheetProps<Value>) => {
  const {control, id, headings, kind, samples} = props;
  const sheet = useSheet(props);
  const {rows, grid} = sheet;
  return (
    <div className="sheet" role="group" aria-label={control.label}>
      <div ref={grid} className="sheet-grid" style={{'--columns': kind.columns} as CSSProperties}>
        <div className="sheet-head" aria-hidden>
          {headings.map((heading, at) => (
            <span key={at}>{heading}</span>
          ))}
        </div>
        <Sorting keys={rows.map(({key}) => key)} onMove={sheet.move}>
          {rows.map((row, at) => (
            <Entry key={row.key} item={row.key} place={at} passed onRemove={() => sheet.remove(at)}>
              {row.cells.map((cell, place) => (
                <Cell
                  key={place}
                  id={at === 0 && place === 0 ? id : undefined}
                  label={`${headings[place] ?? ''}, row ${at + 1}`}
                  value={cell}
                  placeholder={
                    rows.length === 1 ? samples[0]?.[place] : kind.lacks?.(row.cells, place)
                  }
                  onChange={(text) => sheet.write(props.onChange, at, place, text)}
                  onCommit={(text) => sheet.write(props.onCommit, at, place, text)}
                  chosen={isIn(sheet.range, [at, place])}
                  onReach={() => sheet.reach([at, place])}
                  onCopy={sheet.copied}
                  onEnter={() => sheet.enter([at, place])}
                  onKeys={(event) => sheet.keys(event, at, place)}
                  onPaste={(text) => sheet.paste(text, at, place)}
                />
              ))}
            </Entry>
          ))}
        </Sorting>
      </div>
      <SheetFoot rows={rows} onPaste={(text) => sheet.paste(text, 0, 0)} said={sheet.said} />
    </div>
  );
};

const useSheet = <Value,>({
  control,
  value,
  kind,
  onChange,
  onCommit,
  onHeadings,
}: SheetProps<Value>) => {
  const {columns} = kind;
  const [rows, setRows] = useDraft(value, kind);
  const [said, say] = useState('');
  const [range, setRange] = useState<Range | null>(null);
  const at = useRef<Place>([0, 0]);
  const grid = useRef<HTMLDivElement>(null);
  const [, most] = control.range ?? [0, 200];
  const set = (tell: typeof onChange, next: readonly SheetRow[]) => {
    const tailed = withTail(next, columns, most);
    flushSync(() => {
      setRows(tailed);
      tell(kind.write(tailed));
    });
  };
  const write = (tell: typeof onChange, at: number, column: number, text: string) =>
    set(
      tell,
      rows.map((row, place) =>
        place === at ? {...row, cells: row.cells.with(column, text)} : row,
      ),
    );
  const move = (from: number, to: number) => {
    const row = rows[from];
    if (row && to >= 0 && to < rows.length)
      set(onCommit, rows.toSpliced(from, 1).toSpliced(to, 0, row));
  };
  const go = (row: number, column: number) => {
    const cells = grid.current?.querySelectorAll<HTMLInputElement>('.sheet-cell');
    if (row >= 0 && column >= 0 && column < columns) cells?.[row * columns + column]?.focus();
  };
  const paste = (text: string, row: number, column: number) => {
    const pasted = readPasted(text, columns, navigator.language);
    if (!isTable(text) || pasted.rows.length === 0) return false;
    const all = row === 0 && column === 0;
    if (all && pasted.header?.length === columns) onHeadings?.(pasted.header);
    set(
      onCommit,
      all ? freshRows(pasted.rows, columns) : laidOver(rows, pasted.rows, [row, column], columns),
    );
    say(toldOf(pasted, most));
    return true;
  };
  const remove = (at: number) => set(onCommit, rows.toSpliced(at, 1));
  const keys = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = event.altKey ? {ArrowUp: -1, ArrowDown: 1}[event.key] : undefined;
    if (lengthens(event)) {
      event.preventDefault();
      const begun = range ?? {from: [row, column], to: [row, column]};
      return setRange(extended(begun, event.key, {rows: rows.length, columns}));
    }
    if (range && ['Backspace', 'Delete'].includes(event.key)) {
      event.preventDefault();
      return set(onCommit, clearedIn(rows, range));
    }
    if (event.key === 'Backspace' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      remove(row);
      return go(row, column);
    }
    const way = event.nativeEvent.isComposing ? null : wayOf(event, event.currentTarget);
    if (step === undefined && !way) return;
    event.preventDefault();
    if (step !== undefined) move(row, row + step);
    go(row + (step ?? way?.[0] ?? 0), column + (way?.[1] ?? 0));
  };
  const copied = () => (range ? writeRows(cellsIn(rows, range)) : null);
  const reach = (to: Place) => setRange({from: range?.from ?? at.current, to});
  const enter = (place: Place) => {
    at.current = place;
    setRange(null);
  };
  return {rows, grid, said, range, write, move, paste, keys, remove, copied, reach, enter};
};

type SheetFootProps = {rows: SheetRow[]; said: string; onPaste: (text: string) => boolean};

const SheetFoot = ({rows, said, onPaste}: SheetFootProps) => {
  const [note, setNote] = useState('');
  const paste = async () => {
    const text = await navigator.clipboard.readText().catch(() => null);
    if (text === null) setNote('Press Ctrl V in the first cell');
    else setNote(onPaste(text) ? '' : 'There is no table on the clipboard');
  };
  const copy = async () => {
    const full = rows.map(({cells}) => cells).filter((cells) => cells.some(Boolean));
    await navigator.clipboard.writeText(writeRows(full));
    setNote('Copied');
  };
  return (
    <div className="sheet-foot">
      <Button size="small" weight="quiet" onClick={paste}>
        <ClipboardPaste />
        Paste a table
      </Button>
      <span className="sheet-said" role="status">
        {note || said}
      </span>
      <IconButton label="Copy as a table" size="small" disabled={rows.length < 2} onClick={copy}>
        <Copy />
      </IconButton>
    </div>
  );
};
