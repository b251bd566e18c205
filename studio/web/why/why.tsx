import type {Calls, Considered, Decision, Explanation, Part} from '../api';
import {Quoted} from '../code';
import {EmptyState} from '../look';
import {CallTable} from './call-table';
import {Gates} from './gates';
import {Meter, percent, spokenTemplate} from './meter';
import {isChange, stepInWords} from './plan';
import {Rivals} from './rivals';
import {Times} from './times';
import {Words} from './words';
import './why.css';

export type WhyProps = {
  /** What the person said. */
  prompt: string;
  decision: Decision;
  stages: Record<string, number>;
  /** What models were asked, if they were. */
  calls: unknown;
  /** More about the decision, where it was asked for. */
  explanation: Explanation | null;
};

/** Why a request came to what it came to: on its own words, by the checks of templates, and with where the time went. */
export const Why = ({prompt, decision, stages, calls, explanation}: WhyProps) => {
  const asked = isCalls(calls) ? calls : null;
  if (!prompt) {
    return (
      <EmptyState title="Nothing to explain yet">
        Say what you want to see: here it then says which words chose what.
      </EmptyState>
    );
  }
  return (
    <div className="why">
      <Verdict decision={decision} />
      <Words prompt={prompt} decision={decision} explanation={explanation} />
      <Reasons decision={decision} />
      <Times stages={stages} />
      {asked && <CallTable calls={asked} />}
    </div>
  );
};

const Verdict = ({decision}: {decision: Decision}) => {
  const {plan, reason, confidence} = decision;
  return (
    <section className="why-verdict">
      <h2 className="why-title">{verdict(decision)}</h2>
      {confidence !== null && confidence > 0 && (
        <Meter label={`${percent(confidence)} sure`} share={confidence} />
      )}
      <p className="why-reason">
        <Quoted text={reason} />
      </p>
      {plan.some(isChange) && (
        <ol className="why-steps">
          {plan.map((step, place) => (
            <li key={place}>
              <Quoted text={stepInWords(step)} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

const verdict = ({plan, parts}: Decision) => {
  const [step] = plan;
  if (!step) return 'Nothing is to be done';
  if (parts?.length) return `${parts.length} scenes`;
  if (step.op === 'add') return spokenTemplate(`${step.template}`);
  if (step.op === 'model') return 'This needs a model';
  return step.op === 'ask' ? 'This needs a word more' : 'A change of what is there';
};

const Reasons = ({decision}: {decision: Decision}) => {
  const parts: Part[] = decision.parts ?? [];
  if (parts.length > 0) {
    return parts.map((part, place) => (
      <Reason
        key={place}
        considered={part.considered}
        title={`Scene ${place + 1}: ${spokenTemplate(part.considered[0]?.template ?? 'no template')}`}
      />
    ));
  }
  return <Reason considered={decision.considered} work={decision.work} />;
};

type ReasonProps = {considered: Considered[]; title?: string; work?: Decision['work']};

const Reason = ({considered, title, work}: ReasonProps) => {
  const [best, ...others] = considered;
  if (!best) return null;
  return (
    <>
      <Gates best={best} title={title ?? 'Checks'} />
      <Rivals best={best} others={others} work={work} />
    </>
  );
};

const isCalls = (calls: unknown): calls is Calls => {
  const {made} = Object(calls) as {made?: unknown};
  return Array.isArray(made) && made.length > 0;
};
