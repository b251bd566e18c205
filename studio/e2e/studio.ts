import type {FrameLocator, Locator, Page} from '@playwright/test';
import {expect} from './test';

/** The page as a person sees it. */
export class Studio {
  private constructor(readonly page: Page) {}

  static async open(page: Page, address = '/'): Promise<Studio> {
    await page.goto(address);
    const studio = new Studio(page);
    await expect(studio.composer).toBeVisible();
    return studio;
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', {name: 'What to show'});
  }

  /** What is in the frame of the stage. */
  get picture(): FrameLocator {
    return this.page.frameLocator('.stage-frames iframe');
  }

  get scenes(): Locator {
    return this.page.getByRole('region', {name: 'Scenes'}).getByRole('button', {name: /^Scene \d/});
  }

  /** Types a message and sends it, and waits until it has been done. */
  async say(message: string): Promise<void> {
    const before = await this.conversation.count();
    await this.composer.fill(message);
    await this.composer.press('Enter');
    await expect(this.conversation).not.toHaveCount(before);
    await expect(this.page.getByRole('button', {name: 'Stop'})).toHaveCount(0);
  }

  get conversation(): Locator {
    return this.page
      .getByRole('region', {name: 'Conversation'})
      .getByRole('list')
      .first()
      .locator('> li');
  }

  /** Waits until the stage shows a text. */
  async sees(text: string | RegExp): Promise<void> {
    await expect(this.picture.getByText(text).first()).toBeAttached();
  }

  /** The names of the scenes, in their order. */
  async order(): Promise<string[]> {
    const labels = await this.scenes.evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? ''),
    );
    return labels.map((label) => label.replace(/^Scene \d+, /, ''));
  }

  async pause(): Promise<void> {
    await this.page.getByRole('button', {name: 'Pause', exact: true}).click();
  }
}
