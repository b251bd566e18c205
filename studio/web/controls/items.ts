import {readRows} from './delimited';
import type {Drafting} from './draft';

/** An item of a list, which keeps its key when it is moved or changed. */
export type Item = {key: number; text: string};

let keys = 0;

/** A new item. */
export const newItem = (text = ''): Item => ({key: (keys += 1), text});

/** The items of a list: there is always one to write in, and empty ones do not count. */
export const ITEMS: Drafting<Item[], string[]> = {
  read: (value, before) => {
    const texts = value?.length ? value : [''];
    return texts.map((text, at) => {
      const kept = before?.find((item) => item.text === text) ?? before?.[at];
      const taken = kept && texts.indexOf(text) === at ? kept.key : newItem().key;
      return {key: taken, text};
    });
  },
  write: (items) => {
    const texts = items.map(({text}) => text).filter((text) => text.trim() !== '');
    return texts.length > 0 ? texts : null;
  },
};

/** The items of a text: its lines without bullets and numbers; of a table, its rows with ` | ` between cells. */
export const itemsOf = (text: string): string[] => {
  const rows = text.includes('\t') ? readRows(text) : text.split(/[\r\n]+/).map((line) => [line]);
  const lines = rows.map((cells) => cells.join(' | ').replace(/^\s*([-*•–]|\d+[.)])\s+/, ''));
  return lines.map((line) => line.trim()).filter(Boolean);
};
