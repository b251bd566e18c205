import {StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';
import type {Playable} from '../../web/api';
import {TooltipRoom} from '../../web/look';
import {Stage, Thumbnail} from '../../web/stage';
import './stand.css';

/** What the tests do to the page, and what they read off it. */
export type Stand = {
  show: (playable: Playable | null) => void;
  formats: (formats: 'one' | 'all') => void;
  thumbnail: (playable: Playable, frame: number) => void;
  errors: string[];
  frames: number[];
  messages: unknown[];
};

declare global {
  interface Window {
    stand: Stand;
  }
}

const errors: string[] = [];
const frames: number[] = [];
const messages: unknown[] = [];
window.addEventListener('message', ({data}) => messages.push(data));

const Page = () => {
  const [playable, show] = useState<Playable | null>(null);
  const [formats, setFormats] = useState<'one' | 'all'>('one');
  const [still, setStill] = useState<{playable: Playable; frame: number} | null>(null);
  window.stand = {
    show,
    formats: setFormats,
    thumbnail: (of, frame) => setStill({playable: of, frame}),
    errors,
    frames,
    messages,
  };
  return (
    <TooltipRoom>
      <main className="stand">
        <h1>Stand</h1>
        <Stage
          playable={playable}
          draft={false}
          formats={formats}
          marks={[
            {frame: 0, label: 'First'},
            {frame: 40, label: 'Second'},
          ]}
          onError={(message) => errors.push(message)}
          onTime={(frame) => frames.push(frame)}
        />
        <div className="stand-still">{still && <Thumbnail {...still} />}</div>
      </main>
    </TooltipRoom>
  );
};

createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
