import {studio} from '../session';

const EXAMPLES = [
  'Title card “Launch Day” on deep navy',
  'Count up to 10k, label downloads',
  'Bar chart of tea 12, coffee 30, water 18 in teal',
  'Terminal typing npm install firstframe',
  'Quote “Less, but better” by Dieter Rams',
];

/** Things to try where nothing has been said yet. */
export const Examples = () => (
  <ul className="composer-examples" aria-label="Examples">
    {EXAMPLES.map((example) => (
      <li key={example}>
        <button type="button" className="composer-example" onClick={() => pick(example)}>
          {example}
        </button>
      </li>
    ))}
  </ul>
);

const pick = (example: string) => {
  studio.drafting.type(example);
  document.getElementById('composer')?.focus();
};
