/** What has to be done to a text so that it is another: one piece of it is replaced. */
export type Replacement = {from: number; to: number; insert: string};

/** The smallest single replacement that makes one text of another; null where they are the same. */
export const replacementOf = (before: string, after: string): Replacement | null => {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {from: start, to: before.length - end, insert: after.slice(start, after.length - end)};
};

/** The name under which a scene's code is saved: that of its component. */
export const fileNameOf = (code: string): string => {
  const name = /export\s+default\s+(?:async\s+)?(?:function|class)\s+([\w$]+)/.exec(code)?.[1];
  const named = name ?? /export\s+default\s+([A-Z][\w$]*)\s*;?/.exec(code)?.[1];
  return `${named ?? 'Scene'}.tsx`;
};

/** How much of a text there is, in words. */
export const sizeOf = (code: string): string => {
  const lines = code === '' ? 0 : code.replace(/\n$/, '').split('\n').length;
  return `${lines.toLocaleString('en-US')} ${lines === 1 ? 'line' : 'lines'}`;
};
