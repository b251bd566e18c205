import {useEffect, useImperativeHandle, useMemo, useRef, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {useStore} from 'zustand';
import type {Playable} from '../api';
import {arrange} from './arrangement';
import {pressed} from './keys';
import {Notice} from './notice';
import {Projector} from './projector';
import {takeStill} from './stills';
import {Transport} from './transport';
import type {Mark} from './timeline';
import {useRoom} from './room';
import './stage.css';

/** What others may do with the stage. */
export type StageHandle = {
  seek(frame: number): void;
  play(): void;
  pause(): void;
  toggle(): void;
  /** Goes to where something new is best seen: its beginning if it plays, its middle if it stands still. */
  begin(): void;
  fullscreen(): void;
  /** A picture of a frame, so many pixels wide; nothing where none can be had. */
  still(frame: number, width: number): Promise<Blob | null>;
};

export type StageProps = {
  /** What is played. Another one takes its place at the same frame, without a flash. */
  playable: Playable | null;
  /** Whether it is not saved yet. */
  draft?: boolean;
  /** The film's own format, or landscape, square and portrait side by side. */
  formats?: 'one' | 'all';
  /** Where scenes begin, for the timeline. */
  marks?: Mark[];
  /** What can be done about a scene that cannot be played: buttons. */
  remedies?: ReactNode;
  onError?: (message: string) => void;
  onTime?: (frame: number) => void;
  ref?: Ref<StageHandle>;
};

const nothing = () => undefined;

const toggleFullscreen = (element: HTMLElement | null): void => {
  void (document.fullscreenElement === null
    ? element?.requestFullscreen()
    : document.exitFullscreen());
};

/** Plays a film in a frame from which nothing reaches the page, with everything that it takes to look at it closely. */
export const Stage = ({
  playable,
  draft = false,
  formats = 'one',
  marks = [],
  remedies = null,
  onError = nothing,
  onTime = nothing,
  ref,
}: StageProps) => {
  const [projector] = useState(() => new Projector());
  const root = useRef<HTMLElement>(null);
  const [screen, room] = useRoom();
  const frames = useRef<HTMLDivElement>(null);
  const visible = useStore(projector.store, (projection) => projection.visible);
  const waiting = useStore(
    projector.store,
    ({playable: awaited, visible: there, trouble}) =>
      awaited !== null && !there && trouble === null,
  );
  const meta = playable?.meta;
  const placed = useMemo(
    () => arrange(meta ?? {width: 16, height: 9}, meta === undefined ? 'one' : formats, room),
    [meta?.width, meta?.height, formats, room],
  );

  useEffect(() => {
    projector.listeners = {onError, onTime};
  }, [projector, onError, onTime]);
  useEffect(
    () => (frames.current === null ? undefined : projector.attach(frames.current)),
    [projector],
  );
  useEffect(
    () => projector.arrange(placed.map(({width, height, box}) => ({width, height, box}))),
    [projector, placed],
  );
  useEffect(() => projector.show(playable), [projector, playable]);
  useEffect(() => {
    const press = (event: KeyboardEvent) =>
      pressed(event, root.current, projector, () => toggleFullscreen(root.current));
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [projector]);
  useImperativeHandle(
    ref,
    () => ({
      seek: (frame) => projector.seek(frame),
      play: () => projector.play(),
      pause: () => projector.pause(),
      toggle: () => projector.toggle(),
      begin: () => projector.begin(),
      fullscreen: () => toggleFullscreen(root.current),
      still: (frame, width) =>
        playable === null ? Promise.resolve(null) : takeStill(playable, frame, width),
    }),
    [projector, playable],
  );

  return (
    <section ref={root} className="stage" aria-label="Player" tabIndex={-1} data-draft={draft}>
      <div ref={screen} className="stage-screen" onPointerUp={() => playable && projector.toggle()}>
        {placed.map(({ratio, name, box}) => (
          <div key={ratio} className="stage-paper" style={box} data-waiting={waiting}>
            {formats === 'all' && playable && (
              <p className="stage-format">
                {name} <span>{ratio}</span>
              </p>
            )}
          </div>
        ))}
        <div ref={frames} className="stage-frames" data-visible={visible} />
        <Notice projector={projector} box={placed[0]?.box} remedies={remedies} />
      </div>
      <Transport
        projector={projector}
        marks={marks}
        onFullscreen={() => toggleFullscreen(root.current)}
      />
    </section>
  );
};
