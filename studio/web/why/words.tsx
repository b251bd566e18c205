import {useMemo, useState} from 'react';
import type {Decision, Explanation} from '../api';
import {inWords} from '../controls/value';
import {Tooltip} from '../look';
import {marksOf, piecesOf} from './span';
import type {Mark, MarkKind} from './span';
import './words.css';

export type WordsProps = {prompt: string; decision: Decision; explanation: Explanation | null};

/** The request itself; its words are marked by what they chose, and the list below says it for each of them. */
export const Words = ({prompt, decision, explanation}: WordsProps) => {
  const marks = useMemo(
    () => marksOf(prompt, decision, explanation),
    [prompt, decision, explanation],
  );
  const [lit, light] = useState<Mark | null>(null);
  const on = (mark: Mark) => ({
    'data-lit': mark === lit || undefined,
    onPointerEnter: () => light(mark),
    onPointerLeave: () => light(null),
    onFocus: () => light(mark),
    onBlur: () => light(null),
  });
  return (
    <section className="why-words" aria-label="Your words">
      <p className="why-prompt">
        {piecesOf(prompt, marks).map(({text, mark}, place) =>
          mark ? (
            <Tooltip key={place} text={sentence(prompt, mark)} side="top">
              <mark className="why-mark" data-kind={mark.kind} tabIndex={0} {...on(mark)}>
                {text}
              </mark>
            </Tooltip>
          ) : (
            <span key={place} className="why-rest">
              {text}
            </span>
          ),
        )}
      </p>
      {marks.length === 0 && <p className="why-none">{unread(decision)}</p>}
      <dl className="why-reads">
        {marks.map((mark, place) => (
          <div key={place} className="why-read" data-kind={mark.kind} {...on(mark)}>
            <dt>{wordsOf(prompt, mark)}</dt>
            <dd>
              {labelOf(mark)}
              {mark.found && (
                <Value
                  value={mark.found.value}
                  unit={SECONDS.includes(mark.found.param) ? ' s' : ''}
                />
              )}
              {mark.found?.by === 'model' && (
                <span className="why-by">read by the small model</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const SECONDS = ['duration', 'entrance', 'stagger'];

const Value = ({value, unit}: {value: unknown; unit: string}) => {
  const text = inWords(value) + unit;
  const colour = typeof value === 'string' && CSS.supports('color', value) ? value : null;
  return (
    <span className="why-value">
      {colour && <i className="why-colour" style={{backgroundColor: colour}} />}
      {text}
    </span>
  );
};

const KINDS: Record<MarkKind, string> = {
  template: 'names the template',
  own: 'shown as',
  common: 'sets',
  unexplained: 'not explained',
};

const labelOf = ({kind, found}: Mark) => {
  if (kind === 'template') return 'chose the template';
  return found ? `${found.param.replaceAll('_', ' ')} ` : KINDS[kind];
};

const sentence = (prompt: string, mark: Mark) => {
  const words = `“${wordsOf(prompt, mark)}”`;
  const {kind, template, found} = mark;
  if (kind === 'unexplained') return `Nothing that the template has explains ${words}`;
  if (kind === 'template') return `${words} chose the template ${template.replaceAll('-', ' ')}`;
  return `${words} ${KINDS[kind]} ${found?.param.replaceAll('_', ' ')}`;
};

const wordsOf = (prompt: string, {start, end}: Mark) =>
  prompt.slice(start, end).replace(/\s+/g, ' ');

const unread = ({plan, considered}: Decision) => {
  if (plan.some(({op}) => !['add', 'model', 'ask'].includes(op))) {
    return 'Words of changes are read as a whole: what they come to stands above.';
  }
  return considered.length === 0 ? 'No word names or describes a scene of the library.' : '';
};
