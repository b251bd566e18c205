import {Sparkles} from 'lucide-react';
import {Quoted} from '../code/quoted';
import {sentence} from '../session';

const WAYS = ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'FIRSTFRAME_LOCAL_URL'];

/** Says that no template shows what was asked for, and how a model could. */
export const ModelWanted = ({
  reason,
  suggestions,
}: {
  reason: string | null;
  suggestions: string[];
}) => (
  <div className="chat-model">
    <p className="chat-model-title">
      <Sparkles />
      This needs a model
    </p>
    {reason && (
      <p>
        <Quoted text={sentence(reason)} />.
      </p>
    )}
    <p>
      Start Firstframe with one of{' '}
      {WAYS.map((way, at) => (
        <span key={way}>
          {at > 0 && (at === WAYS.length - 1 ? ' or ' : ', ')}
          <code>{way}</code>
        </span>
      ))}{' '}
      set, and say it again. Nothing was changed.
    </p>
    {suggestions.length > 0 && (
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <Quoted text={suggestion} />
          </li>
        ))}
      </ul>
    )}
  </div>
);
