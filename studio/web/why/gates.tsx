import {Check, ChevronRight, X} from 'lucide-react';
import type {Considered} from '../api';
import {Quoted} from '../code';
import {gatesOf} from './gate';
import type {Gate} from './gate';
import './gates.css';

/** The checks of a template: those that failed with the reason, the others folded into one line. */
export const Gates = ({best, title}: {best: Considered; title: string}) => {
  const gates = gatesOf(best);
  const closed = gates.filter(({because}) => because !== null);
  const open = gates.filter(({because}) => because === null);
  return (
    <section className="why-section">
      <h3 className="why-heading">{title}</h3>
      {best.missing.length > 0 && (
        <p className="why-note">
          Left open: {best.missing.map((param) => param.replaceAll('_', ' ')).join(', ')}
        </p>
      )}
      <ul className="why-gates">
        {closed.map((gate) => (
          <GateRow key={gate.name} gate={gate} />
        ))}
      </ul>
      <details className="why-passed">
        <summary>
          <ChevronRight />
          {closed.length === 0
            ? `All ${open.length} checks passed`
            : `${open.length} others passed`}
        </summary>
        <ul className="why-gates">
          {open.map((gate) => (
            <GateRow key={gate.name} gate={gate} />
          ))}
        </ul>
      </details>
    </section>
  );
};

const GateRow = ({gate: {name, says, because}}: {gate: Gate}) => (
  <li className="why-gate" data-closed={because !== null || undefined}>
    {because === null ? <Check aria-label="passed" /> : <X aria-label="failed" />}
    <span>
      <strong>{name}</strong>
      <span className="why-gate-says">{because === null ? says : <Quoted text={because} />}</span>
    </span>
  </li>
);
