import type {Considered, Decision} from '../api';
import {Quoted} from '../code';
import {lostBecause} from './gate';
import {Meter, percent, spokenTemplate} from './meter';
import './gates.css';

export type RivalsProps = {best: Considered; others: Considered[]; work?: Decision['work']};

/** How many are named besides the runner-up. */
const NAMED = 4;

/** How much of the words each template explains, and why the runner-up lost. */
export const Rivals = ({best, others, work}: RivalsProps) => {
  const [second, ...rest] = others;
  const more = rest.length - NAMED;
  if (!second && !work) return null;
  const named = rest.slice(0, NAMED).map(({template}) => spokenTemplate(template));
  return (
    <section className="why-section">
      <h3 className="why-heading">Templates beside each other</h3>
      <ul className="why-rivals">
        <Rival considered={best} />
        {second && <Rival considered={second} lost={lostBecause(best, second)} />}
      </ul>
      <p className="why-note">
        {named.length > 0 &&
          `Also looked at: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. `}
        {work &&
          `${work.pruned} of ${work.patterns} templates were left out at once: no word of the request names them.`}
      </p>
    </section>
  );
};

const Rival = ({considered, lost}: {considered: Considered; lost?: string}) => (
  <li className="why-rival" data-lost={lost !== undefined || undefined}>
    <span className="why-rival-name">{spokenTemplate(considered.template)}</span>
    <Meter label={`explains ${percent(considered.coverage)}`} share={considered.coverage} />
    {lost && (
      <span className="why-rival-lost">
        <Quoted text={lost} />
      </span>
    )}
  </li>
);
