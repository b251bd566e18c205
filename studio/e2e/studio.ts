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
    return this.page.getByRole('region', {name: 'Stage'}).frameLocator('iframe');
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

  /** Turns to what a scene is made of: a tab beside it, or a sheet over it where there is little room. */
  async turnTo(side: 'Parameters' | 'Code' | 'Why'): Promise<void> {
    await this.closeSheet();
    const tab = this.page.getByRole('tab', {name: side});
    const button = this.page
      .getByRole('navigation', {name: 'Scene'})
      .getByRole('button', {name: side});
    await tab.or(button).click();
  }

  /** Does what a command says. */
  async command(name: string): Promise<void> {
    await this.page.getByRole('button', {name: 'Commands'}).click();
    await this.page.getByRole('combobox', {name: 'What to do'}).fill(name);
    await this.page.getByRole('option', {name}).first().click();
  }

  /** Closes what lies over the page, if anything does. */
  async closeSheet(): Promise<void> {
    if (await this.page.getByRole('dialog').isVisible()) {
      await this.page.keyboard.press('Escape');
      await expect(this.page.getByRole('dialog')).toHaveCount(0);
    }
  }

  /** Writes something else in the code of the first scene. */
  async replaceInCode(before: string, after: string): Promise<void> {
    const id = /#\/p\/([^/]+)/.exec(this.page.url())?.[1];
    const {data} = await this.ask<{project: {scenes: {id: string}[]}}>(`/v1/projects/${id}`);
    const scene = await this.ask<{code: string}>(
      `/v1/projects/${id}/scenes/${data.project.scenes[0]?.id}`,
    );
    const code = this.page.locator('.cm-content');
    await expect(code).toContainText(before);
    await code.click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.insertText(scene.data.code.replace(before, after));
  }

  private async ask<Data>(address: string): Promise<{data: Data}> {
    return (await (await this.page.request.get(address)).json()) as {data: Data};
  }

  async pause(): Promise<void> {
    await this.page.getByRole('button', {name: 'Pause', exact: true}).click();
  }
}
