/** How often a frame is asked whether it is alive, and how long it may take to say so. */
const INTERVAL = 400;
const PATIENCE = 1500;

/** A pause between two looks this much longer than asked for means that the page itself slept, which proves nothing. */
const SLEEP = 700;

/**
 * Asks again and again whether a frame is alive. One that does not answer in time is reported once. A page that nobody
 * sees, or that was busy itself, blames nobody.
 */
export class Watchdog {
  private number = 0;
  private asked: number | null = null;
  private looked = performance.now();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly ask: (number: number) => void,
    private readonly onStuck: () => void,
  ) {}

  start(): void {
    this.looked = performance.now();
    this.timer = setInterval(() => this.look(), INTERVAL);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  answered(number: number): void {
    if (number === this.number) {
      this.asked = null;
    }
  }

  private look(): void {
    const now = performance.now();
    const slept = now - this.looked > INTERVAL + SLEEP;
    this.looked = now;
    if (document.hidden || slept || this.asked === null) {
      this.number += 1;
      this.asked = now;
      this.ask(this.number);
    } else if (now - this.asked > PATIENCE) {
      this.stop();
      this.onStuck();
    }
  }
}
