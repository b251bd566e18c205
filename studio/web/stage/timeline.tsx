import {useRef} from 'react';
import {useStore} from 'zustand';
import type {Projector} from './projector';

/** Where a scene begins in the film, and what it is called. */
export type Mark = {frame: number; label: string};

type Props = {projector: Projector; marks: Mark[]};

/** The scene that a frame belongs to. */
const sceneAt = (marks: Mark[], frame: number): string | undefined =>
  marks.findLast((mark) => mark.frame <= frame)?.label;

/** The time of the film as a line to be dragged along, with a mark where each scene begins. */
export const Timeline = ({projector, marks}: Props) => {
  const frame = useStore(projector.store, (projection) => projection.frame);
  const meta = useStore(projector.store, (projection) => projection.playable?.meta);
  const wasPlaying = useRef(false);
  const last = Math.max(1, (meta?.durationInFrames ?? 2) - 1);
  const fps = meta?.fps ?? 30;
  const scene = sceneAt(marks, frame);
  const spoken = `${(frame / fps).toFixed(2)} seconds${scene === undefined ? '' : `, ${scene}`}`;

  const take = () => {
    wasPlaying.current = projector.store.getState().playing;
    projector.pause();
  };
  const release = () => {
    if (wasPlaying.current) {
      wasPlaying.current = false;
      projector.play();
    }
  };
  return (
    <div className="stage-timeline" style={{'--at': frame / last}}>
      <div className="stage-track" aria-hidden>
        <div className="stage-played" />
        {marks
          .filter((mark) => mark.frame > 0 && mark.frame < last)
          .map((mark) => (
            <i key={mark.frame} className="stage-mark" style={{'--at': mark.frame / last}} />
          ))}
      </div>
      <input
        type="range"
        aria-label="Time"
        aria-valuetext={spoken}
        title={scene}
        min={0}
        max={last}
        step={1}
        value={Math.min(frame, last)}
        disabled={meta === undefined}
        onChange={({currentTarget}) => projector.seek(Number(currentTarget.value))}
        onPointerDown={take}
        onPointerUp={release}
        onPointerCancel={release}
      />
    </div>
  );
};
