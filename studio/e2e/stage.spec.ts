import {paintTimes} from './paint';
import {plainScene, sceneOf} from './scene';
import {StandPage} from './stand';
import {expect, test} from './test';

const frameNumber = async (stand: StandPage): Promise<number> =>
  Number(await stand.frame.getByTestId('frame').last().textContent());

test('plays a scene, and another one in its place at the same frame', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('one'));
  await expect(stand.frame.getByText('one')).toBeVisible();
  await expect(page.getByRole('button', {name: 'Pause'})).toBeEnabled();
  await page.getByRole('button', {name: 'Pause'}).click();
  await page.getByRole('slider', {name: 'Time'}).fill('42');
  await stand.show(plainScene('two'));
  await expect(stand.frame.getByText('two')).toBeVisible();
  await expect(stand.frame.getByText('one')).toHaveCount(0);
  expect(await frameNumber(stand)).toBe(42);
});

test('is led by keys', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('keys'));
  await expect(stand.frame.getByText('keys')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', {name: 'Play', exact: true})).toBeVisible();
  await page.keyboard.press('Home');
  await expect.poll(() => frameNumber(stand)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => frameNumber(stand)).toBe(11);
  await page.keyboard.press('End');
  await expect.poll(() => frameNumber(stand)).toBe(89);
  await page.getByRole('button', {name: 'Loop'}).focus();
  await page.keyboard.press('j');
  await expect.poll(() => frameNumber(stand)).toBe(59);
});

test('shows all formats side by side, at the same frame', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('wide'));
  await expect(stand.frame.getByText('wide')).toHaveCount(1);
  await page.keyboard.press('Space');
  await page.evaluate(() => window.stand.formats('all'));
  await expect(stand.frame.getByText('wide')).toHaveCount(3);
  await expect(page.getByText('Portrait 9:16')).toBeVisible();
  await page.getByRole('slider', {name: 'Time'}).fill('30');
  await expect(stand.frame.getByTestId('frame')).toHaveText(['30', '30', '30']);
});

test('says what a scene threw, keeps the picture before it, and goes on with the next', async ({
  page,
}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('good'));
  await expect(stand.frame.getByText('good')).toBeVisible();
  await stand.show(sceneOf(`export default function Scene() { throw new Error('no luck'); }`));
  await expect(page.getByRole('status').filter({hasText: 'no luck'})).toBeVisible();
  await expect(stand.frame.getByText('good')).toBeVisible();
  await stand.show(sceneOf(`import 'lodash'; export default () => null;`));
  await expect(page.getByText("imports 'lodash'")).toBeVisible();
  await stand.show(plainScene('again'));
  await expect(stand.frame.getByText('again')).toBeVisible();
  await expect(page.getByText("imports 'lodash'")).toHaveCount(0);
});

test('paints a scene within a tenth of a second, each time', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('warm'));
  await expect(stand.frame.getByText('warm')).toBeVisible();
  for (let turn = 0; turn < 10; turn += 1) {
    await stand.show(plainScene(`word ${turn}`));
    await expect(stand.frame.getByText(`word ${turn}`)).toBeVisible();
    await page.waitForTimeout(100);
  }
  const times = await paintTimes(page);
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  console.log(`scene → painted: ${sorted.map((time) => Math.round(time)).join(' ')} ms`);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});

test('takes a still for a thumbnail', async ({page}) => {
  await StandPage.open(page);
  await page.evaluate((playable) => window.stand.thumbnail(playable, 10), plainScene('small'));
  const picture = page.locator('.thumbnail img');
  await expect(picture).toBeVisible();
  const pixel = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const pencil = canvas.getContext('2d');
    pencil?.drawImage(image, 0, 0);
    return [...(pencil?.getImageData(canvas.width - 9, canvas.height - 9, 1, 1).data ?? [])];
  });
  [0x12, 0x34, 0x56].forEach((part, index) =>
    expect(Math.abs((pixel[index] ?? 0) - part)).toBeLessThan(6),
  );
});

test('goes over to a fresh frame after many films, without a gap', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('first'));
  await expect(stand.frame.getByText('first')).toBeVisible();
  const origin = () => page.locator('.stage-frames iframe').first().getAttribute('src');
  const before = await origin();
  const last = plainScene('last');
  await page.evaluate(
    async ([one, other]) => {
      for (let turn = 0; turn < 202; turn += 1) {
        window.stand.show({...one});
        await new Promise(requestAnimationFrame);
        window.stand.show({...other});
        await new Promise(requestAnimationFrame);
      }
    },
    [plainScene('one'), last] as const,
  );
  await expect.poll(origin, {timeout: 15_000}).not.toBe(before);
  await expect(page.locator('.stage-frames iframe')).toHaveCount(1);
  await expect(stand.frame.getByText('last')).toBeVisible();
  expect(await page.evaluate(() => window.stand.errors)).toEqual([]);
});
