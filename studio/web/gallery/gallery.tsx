import {Search, SearchX, X} from 'lucide-react';
import {useEffect, useMemo, useRef, useState} from 'react';
import type {KeyboardEvent} from 'react';
import type {Summary, TemplateDetail} from '../api';
import {Button, EmptyState, IconButton, Skeleton} from '../look';
import {neighbourOf} from './attention';
import {Card} from './card';
import {Detail} from './detail';
import {Details} from './details';
import {useMovingCards} from './moving-cards';
import {CATEGORIES, countsOf, matching, shelved} from './search';
import type {Category, Shelf} from './search';
import './gallery.css';

export type GalleryProps = {
  /** All that there are; none while they are on their way. */
  templates: Summary[];
  load: (id: string) => Promise<TemplateDetail>;
  /** Takes a request that the person wants to see. */
  onTry: (prompt: string) => void;
};

/** All templates, moving, by what they are for; each opens with its film and with requests to try. */
export const Gallery = ({templates, load, onTry}: GalleryProps) => {
  const latest = useRef(load);
  latest.current = load;
  const [details] = useState(() => new Details((id) => latest.current(id)));
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState<Category>('all');
  const [opened, setOpened] = useState<string | null>(null);
  const found = useMemo(() => matching(templates, query), [templates, query]);
  const shown = found.filter((template) => category === 'all' || template.category === category);
  const ordered = query.trim() ? shown : shelved(shown).flatMap((shelf) => shelf.templates);
  const template = templates.find(({id}) => id === opened);
  const turn = (step: -1 | 1) => {
    const at = ordered.findIndex(({id}) => id === opened);
    setOpened(ordered.at((at + step) % ordered.length)?.id ?? null);
  };
  const back = () => {
    setOpened(null);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-template="${opened}"]`)?.focus(),
    );
  };
  return (
    <div className="gallery">
      {template && (
        <Detail template={template} details={details} onBack={back} onTurn={turn} onTry={onTry} />
      )}
      <div className="gallery-all" hidden={template !== undefined}>
        <Filters
          query={query}
          onQuery={setQuery}
          category={category}
          onCategory={setCategory}
          counts={countsOf(found)}
        />
        <Shelves
          shelves={query.trim() ? [{category: '', templates: shown}] : shelved(shown)}
          waiting={templates.length === 0}
          query={query}
          details={details}
          resting={template !== undefined}
          onOpen={setOpened}
          onTry={onTry}
        />
      </div>
    </div>
  );
};

type FiltersProps = {
  query: string;
  onQuery: (query: string) => void;
  category: Category;
  onCategory: (category: Category) => void;
  counts: Record<string, number>;
};

const Filters = ({query, onQuery, category, onCategory, counts}: FiltersProps) => {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // On a touch screen, a keyboard would come up over half of what there is to see.
    if (matchMedia('(hover: hover)').matches) field.current?.focus({preventScroll: true});
  }, []);
  return (
    <div className="gallery-filters">
      <label className="gallery-search">
        <Search aria-hidden />
        <span className="unseen">Search templates</span>
        <input
          ref={field}
          value={query}
          placeholder="Search by name, by what it shows, by what you can say"
          autoComplete="off"
          spellCheck={false}
          onChange={({target}) => onQuery(target.value)}
        />
        {query && (
          <IconButton label="Clear the search" size="small" onClick={() => onQuery('')}>
            <X />
          </IconButton>
        )}
      </label>
      <div className="gallery-categories" role="group" aria-label="Categories">
        {(['all', ...CATEGORIES] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="gallery-category"
            aria-pressed={one === category}
            data-none={!counts[one] || undefined}
            onClick={() => onCategory(one)}
          >
            {one}
            <span>{counts[one] ?? 0}</span>
          </button>
        ))}
      </div>
      <p className="unseen" role="status">
        {`${counts[category] ?? 0} templates`}
      </p>
    </div>
  );
};

type ShelvesProps = {
  shelves: Shelf[];
  waiting: boolean;
  query: string;
  details: Details;
  /** Whether nothing of it can be seen. */
  resting: boolean;
  onOpen: (id: string) => void;
  onTry: (prompt: string) => void;
};

const Shelves = ({shelves, waiting, query, details, resting, onOpen, onTry}: ShelvesProps) => {
  const room = useRef<HTMLDivElement>(null);
  const ids = shelves.flatMap(({templates}) => templates.map(({id}) => id));
  const {moving, attend} = useMovingCards(room, resting ? [] : ids);
  const empty = ids.length === 0;
  return (
    <div ref={room} className="gallery-room" onKeyDown={walk}>
      {waiting && <Waiting />}
      {empty && !waiting && <NothingFound query={query} onTry={onTry} />}
      {shelves.map(({category, templates}) => (
        <section key={category} className="gallery-shelf" aria-label={category || 'Found'}>
          {category && <h2 className="gallery-shelf-name">{category}</h2>}
          <div className="gallery-cards">
            {templates.map((template) => (
              <Card
                key={template.id}
                template={template}
                details={details}
                moves={!resting && moving.has(template.id)}
                onOpen={() => onOpen(template.id)}
                onAttend={(attends) => attend(template.id, attends)}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
};

/** Arrows go from card to card. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('.gallery-card')];
  const from = cards.findIndex((card) => card === document.activeElement);
  const to = neighbourOf(
    cards.map((card) => card.getBoundingClientRect()),
    from,
    event.key,
  );
  if (to === null) return;
  event.preventDefault();
  cards[to]?.focus();
};

const Waiting = () => (
  <div className="gallery-cards" aria-hidden>
    {Array.from({length: 12}, (_, at) => (
      <div key={at} className="gallery-card">
        <Skeleton height="auto" />
      </div>
    ))}
  </div>
);

const NothingFound = ({query, onTry}: {query: string; onTry: (prompt: string) => void}) => (
  <EmptyState
    icon={<SearchX />}
    title="No template has all of that"
    action={
      query.trim() && <Button onClick={() => onTry(query)}>{`Ask for “${query.trim()}”`}</Button>
    }
  >
    Try fewer words, or ask for it: what no template shows can be made by a model.
  </EmptyState>
);
