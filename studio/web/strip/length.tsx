import {useState} from 'react';
import type {KeyboardEvent} from 'react';
import type {SceneRecord} from '../api';
import {studio} from '../session';
import {readLength, secondsOf, withScene} from './order';

/** How long a scene lasts; what is written there retimes it, and the arrow keys step by half a second. */
export const Length = ({scene, number}: {scene: SceneRecord; number: number}) => {
  const [written, setWritten] = useState<string | null>(null);
  const shown = written ?? secondsOf(scene);

  const settle = () => {
    const seconds = written === null ? null : readLength(written);
    setWritten(null);
    if (seconds === null || seconds === scene.frames / scene.fps) return;
    void studio.changing.operate([{op: 'trim', scene: number, seconds}], (project) =>
      withScene(project, scene.id, {frames: Math.round(seconds * scene.fps)}),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key === 'Escape') setWritten(null);
    const step = {ArrowUp: 0.5, ArrowDown: -0.5}[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const stepped = (readLength(shown) ?? scene.frames / scene.fps) + step;
    setWritten(`${Number(Math.max(0.5, stepped).toFixed(2))}`);
  };
  return (
    <label className="strip-seconds">
      <span className="unseen">Length of scene {number} in seconds</span>
      <input
        className="strip-field"
        inputMode="decimal"
        value={shown}
        size={Math.max(1, shown.length)}
        aria-invalid={readLength(shown) === null || undefined}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setWritten(event.target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
      />
      <span aria-hidden>s</span>
    </label>
  );
};
