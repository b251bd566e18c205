import {createStore} from 'zustand/vanilla';
import type {Playable} from '../api';
import type {Surface} from '../frame/message';
import {Booth} from './booth';
import type {BoothEvent} from './booth';

/** Why there is no picture, or why it stands still. */
export type Trouble = {kind: 'failed' | 'stuck' | 'unreachable'; message: string};

/** What can be seen of a film that is being shown. */
export type Projection = {
  playable: Playable | null;
  /** Whether a picture of the film, or of the one before it, is on the screen. */
  visible: boolean;
  frame: number;
  playing: boolean;
  loop: boolean;
  rate: number;
  trouble: Trouble | null;
};

type Listeners = {onError: (message: string) => void; onTime: (frame: number) => void};

const STUCK =
  'It did not answer for a second and a half, as with a loop that never ends, so it was stopped. Nothing else is affected.';

const UNREACHABLE = 'The player could not be loaded. It is tried again until the server answers.';

/** What a frame has once loaded stays in its memory: after so many films another frame takes over. */
const FILMS_PER_FRAME = 400;

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shows films in a frame, whatever becomes of the frame. */
export class Projector {
  readonly store = createStore<Projection>(() => ({
    playable: null,
    visible: false,
    frame: 0,
    playing: !isStill(),
    loop: true,
    rate: 1,
    trouble: null,
  }));
  listeners: Listeners = {onError: () => undefined, onTime: () => undefined};
  private place: HTMLElement | null = null;
  private booth: Booth | null = null;
  /** The frame that is about to take over, unseen until it shows the same. */
  private relief: Booth | null = null;
  private ready = false;
  private number = 0;
  private films = 0;
  private surfaces: Surface[] = [];

  /** Takes its place in the page, until what it returns is called. */
  attach(place: HTMLElement): () => void {
    this.place = place;
    this.booth = this.open(place);
    return () => {
      this.booth?.close();
      this.relief?.close();
      this.booth = null;
      this.relief = null;
      this.ready = false;
      this.store.setState({visible: false});
    };
  }

  show(playable: Playable | null): void {
    const first = this.store.getState().playable === null;
    this.store.setState({playable, trouble: null});
    if (playable === null) {
      this.booth?.send({kind: 'clear'});
      this.store.setState({visible: false});
      return;
    }
    if (first) {
      this.store.setState({frame: this.opening()});
    }
    this.send();
  }

  arrange(surfaces: Surface[]): void {
    this.surfaces = surfaces;
    this.booth?.send({kind: 'arrange', surfaces});
  }

  play(): void {
    this.store.setState({playing: true, trouble: null});
    this.booth?.send({kind: 'play'});
  }

  pause(): void {
    this.store.setState({playing: false});
    this.booth?.send({kind: 'pause'});
  }

  toggle(): void {
    if (this.store.getState().playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  seek(to: number): void {
    const {playable, trouble} = this.store.getState();
    const last = (playable?.meta.durationInFrames ?? 1) - 1;
    const frame = Math.max(0, Math.min(last, Math.round(to)));
    this.store.setState({frame, trouble: trouble?.kind === 'failed' ? null : trouble});
    this.booth?.send({kind: 'seek', frame});
    this.listeners.onTime(frame);
  }

  /** Says no more about what went wrong. */
  dismiss(): void {
    this.store.setState({trouble: null});
  }

  /** Goes to where something new is best seen. */
  begin(): void {
    this.seek(this.opening());
  }

  setLoop(on: boolean): void {
    this.store.setState({loop: on});
    this.booth?.send({kind: 'loop', on});
  }

  setRate(rate: number): void {
    this.store.setState({rate});
    this.booth?.send({kind: 'rate', rate});
  }

  /** Shows the film once more after it was stopped. */
  retry(): void {
    this.store.setState({trouble: null});
    this.send();
  }

  /** The beginning of most films is empty, which is no picture to stand still at. */
  private opening(): number {
    const {playable, playing} = this.store.getState();
    return playing || playable === null ? 0 : Math.floor(playable.meta.durationInFrames / 2);
  }

  private open(place: HTMLElement): Booth {
    const booth: Booth = new Booth(place, 'Scene', (event) =>
      booth === this.relief ? this.hearRelief(booth, event) : this.hear(event),
    );
    return booth;
  }

  private send(): void {
    if (this.ready) {
      this.sendTo(this.booth);
    }
    if (this.films > FILMS_PER_FRAME && this.relief === null && this.place !== null) {
      this.relief = this.open(this.place);
    }
  }

  private sendTo(booth: Booth | null): void {
    const {playable, frame, playing} = this.store.getState();
    if (booth === null || playable === null) {
      return;
    }
    this.number += 1;
    this.films += 1;
    const {number, surfaces} = this;
    performance.mark('stage:show', {detail: number});
    booth.send({kind: 'show', number, playable, surfaces, frame, playing});
  }

  private prepare(booth: Booth | null): void {
    const {loop, rate} = this.store.getState();
    booth?.send({kind: 'loop', on: loop});
    booth?.send({kind: 'rate', rate});
  }

  /** The frame on the screen goes once the other shows what is to be seen now. */
  private hearRelief(relief: Booth, event: BoothEvent): void {
    if (event.kind === 'ready') {
      this.prepare(relief);
      this.sendTo(relief);
    } else if (event.kind === 'shown' && event.number < this.number) {
      this.sendTo(relief);
    } else if (event.kind === 'shown') {
      this.booth?.close();
      this.booth = relief;
      this.relief = null;
      this.films = 0;
    } else if (event.kind !== 'time') {
      relief.close();
      this.relief = null;
      this.films = 0;
    }
  }

  private hear(event: BoothEvent): void {
    switch (event.kind) {
      case 'ready':
        return this.start();
      case 'shown':
        performance.mark('stage:shown', {detail: event.number});
        return this.store.setState({visible: true});
      case 'time':
        return this.follow(event.frame, event.playing);
      case 'failed':
        return this.stumble({kind: 'failed', message: event.message});
      case 'stuck':
        this.ready = false;
        return this.stumble({kind: 'stuck', message: STUCK});
      case 'unreachable':
        this.ready = false;
        return this.stumble({kind: 'unreachable', message: UNREACHABLE});
    }
  }

  /** A frame is there. One that took the place of a stuck one waits for another film, or to be told to try again. */
  private start(): void {
    const {trouble} = this.store.getState();
    this.ready = true;
    this.prepare(this.booth);
    if (trouble?.kind === 'unreachable') {
      this.store.setState({trouble: null});
    }
    if (trouble?.kind !== 'stuck') {
      this.send();
    }
  }

  private follow(to: number, playing: boolean): void {
    const last = (this.store.getState().playable?.meta.durationInFrames ?? 1) - 1;
    const frame = Math.max(0, Math.min(last, to));
    this.store.setState({frame, playing});
    this.listeners.onTime(frame);
  }

  private stumble(trouble: Trouble): void {
    if (trouble.kind !== 'failed') {
      this.store.setState({visible: false});
    }
    this.store.setState({trouble});
    this.listeners.onError(trouble.message);
  }
}
