import {ArrowRight} from 'lucide-react';

/** A sentence about a change: `scene 1 \`title\`: background #0b0d12 → navy`, with what it was and what it is. */
export const ChangeLine = ({text}: {text: string}) => {
  const {where, what, from, to} = partsOf(text);
  return (
    <p className="chat-change">
      {where && <span className="chat-where">{where}</span>}
      <span>{what}</span>
      {to !== null && (
        <>
          {from && <Value text={from} />}
          <ArrowRight aria-label="to" />
          <Value text={to} />
        </>
      )}
    </p>
  );
};

const Value = ({text}: {text: string}) => (
  <span className="chat-value">
    {isColour(text) && <span className="chat-swatch" style={{backgroundColor: text}} />}
    {text}
  </span>
);

type Parts = {where: string | null; what: string; from: string | null; to: string | null};

const partsOf = (text: string): Parts => {
  const [, number, told] = /^(?:new )?scene (\d+)? ?`[^`]*`: (.*)$/s.exec(text) ?? [
    null,
    null,
    text,
  ];
  const where = number ? `Scene ${number}` : null;
  const whole = (told ?? text).replaceAll('`', '');
  const [, before, to] = /^(.*?) ?→ (.*)$/s.exec(whole) ?? [];
  if (before === undefined || to === undefined) return {where, what: whole, from: null, to: null};
  const [listed, item] = before.split(': ', 2);
  if (listed && item) return {where, what: listed, from: item, to};
  const [, what = before, from = ''] =
    /^([a-z][a-z ]*?)(?: (\S.*))?$/i.exec(splitLabel(before)) ?? [];
  return {where, what, from, to};
};

/** Lengths have no label: `4 s → 6 s`. */
const splitLabel = (before: string): string =>
  /^[\d.]/.test(before) ? `length ${before}` : before;

const isColour = (text: string): boolean =>
  /^(#[\da-f]{3,8}|[a-z]{3,20})$/i.test(text) && CSS.supports('color', text);
