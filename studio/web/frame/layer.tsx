import {memo, useEffect, useMemo, useRef} from 'react';
import type {RefObject} from 'react';
import {Player} from '@remotion/player';
import type {PlayerRef} from '@remotion/player';
import type {Playable} from '../api';
import {Boundary} from './boundary';
import type {Surface} from './message';
import type {SceneComponent} from './modules';
import {whenSettled} from './settled';

/** What can be done to a film that is on the screen, in all its formats at once. */
export type Transport = {
  play(): void;
  pause(): void;
  seek(frame: number): void;
  frame(): number;
  playing(): boolean;
};

/** A film as it is given to be shown. */
export type Film = {
  number: number;
  playable: Playable;
  component: SceneComponent;
  from: number;
  playing: boolean;
};

type Props = {
  film: Film;
  surfaces: Surface[];
  shown: boolean;
  loop: boolean;
  rate: number;
  onSettled: (number: number, transport: Transport) => void;
  onTime: (number: number, frame: number, playing: boolean) => void;
  onError: (number: number, message: string) => void;
};

/** The players of a film, the one in its own format first: that one keeps the time, and the others follow it. */
type Players = (PlayerRef | null)[];

const EVENTS = ['frameupdate', 'play', 'pause', 'ended'] as const;

const transportOf = (players: RefObject<Players>): Transport => {
  const lead = () => players.current[0];
  return {
    play: () => lead()?.play(),
    pause: () => lead()?.pause(),
    seek: (frame) => lead()?.seekTo(frame),
    frame: () => lead()?.getCurrentFrame() ?? 0,
    playing: () => lead()?.isPlaying() ?? false,
  };
};

const ownFirst = (surfaces: Surface[], {width, height}: Playable['meta']): Surface[] => {
  const isOwn = (surface: Surface) => surface.width === width && surface.height === height;
  return surfaces.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
};

const useClock = (players: RefObject<Players>, count: number, {film, onTime}: Props) => {
  useEffect(() => {
    const lead = players.current[0];
    if (!lead) {
      return undefined;
    }
    const follow = () => {
      const frame = lead.getCurrentFrame();
      players.current.slice(1, count).forEach((player) => player?.seekTo(frame));
    };
    const tell = () => {
      follow();
      onTime(film.number, lead.getCurrentFrame(), lead.isPlaying());
    };
    follow();
    EVENTS.forEach((event) => lead.addEventListener(event, tell));
    return () => EVENTS.forEach((event) => lead.removeEventListener(event, tell));
  }, [players, count, film, onTime]);
};

const useSettling = (
  root: RefObject<HTMLElement | null>,
  players: RefObject<Players>,
  {film: {number}, onSettled}: Props,
) => {
  useEffect(() => {
    let gone = false;
    if (root.current !== null) {
      void whenSettled(root.current).then(() => gone || onSettled(number, transportOf(players)));
    }
    return () => {
      gone = true;
    };
  }, [root, players, number, onSettled]);
};

/** One film in all its formats. Until it waits for nothing more it is there but cannot be seen. */
export const Layer = memo((props: Props) => {
  const {film, surfaces, shown, loop, rate, onError} = props;
  const {component: Scene, number, from, playing} = film;
  const {meta, props: given} = film.playable;
  const root = useRef<HTMLDivElement>(null);
  const players = useRef<Players>([]);
  const Guarded = useMemo(
    () => (content: Record<string, unknown>) => (
      <Boundary onError={(message) => onError(number, message)}>
        <Scene {...content} />
      </Boundary>
    ),
    [Scene, number, onError],
  );
  useClock(players, surfaces.length, props);
  useSettling(root, players, props);
  return (
    <div ref={root} className="layer" style={{opacity: shown ? 1 : 0}}>
      {ownFirst(surfaces, meta).map(({width, height, box}, index) => (
        <Player
          key={index === 0 ? 'own' : `${width}×${height}`}
          ref={(player) => {
            players.current[index] = player;
          }}
          component={Guarded}
          inputProps={given}
          durationInFrames={meta.durationInFrames}
          fps={meta.fps}
          compositionWidth={width}
          compositionHeight={height}
          initialFrame={Math.min(from, meta.durationInFrames - 1)}
          autoPlay={index === 0 && playing}
          loop={loop}
          playbackRate={rate}
          initiallyMuted
          numberOfSharedAudioTags={0}
          acknowledgeRemotionLicense
          className="picture"
          style={{position: 'absolute', ...box}}
        />
      ))}
    </div>
  );
});
