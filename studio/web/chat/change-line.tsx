import {ArrowRight} from 'lucide-react';
import type {Change} from './told';

/** A change: where, what, what it was and what it is. */
export const ChangeLine = ({change: {where, what, from, to}}: {change: Change}) => (
  <p className="chat-change">
    {where && <span className="chat-where">{where}</span>}
    <span>{what}</span>
    {to !== null && (
      <>
        {from && <Value text={from} />}
        <span className="chat-become">
          <ArrowRight aria-label="to" />
          <Value text={to} />
        </span>
      </>
    )}
  </p>
);

const Value = ({text}: {text: string}) => (
  <span className="chat-value">
    {isColour(text) && <span className="chat-swatch" style={{backgroundColor: text}} />}
    {text}
  </span>
);

const isColour = (text: string): boolean =>
  /^(#[\da-f]{3,8}|[a-z]{3,20})$/i.test(text) && CSS.supports('color', text);
