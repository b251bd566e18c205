import {describe} from './boundary';
import type {Film, Transport} from './layer';
import type {Order, Report, Surface} from './message';
import {loadComponent} from './modules';
import {afterPaint} from './settled';

/** What is to be drawn: the film on the screen, and beneath it the one that is about to take its place. */
export type Programme = {
  films: Film[];
  shown: number | null;
  surfaces: Surface[];
  loop: boolean;
  rate: number;
};

type Show = Extract<Order, {kind: 'show'}>;

const EMPTY: Programme = {films: [], shown: null, surfaces: [], loop: true, rate: 1};

/**
 * Plays the film that the page asks for. Another one waits, unseen, until it can be painted and then takes its place at
 * the same frame; of those that come in the meantime only the last is taken.
 */
export class Cinema {
  programme = EMPTY;
  private readonly listeners = new Set<() => void>();
  private transport: Transport | null = null;
  private wanted = {frame: 0, playing: false};
  private coming: number | null = null;
  private next: Show | null = null;

  constructor(private readonly report: (report: Report) => void) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly show = (show: Show): void => {
    if (this.coming === null) {
      void this.take(show);
    } else {
      this.next = show;
    }
  };

  readonly clear = (): void => {
    this.transport = null;
    this.coming = null;
    this.next = null;
    this.change({films: [], shown: null});
  };

  readonly play = (): void => {
    this.wanted.playing = true;
    this.transport?.play();
  };

  readonly pause = (): void => {
    this.wanted.playing = false;
    this.transport?.pause();
  };

  readonly seek = (frame: number): void => {
    this.wanted.frame = frame;
    this.transport?.seek(frame);
  };

  readonly change = (part: Partial<Programme>): void => {
    this.programme = {...this.programme, ...part};
    this.listeners.forEach((listener) => listener());
  };

  /** A film waits for nothing more: it takes the place of the one before it. */
  readonly settled = (number: number, transport: Transport): void => {
    if (this.coming !== number) {
      return;
    }
    const {frame, playing} = this.now();
    if (transport.frame() !== frame) {
      transport.seek(frame);
    }
    if (playing !== transport.playing()) {
      (playing ? transport.play : transport.pause)();
    }
    this.transport = transport;
    this.change({films: this.filmsOf(number), shown: number});
    this.goOn();
    void afterPaint().then(() => this.report({kind: 'shown', number}));
  };

  readonly moved = (number: number, frame: number, playing: boolean): void => {
    if (number === this.programme.shown) {
      this.wanted = {frame, playing};
      this.report({kind: 'time', frame, playing});
    }
  };

  /** A film threw: one on the screen stands still, one that was about to come stays away. */
  readonly failed = (number: number, message: string): void => {
    this.report({kind: 'failed', number, message});
    if (number === this.coming) {
      this.change({films: this.filmsOf(this.programme.shown)});
      this.goOn();
    } else {
      this.transport?.pause();
    }
  };

  private async take(show: Show): Promise<void> {
    const {number, playable, surfaces} = show;
    this.coming = number;
    if (this.transport === null) {
      this.wanted = {frame: show.frame, playing: show.playing};
    }
    try {
      const component = await loadComponent(playable);
      if (this.coming === number) {
        const {frame: from, playing} = this.now();
        const film = {number, playable, component, from, playing};
        this.change({films: [...this.filmsOf(this.programme.shown), film], surfaces});
      }
    } catch (error) {
      this.failed(number, describe(error));
    }
  }

  private now(): {frame: number; playing: boolean} {
    const {transport} = this;
    return transport === null
      ? this.wanted
      : {frame: transport.frame(), playing: transport.playing()};
  }

  private filmsOf(number: number | null): Film[] {
    return this.programme.films.filter((film) => film.number === number);
  }

  private goOn(): void {
    const {next} = this;
    this.coming = null;
    this.next = null;
    if (next !== null) {
      void this.take(next);
    }
  }
}
