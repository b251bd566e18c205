import {CircleAlert, LoaderCircle, X} from 'lucide-react';
import {studio} from '../session';
import type {Picture} from '../session';

/** The pictures that go with what is said. */
export const Pictures = ({pictures}: {pictures: Picture[]}) => (
  <ul className="composer-pictures" aria-label="Pictures">
    {pictures.map((picture) => (
      <li key={picture.key} className="composer-picture" data-state={picture.state}>
        <img src={picture.address} alt={picture.name} />
        {picture.state === 'sending' && <LoaderCircle className="composer-picture-sign" />}
        {picture.state === 'failed' && <CircleAlert className="composer-picture-sign" />}
        <button
          type="button"
          className="composer-picture-remove"
          aria-label={`Remove ${picture.name}`}
          onClick={() => studio.drafting.detach(picture.key)}
        >
          <X />
        </button>
      </li>
    ))}
  </ul>
);
