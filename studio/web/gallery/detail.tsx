import {ArrowLeft, ArrowUpRight, ChevronLeft, ChevronRight, RotateCw} from 'lucide-react';
import type {Control, Summary, TemplateDetail} from '../api';
import {inWords, titleOf} from '../controls/value';
import {Button, IconButton, Skeleton} from '../look';
import {Stage} from '../stage';
import {Emblem} from './card';
import {useDetail} from './details';
import type {Details} from './details';
import './detail.css';

export type DetailProps = {
  template: Summary;
  details: Details;
  onBack: () => void;
  /** Goes to the template before or after it, where there is one. */
  onTurn: (step: -1 | 1) => void;
  onTry: (prompt: string) => void;
};

/** A template with its film, requests to try, and everything that can be set. */
export const Detail = ({template, details, onBack, onTurn, onTry}: DetailProps) => {
  const {detail, failed, again} = useDetail(details, template.id, true);
  return (
    <div className="gallery-detail">
      <header className="gallery-detail-bar">
        <Button size="small" weight="quiet" onClick={onBack}>
          <ArrowLeft />
          All templates
        </Button>
        <span>
          <IconButton label="Template before" size="small" onClick={() => onTurn(-1)}>
            <ChevronLeft />
          </IconButton>
          <IconButton label="Next template" size="small" onClick={() => onTurn(1)}>
            <ChevronRight />
          </IconButton>
        </span>
      </header>
      <div className="gallery-detail-parts">
        <Film template={template} detail={detail} failed={failed} onAgain={again} />
        <div className="gallery-detail-says">
          <h2 className="gallery-detail-name">{template.name}</h2>
          <p className="gallery-detail-shows">{sentence(template.shows)}</p>
          <p className="gallery-detail-facts">{factsOf(template).join(' · ')}</p>
          <Examples detail={detail} onTry={onTry} />
        </div>
        <Params template={template} />
      </div>
    </div>
  );
};

type FilmProps = {
  template: Summary;
  detail: TemplateDetail | null;
  failed: boolean;
  onAgain: () => void;
};

const Film = ({template, detail, failed, onAgain}: FilmProps) => {
  const playable = detail?.clip?.playable ?? null;
  return (
    <div className="gallery-film">
      {playable && <Stage key={template.id} playable={playable} />}
      {!playable && (
        <div className="gallery-film-waiting">
          <Emblem category={template.category} />
          {failed && (
            <Button onClick={onAgain}>
              <RotateCw />
              It did not load. Try again
            </Button>
          )}
        </div>
      )}
    </div>
  );
};

type ExamplesProps = {detail: TemplateDetail | null; onTry: (prompt: string) => void};

const Examples = ({detail, onTry}: ExamplesProps) => (
  <section>
    <h3 className="gallery-heading">Try it</h3>
    <ul className="gallery-examples">
      {detail
        ? detail.examples.map((example) => (
            <li key={example}>
              <button type="button" className="gallery-example" onClick={() => onTry(example)}>
                <span>{example}</span>
                <ArrowUpRight aria-hidden />
              </button>
            </li>
          ))
        : [0, 1, 2].map((place) => (
            <li key={place}>
              <Skeleton height="2.75rem" />
            </li>
          ))}
    </ul>
  </section>
);

const Params = ({template: {params, common}}: {template: Summary}) => (
  <section className="gallery-params">
    <h3 className="gallery-heading">What you can say</h3>
    <dl>
      {params.map((param) => (
        <div key={param.name} className="gallery-param">
          <dt>
            {titleOf(param)}
            {param.required && <span className="gallery-needed">needed</span>}
          </dt>
          <dd>
            <span>{TYPES[param.type] ?? param.type}</span>
            {sampleOf(param)}
          </dd>
        </div>
      ))}
    </dl>
    <p className="gallery-common">
      And as of every template: {common.map((name) => name.replaceAll('_', ' ')).join(', ')}.
    </p>
  </section>
);

const TYPES: Record<string, string> = {
  text: 'words',
  prose: 'text',
  list: 'list',
  series: 'labels and values',
  number: 'number',
  percent: 'percentage',
  money: 'amount of money',
  seconds: 'time',
  colour: 'colour',
  date: 'date',
  url: 'web address',
  handle: 'name of an account',
  image: 'picture',
  choice: 'choice',
  factor: 'factor',
};

const sampleOf = ({sample, choices, says}: Control) => {
  const shown = choices?.length ? choices.join(', ') : inWords(sample);
  return (
    <>
      {shown && <q className="gallery-sample">{shown}</q>}
      {says.length > 0 && (
        <span className="gallery-says">{`also: ${says.slice(0, 4).join(', ')}`}</span>
      )}
    </>
  );
};

const factsOf = ({duration, variants, category}: Summary) => [
  category,
  `${duration} s`,
  variants === 1 ? 'one look' : `${variants} looks`,
];

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
