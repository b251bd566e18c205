import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {FrameLocator, Page} from '@playwright/test';
import type {Playable} from '../web/api';
import {DIST} from './place';

/** The server's own page, under its own rules, with nothing on it but a stage. */
export class StandPage {
  private constructor(readonly page: Page) {}

  static async open(page: Page): Promise<StandPage> {
    const html = await readFile(join(DIST, 'stand.html'), 'utf8');
    const addressIn = (attribute: string) =>
      new RegExp(`${attribute}="(/studio/stand-[^"]+)"`).exec(html)?.[1] ?? '';
    await page.route('**/studio/main-*.js', (route) => route.abort());
    await page.goto('/');
    await page.addStyleTag({url: addressIn('href')});
    await page.addScriptTag({url: addressIn('src'), type: 'module'});
    await page.waitForFunction(() => 'stand' in window);
    return new StandPage(page);
  }

  /** What is in the frame. */
  get frame(): FrameLocator {
    return this.page.frameLocator('.stage-frames iframe');
  }

  show(playable: Playable | null): Promise<void> {
    return this.page.evaluate((given) => window.stand.show(given), playable);
  }

  /** How many frames the page itself draws in a second. */
  liveliness(): Promise<number> {
    return this.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const tick = () => {
            count += 1;
            requestAnimationFrame(tick);
          };
          requestAnimationFrame(tick);
          setTimeout(() => resolve(count), 1000);
        }),
    );
  }
}
