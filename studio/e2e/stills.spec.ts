import sharp from 'sharp';
import type {Playable} from '../web/api';
import {StandPage} from './stand';
import {expect, test} from './test';

const PROMPTS = [
  "Title card 'Winter Games' with the subtitle 'Lillehammer 1994'",
  'Bar chart of tea 12, coffee 30, water 18 in teal',
  "Neon sign 'Late Night Vinyl'",
  "Quote 'Less, but better' by Dieter Rams, retro theme",
  "Captions: 'I ate only soup for a week'",
  'Terminal: npm install firstframe',
];

const WIDTH = 320;
const HEIGHT = 180;

const pixelsOf = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).resize(WIDTH, HEIGHT, {fit: 'fill'}).removeAlpha().blur(1.5).raw().toBuffer();

/** How much two pictures differ on average, from 0 to 255. */
const difference = async (one: Buffer, other: Buffer): Promise<number> => {
  const [a, b] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
};

for (const prompt of PROMPTS) {
  test(`a still is what the stage shows: ${prompt}`, async ({page}) => {
    const reply = await page.request.post('/v1/preview', {data: {prompt}});
    const {data} = (await reply.json()) as {data: {clips: {playable: Playable}[]}};
    const playable = data.clips[0]?.playable;
    expect(playable, 'a template shows this').toBeDefined();
    await page.emulateMedia({reducedMotion: 'reduce'});
    const stand = await StandPage.open(page);
    await stand.show(playable ?? null);
    await expect(page.locator('.stage-frames')).toHaveAttribute('data-visible', 'true');
    const frame = Number(await page.getByRole('slider', {name: 'Time'}).inputValue());
    await page.evaluate(([film, at]) => window.stand.thumbnail(film, at), [
      playable as Playable,
      frame,
    ] as const);
    const still = await page.locator('.thumbnail img').evaluate((image: HTMLImageElement) => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    });
    const shown = await page.locator('.stage-paper').screenshot();
    expect(await difference(shown, Buffer.from(still, 'base64'))).toBeLessThan(4);
  });
}
