import {Maximize, Pause, Play, Repeat} from 'lucide-react';
import {useStore} from 'zustand';
import {IconButton, Menu, MenuChoices, MenuLabel} from '../look';
import type {Projector} from './projector';
import {timecode} from './timecode';
import {Timeline} from './timeline';
import type {Mark} from './timeline';

type Props = {projector: Projector; marks: Mark[]; onFullscreen: () => void};

const RATES = ['0.25', '0.5', '1', '1.5', '2'] as const;

const RATE_CHOICES = RATES.map((value) => ({value, label: `${value}×`}));

const Clock = ({projector}: {projector: Projector}) => {
  const frame = useStore(projector.store, (projection) => projection.frame);
  const meta = useStore(projector.store, (projection) => projection.playable?.meta);
  const fps = meta?.fps ?? 30;
  return (
    <p className="stage-clock">
      <span>{timecode(frame, fps)}</span>
      <span className="stage-length">{timecode(meta?.durationInFrames ?? 0, fps)}</span>
    </p>
  );
};

const Speed = ({projector}: {projector: Projector}) => {
  const rate = String(useStore(projector.store, (projection) => projection.rate));
  const known = RATES.find((value) => value === rate) ?? '1';
  const trigger = (
    <button type="button" className="stage-speed" aria-label={`Speed: ${rate} times`}>
      {known}×
    </button>
  );
  return (
    <Menu trigger={trigger} align="end" side="top">
      <MenuLabel>Speed</MenuLabel>
      <MenuChoices
        choices={RATE_CHOICES}
        value={known}
        onChange={(value) => projector.setRate(Number(value))}
      />
    </Menu>
  );
};

/** The controls below the picture. */
export const Transport = ({projector, marks, onFullscreen}: Props) => {
  const playing = useStore(projector.store, (projection) => projection.playing);
  const loop = useStore(projector.store, (projection) => projection.loop);
  const empty = useStore(projector.store, (projection) => projection.playable === null);
  return (
    <div className="stage-transport" role="group" aria-label="Playback">
      <IconButton
        label={playing && !empty ? 'Pause' : 'Play'}
        keys="Space"
        side="top"
        disabled={empty}
        onClick={() => projector.toggle()}
      >
        {playing && !empty ? <Pause /> : <Play />}
      </IconButton>
      <Clock projector={projector} />
      <Timeline projector={projector} marks={marks} />
      <IconButton
        label="Loop"
        side="top"
        aria-pressed={loop}
        disabled={empty}
        onClick={() => projector.setLoop(!loop)}
      >
        <Repeat />
      </IconButton>
      <Speed projector={projector} />
      <IconButton label="Full screen" keys="F" side="top" disabled={empty} onClick={onFullscreen}>
        <Maximize />
      </IconButton>
    </div>
  );
};
