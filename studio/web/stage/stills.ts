import type {Playable} from '../api';
import type {FaceFile} from '../frame/message';
import {Booth} from './booth';
import type {BoothEvent} from './booth';
import {loadFaces} from './faces';

type Wish = {
  playable: Playable;
  frame: number;
  width: number;
  resolve: (picture: Blob | null) => void;
};

/** How long a picture may take, and how long the frame that takes them stays when nobody wants one. */
const PATIENCE = 6000;
const REST = 20_000;

/** Takes pictures of films, one after the other, in one frame that nobody sees. */
class Darkroom {
  private readonly queue: Wish[] = [];
  private booth: Booth | null = null;
  private place: HTMLElement | null = null;
  private ready = false;
  private current: Wish | null = null;
  private number = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  take(playable: Playable, frame: number, width: number): Promise<Blob | null> {
    return new Promise((resolve) => {
      this.queue.push({playable, frame, width, resolve});
      this.open();
      this.next();
    });
  }

  private open(): void {
    if (this.booth !== null) {
      return;
    }
    this.place = document.createElement('div');
    this.place.className = 'stage-darkroom';
    this.place.setAttribute('aria-hidden', 'true');
    document.body.append(this.place);
    this.booth = new Booth(this.place, 'Stills', (event) => this.hear(event));
  }

  private close(): void {
    this.booth?.close();
    this.place?.remove();
    this.booth = null;
    this.ready = false;
  }

  private next(): void {
    if (!this.ready || this.current !== null) {
      return;
    }
    clearTimeout(this.timer);
    const wish = this.queue.shift();
    if (wish === undefined) {
      this.timer = setTimeout(() => this.close(), REST);
      return;
    }
    this.current = wish;
    this.number += 1;
    this.timer = setTimeout(() => this.done(null), PATIENCE);
    const {playable, frame, width} = wish;
    this.booth?.send({kind: 'still', number: this.number, playable, frame, width});
  }

  private done(picture: Blob | null): void {
    this.current?.resolve(picture);
    this.current = null;
    this.next();
  }

  private hear(event: BoothEvent): void {
    if (event.kind === 'ready') {
      this.ready = true;
      this.next();
    } else if (event.kind === 'stuck' || event.kind === 'unreachable') {
      this.ready = false;
      this.done(null);
    } else if (event.kind === 'wanted' && event.number === this.number) {
      void this.deliver(event.number, event.faces);
    } else if (event.kind === 'still' && event.number === this.number) {
      this.done(event.picture);
    }
  }

  private async deliver(number: number, wanted: Omit<FaceFile, 'file'>[]): Promise<void> {
    const faces = await loadFaces(wanted);
    this.booth?.send({kind: 'faces', number, faces});
  }
}

const darkroom = new Darkroom();

/** A picture of a frame of a film, so many pixels wide, or nothing where none can be had. */
export const takeStill = (playable: Playable, frame: number, width: number): Promise<Blob | null> =>
  darkroom.take(playable, frame, width);
