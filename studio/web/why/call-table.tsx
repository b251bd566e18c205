import type {Call, Calls} from '../api';
import {dollarsInWords, timeInWords, tokensInWords} from './waterfall';
import './times.css';

/** Every try at a model: for what, which, how long, how many tokens, and what it cost. */
export const CallTable = ({calls}: {calls: Calls}) => {
  const early = (calls.ahead ?? []).flatMap(({made, wanted}) =>
    made.map((call) => ({call, wanted})),
  );
  const all = [...calls.made.map((call) => ({call, wanted: true})), ...early];
  const longest = Math.max(...all.map(({call}) => call.total_ms));
  const usd = (calls.ahead ?? []).reduce((sum, {cost}) => sum + cost.usd, calls.cost.usd);
  return (
    <section className="why-section">
      <h3 className="why-heading">
        Models
        <span className="why-sum">{dollarsInWords(usd)}</span>
      </h3>
      <ul className="why-calls">
        {all.map(({call, wanted}, place) => (
          <CallRow key={place} call={call} wanted={wanted} longest={longest} />
        ))}
      </ul>
      {calls.cost.unknown_calls > 0 && (
        <p className="why-note">
          {calls.cost.unknown_calls === 1
            ? 'What one of them cost is not known.'
            : `What ${calls.cost.unknown_calls} of them cost is not known.`}
        </p>
      )}
    </section>
  );
};

const CallRow = ({call, wanted, longest}: {call: Call; wanted: boolean; longest: number}) => (
  <li className="why-call" data-outcome={call.outcome}>
    <span className="why-call-role">{ROLES[call.role] ?? call.role}</span>
    <span className="why-call-model">{call.model}</span>
    <span className="why-call-lane" aria-hidden>
      <span style={{width: `${(100 * call.total_ms) / longest}%`}}>
        {call.first_token_ms !== null && (
          <i style={{width: `${(100 * call.first_token_ms) / call.total_ms}%`}} />
        )}
      </span>
    </span>
    <span className="why-call-facts">{facts(call, wanted).join(' · ')}</span>
  </li>
);

const ROLES: Record<string, string> = {
  fill: 'Fill in',
  brain: 'Think',
  layout: 'Lay out',
  code: 'Write',
  'edit-surgical': 'Edit, small',
  'edit-creative': 'Edit, anew',
  vision: 'Look',
};

const facts = ({total_ms, first_token_ms, usage, cost, outcome, how}: Call, wanted: boolean) => [
  timeInWords(total_ms * 1000),
  ...(first_token_ms === null ? [] : [`first word after ${timeInWords(first_token_ms * 1000)}`]),
  ...(usage === null ? [] : [tokens(usage)]),
  cost.unknown_calls > 0 ? 'cost not known' : dollarsInWords(cost.usd),
  ...(outcome === 'answered'
    ? cutOff(how)
    : [outcome === 'failed' ? `failed: ${spoken(how)}` : 'dropped']),
  ...(wanted ? [] : ['begun early, not needed']),
];

const tokens = ({input, cache_read, cache_write, output}: NonNullable<Call['usage']>) => {
  const read = input + cache_read + cache_write;
  const kept = cache_read > 0 ? ` (${tokensInWords(cache_read)} cached)` : '';
  return `${tokensInWords(read)} tokens in${kept}, ${tokensInWords(output)} out`;
};

const cutOff = (how: string | undefined) => (how === 'length' ? ['cut off'] : []);

const spoken = (how: string | undefined) => (how ?? 'no reason given').replaceAll('_', ' ');
