import {ClipboardPaste, Copy} from 'lucide-react';
import {useRef, useState} from 'react';
import type {CSSProperties} from 'react';
import {Button, IconButton} from '../look';
import {Cell} from './cell';
import type {CellProps} from './cell';
import {writeRows} from './delimited';
import type {Rows} from './delimited';
import type {EditorProps} from './editing';
import {isIn} from './range';
import type {Place} from './range';
import {usePasting, useRows, useWalking} from './sheet-editing';
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
 * A table that is written in and pasted into like a spreadsheet's. Arrows and Enter go from cell to cell, with Alt they move the row, with
 * Shift they choose several cells; Ctrl with Backspace takes a row away, and what is pasted into the first cell takes the place of all.
 */
export const Sheet = <Value,>({
  kind,
  headings,
  samples,
  onHeadings,
  ...props
}: SheetProps<Value>) => {
  const grid = useRef<HTMLDivElement>(null);
  const editing = useRows(props, kind);
  const {said, paste} = usePasting(editing, onHeadings);
  const {range, keys, enter, reach, copied} = useWalking(grid, editing);
  const {rows} = editing;
  const hint = (row: SheetRow, column: number) =>
    rows.length === 1 ? samples[0]?.[column] : kind.lacks?.(row.cells, column);
  const cell = (row: SheetRow, place: Place): CellProps => ({
    id: place[0] === 0 && place[1] === 0 ? props.id : undefined,
    label: `${headings[place[1]] ?? ''}, row ${place[0] + 1}`,
    value: row.cells[place[1]] ?? '',
    placeholder: hint(row, place[1]),
    chosen: isIn(range, place),
    onChange: (text) => editing.write(place, text, false),
    onCommit: (text) => editing.write(place, text, true),
    onKeys: (event) => keys(event, place),
    onEnter: () => enter(place),
    onReach: () => reach(place),
    onCopy: copied,
    onPaste: (text) => paste(text, place),
  });
  return (
    <div className="sheet" role="group" aria-label={props.control.label}>
      <div ref={grid} className="sheet-grid" style={{'--columns': kind.columns} as CSSProperties}>
        <SheetHead headings={headings} />
        <Sorting keys={rows.map(({key}) => key)} onMove={editing.move}>
          {rows.map((row, at) => (
            <Entry
              key={row.key}
              item={row.key}
              place={at}
              passed
              onRemove={() => editing.remove(at)}
            >
              {row.cells.map((_, column) => (
                <Cell key={column} {...cell(row, [at, column])} />
              ))}
            </Entry>
          ))}
        </Sorting>
      </div>
      <SheetFoot rows={rows} onPaste={(text) => paste(text, [0, 0])} said={said} />
    </div>
  );
};

const SheetHead = ({headings}: {headings: readonly string[]}) => (
  <div className="sheet-head" aria-hidden>
    {headings.map((heading, at) => (
      <span key={at}>{heading}</span>
    ))}
  </div>
);

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
