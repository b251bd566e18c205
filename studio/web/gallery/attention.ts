/** A card in the room that can be seen: where its middle is, and whether it can be seen as a whole. */
export type Seen = {id: string; x: number; y: number; whole: boolean};

/**
 * The cards that move: the one that the person is at, and a few around the middle of the room. Nothing moves by itself where that is not
 * wanted.
 */
export const movingOf = (
  seen: readonly Seen[],
  at: string | null,
  middle: {x: number; y: number},
  most: number,
): string[] => {
  const far = ({x, y}: Seen) => Math.hypot(x - middle.x, y - middle.y);
  const near = seen
    .filter(({whole, id}) => whole && id !== at)
    .sort((one, other) => far(one) - far(other))
    .map(({id}) => id);
  return at === null ? near.slice(0, most) : [at, ...near.slice(0, Math.max(0, most - 1))];
};

/** Where an arrow leads in a grid of cards of which only the boxes are known; null where it leads nowhere. */
export const neighbourOf = (
  boxes: readonly {left: number; top: number}[],
  from: number,
  key: string,
): number | null => {
  const own = boxes[from];
  if (!own) return null;
  if (key === 'ArrowRight') return from + 1 < boxes.length ? from + 1 : null;
  if (key === 'ArrowLeft') return from > 0 ? from - 1 : null;
  const down = key === 'ArrowDown';
  if (!down && key !== 'ArrowUp') return null;
  const beyond = boxes
    .map((box, at) => ({...box, at}))
    .filter(({top}) => (down ? top > own.top + 1 : top < own.top - 1));
  const row = down
    ? Math.min(...beyond.map(({top}) => top))
    : Math.max(...beyond.map(({top}) => top));
  const inRow = beyond.filter(({top}) => Math.abs(top - row) < 1);
  const near = inRow.sort(
    (one, other) => Math.abs(one.left - own.left) - Math.abs(other.left - own.left),
  );
  return near[0]?.at ?? null;
};
