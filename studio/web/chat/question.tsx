import {CircleHelp} from 'lucide-react';
import {Quoted} from '../code/quoted';
import {Button} from '../look';
import {optionsOf, studio} from '../session';

/** A question that has to be answered before something can happen, with its answers where it names them. */
export const Question = ({question, isOpen}: {question: string; isOpen: boolean}) => {
  const options = optionsOf(question);
  return (
    <div className="chat-question">
      <CircleHelp />
      <div>
        <p>
          <Quoted text={question} />
        </p>
        {isOpen && options.length > 0 && (
          <div className="chat-actions">
            {options.map((option) => (
              <Button key={option} size="small" onClick={() => void studio.committing.say(option)}>
                {option}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
};
