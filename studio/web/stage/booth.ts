import type {Order, Report} from '../frame/message';
import {freshFrameAddress} from './address';
import {readReport} from './report';
import {Watchdog} from './watchdog';

/** What a booth tells: what its frame says, and what became of the frame itself. */
export type BoothEvent = Report | {kind: 'stuck'} | {kind: 'unreachable'};

/** How long a frame may take to load, and how long to wait before the next try. */
const LOADING = 8000;
const RETRY = 1500;

/**
 * Holds the frame in which scenes run, and sees to it that there is one: a frame that no longer answers is thrown away
 * and another takes its place, on an origin of its own.
 */
export class Booth {
  private frame: HTMLIFrameElement | null = null;
  private port: MessagePort | null = null;
  private watchdog: Watchdog | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly title: string,
    private readonly listener: (event: BoothEvent) => void,
  ) {
    this.open();
  }

  /** Gives the frame an order. One that is given before the frame is ready is lost. */
  send(order: Order): void {
    this.port?.postMessage(order);
  }

  close(): void {
    clearTimeout(this.timer);
    this.watchdog?.stop();
    this.watchdog = null;
    this.port?.close();
    this.port = null;
    this.frame?.remove();
    this.frame = null;
  }

  /** Throws the frame away and takes another. */
  renew(): void {
    this.close();
    this.open();
  }

  private open(): void {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.title = this.title;
    frame.tabIndex = -1;
    frame.src = freshFrameAddress();
    frame.addEventListener('load', () => this.connect(frame));
    this.frame = frame;
    this.timer = setTimeout(() => this.giveUp(), LOADING);
    this.place.append(frame);
  }

  /** A frame that loads a second time has been sent elsewhere by its scene and gets no line. */
  private connect(frame: HTMLIFrameElement): void {
    if (this.frame !== frame) {
      return;
    }
    if (this.port !== null) {
      this.blame();
      return;
    }
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}: MessageEvent<unknown>) => this.receive(port1, data);
    this.port = port1;
    // An opaque origin has no name to address; the window is the one that was just made.
    frame.contentWindow?.postMessage('firstframe', '*', [port2]);
  }

  private receive(port: MessagePort, data: unknown): void {
    const report = readReport(data);
    if (report === null || port !== this.port) {
      return;
    }
    if (report.kind === 'pong') {
      this.watchdog?.answered(report.number);
      return;
    }
    if (report.kind === 'ready' && this.watchdog === null) {
      clearTimeout(this.timer);
      this.watch();
    }
    this.listener(report);
  }

  private watch(): void {
    this.watchdog = new Watchdog(
      (number) => this.send({kind: 'ping', number}),
      () => this.blame(),
    );
    this.watchdog.start();
  }

  private blame(): void {
    this.renew();
    this.listener({kind: 'stuck'});
  }

  private giveUp(): void {
    this.close();
    this.timer = setTimeout(() => this.open(), RETRY);
    this.listener({kind: 'unreachable'});
  }
}
