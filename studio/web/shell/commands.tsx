import {CornerDownLeft} from 'lucide-react';
import {useDeferredValue, useId, useMemo, useState} from 'react';
import type {KeyboardEvent} from 'react';
import {Dialog, Keys} from '../look';
import {studio, useSession} from '../session';
import {deedsOf} from './deeds';
import type {Deed} from './deeds';
import {matching} from './matching';
import type {PageDeeds} from './page';

export type CommandsProps = {page: PageDeeds; open: boolean; onClose: () => void};

/** Finds everything that can be done by its name. */
export const Commands = ({page, open, onClose}: CommandsProps) => (
  <Dialog open={open} onClose={onClose} title="Commands" shape="top" bare>
    <Finder page={page} onClose={onClose} />
  </Dialog>
);

const Finder = ({page, onClose}: Omit<CommandsProps, 'open'>) => {
  const session = useSession((now) => now);
  const deeds = useMemo(() => deedsOf(session, page), [session, page]);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const wanted = useDeferredValue(query);
  const found = useMemo(() => choicesFor(deeds, wanted), [deeds, wanted]);
  const chosen = Math.min(at, found.length - 1);

  const run = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    // The dialog gives the focus back first.
    setTimeout(choice.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.key === 'Enter') run(found[chosen]);
    else if (step !== undefined) setAt((chosen + step + found.length) % found.length);
    else return;
    event.preventDefault();
  };
  return (
    <div className="shell-commands">
      <input
        className="shell-commands-field"
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label="What to do"
        placeholder="What to do, or what to say"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={id} className="shell-commands-list" role="listbox" aria-label="Commands">
        {found.map((choice, place) => (
          <li
            key={choice.name}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === chosen}
            className="shell-command"
            ref={(element) => {
              if (place === chosen) element?.scrollIntoView({block: 'nearest'});
            }}
            onPointerMove={() => setAt(place)}
            onClick={() => run(choice)}
          >
            <span className="shell-command-name">{choice.name}</span>
            {choice.keys ? (
              <Keys of={choice.keys} />
            ) : (
              <span className="shell-command-group">{choice.group}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="shell-commands-foot">
        <CornerDownLeft aria-hidden /> runs it
      </p>
    </div>
  );
};

type Choice = {name: string; group: string; keys?: string; run: () => void};

const choicesFor = (deeds: Deed[], query: string): Choice[] => {
  const choices = deeds
    .filter(({name}) => name !== 'Commands')
    .map(({name, group, keys, run}): Choice => ({name, group, keys: keys?.[0], run}));
  const found = matching(choices, query);
  const said = query.trim();
  if (!said) return found;
  const say = {
    name: `Say “${said}”`,
    group: 'Message',
    run: () => void studio.committing.say(said),
  };
  return [...found, say];
};
