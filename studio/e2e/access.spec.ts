import AxeBuilder from '@axe-core/playwright';
import type {Page} from '@playwright/test';
import {Studio} from './studio';
import {expect, test} from './test';

/** Every view of the page, by how one gets there. Each begins where the one before it ended. */
const VIEWS: [string, (studio: Studio) => Promise<void>][] = [
  ['the empty page', async () => undefined],
  [
    'a draft',
    async (studio) => {
      await studio.composer.fill("Title card 'Draft'");
      await studio.sees('Draft');
    },
  ],
  [
    'a project',
    async (studio) => {
      await studio.composer.press('Enter');
      await expect(studio.scenes).toHaveCount(1);
    },
  ],
  [
    'what only a model can do',
    async (studio) => {
      await studio.composer.fill('a whale that dances with a lighthouse at dawn');
      await studio.composer.press('Enter');
      await studio.page.waitForTimeout(500);
    },
  ],
  ['the code', (studio) => studio.turnTo('Code')],
  ['the reasons', (studio) => studio.turnTo('Why')],
  ['the parameters', (studio) => studio.turnTo('Parameters')],
  [
    'all formats',
    async (studio) => {
      await studio.closeSheet();
      await studio.command('All formats side by side');
      await expect(studio.page.getByText('Portrait 9:16')).toBeVisible();
    },
  ],
  [
    'the templates',
    async (studio) => {
      await studio.page.getByRole('button', {name: 'Templates'}).click();
      await expect(studio.page.getByRole('dialog')).toBeVisible();
      await expect(studio.page.locator('.thumbnail img').first()).toBeVisible();
    },
  ],
  [
    'a template',
    async (studio) => {
      await studio.page
        .getByRole('dialog')
        .getByRole('button', {name: /^Title card/})
        .click();
      await studio.page.waitForTimeout(800);
    },
  ],
  [
    'the commands',
    async (studio) => {
      await studio.closeSheet();
      await studio.page.getByRole('button', {name: 'Commands'}).click();
      await expect(studio.page.getByRole('dialog')).toBeVisible();
    },
  ],
];

const violations = async (page: Page): Promise<string[]> => {
  const {violations: found} = await new AxeBuilder({page})
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('.stage-frames iframe')
    .exclude('.stage-darkroom')
    .analyze();
  return found.flatMap(({id, nodes}) =>
    nodes.map(({target, failureSummary}) => `${id}: ${target.join(' ')}\n  ${failureSummary}`),
  );
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} wide`, () => {
      test.use({colorScheme, viewport: {width, height: 844}});

      test('everybody can use every view', async ({page}) => {
        test.setTimeout(90_000);
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        const studio = await Studio.open(page);
        for (const [name, go] of VIEWS) {
          await test.step(name, async () => {
            await go(studio);
            await page.waitForTimeout(300);
            expect.soft(await violations(page), name).toEqual([]);
            const overflow = await page.evaluate(
              () => document.documentElement.scrollWidth - innerWidth,
            );
            expect.soft(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
            await page.screenshot({
              path: `out/views/${width}-${colorScheme}-${name.replaceAll(' ', '-')}.png`,
            });
          });
        }
      });
    });
  }
}
