import {paintTimes} from './paint';
import {Studio} from './studio';
import {expect, test} from './test';

test('makes a first scene from an empty page', async ({page}) => {
  const studio = await Studio.open(page);
  await expect(page.getByRole('heading', {level: 1})).toBeVisible();
  await studio.composer.fill("Title card 'Hello Moon' in teal");
  await studio.sees('Hello');
  await expect(page).toHaveURL(/\/$/);
  await studio.composer.press('Enter');
  await expect(page).toHaveURL(/#\/p\//);
  await expect(studio.scenes).toHaveCount(1);
  await studio.sees('Moon');
  await expect(studio.composer).toHaveValue('');
});

test('plays every example that it begins with', async ({page}) => {
  const studio = await Studio.open(page);
  const examples = page.getByRole('list', {name: 'Examples'}).getByRole('button');
  for (const example of await examples.all()) {
    await example.click();
    await expect(page.getByRole('slider', {name: 'Time'})).toBeEnabled();
    await expect(page.getByText('This scene')).toHaveCount(0);
    await studio.composer.press('Escape');
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
  }
});

test('is led by keys alone', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.composer.pressSequentially("Title card 'Keys'");
  await page.keyboard.press('Enter');
  await expect(studio.scenes).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', {name: 'Play', exact: true})).toBeVisible();
  await page.keyboard.press('Shift+F');
  await expect(page.getByText('Portrait 9:16')).toBeVisible();
  await page.keyboard.press('Shift+F');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.className)).toBe('stage');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', {name: 'What to do'})).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(studio.composer).toBeFocused();
});

test.describe('in time', () => {
  // Other work on the machine makes any key late, so that a few turns are granted.
  test.describe.configure({retries: 2});

  test('shows the scene while it is typed', async ({page}) => {
    const studio = await Studio.open(page);
    await page.evaluate(() => {
      addEventListener('input', () => performance.mark('typed'), {capture: true});
    });
    await studio.composer.fill('Title card titled A');
    await studio.sees('A');
    for (const key of ' film about the sea') {
      await studio.composer.press(key === ' ' ? 'Space' : key);
      await page.waitForTimeout(220);
    }
    await studio.sees('sea');
    const times = await page.evaluate(() => {
      const typed = performance.getEntriesByName('typed').map(({startTime}) => startTime);
      const shown = performance.getEntriesByName('stage:shown').map(({startTime}) => startTime);
      return typed.slice(1).flatMap((from, at) => {
        const until = typed[at + 2] ?? Infinity;
        const seen = shown.find((time) => time > from && time < until);
        return seen === undefined ? [] : [seen - from];
      });
    });
    const sorted = times.toSorted((a, b) => a - b);
    const stage = (await paintTimes(page)).map((time) => Math.round(time));
    console.log(`key → picture: ${sorted.map((time) => Math.round(time)).join(' ')} ms`);
    console.log(`of that in the stage: ${stage.join(' ')} ms`);
    expect(sorted.length).toBeGreaterThan(10);
    expect(sorted[Math.floor(sorted.length / 4)]).toBeLessThan(100);
  });
});

test('changes a scene in words, takes that back and does it again', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Paper Boats'");
  await studio.sees('Paper');
  await studio.say("change the title to 'Stone Bridges'");
  await studio.sees('Bridges');
  await page.getByRole('banner').getByRole('button', {name: 'Undo'}).click();
  await studio.sees('Boats');
  await page.keyboard.press('Control+Shift+z');
  await studio.sees('Bridges');
  await page.keyboard.press('Control+z');
  await studio.sees('Boats');
});

test('changes a parameter by its control, live', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Paper Boats'");
  await studio.turnTo('Parameters');
  const title = page.getByRole('textbox', {name: 'Title', exact: true});
  await expect(title).toHaveValue('Paper Boats');
  await title.fill('Paper Planes');
  await studio.sees('Planes');
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await title.blur();
  await saved;
  await page.reload();
  await studio.sees('Planes');
  await page.getByRole('banner').getByRole('button', {name: 'Undo'}).click();
  await studio.sees('Boats');
});

test('keeps code that is written by hand, and says what is wrong with it', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Paper Boats'");
  await studio.turnTo('Code');
  const code = page.getByRole('textbox', {name: /code/i});
  await expect(code).toContainText('Paper Boats');
  await studio.replaceInCode("'Paper Boats'", "'Paper Birds'");
  await studio.sees('Birds');
  const save = page.getByRole('button', {name: 'Save', exact: true});
  await save.click();
  await expect(save).toHaveCount(0);
  await page.reload();
  await studio.sees('Birds');
  await studio.turnTo('Code');
  await studio.replaceInCode('useCurrentFrame()', 'Math.random()');
  await save.click();
  await expect(page.getByText('cannot be used in a scene')).toBeVisible();
  await expect(save).toBeVisible();
});

test('makes a film of several scenes and plays it', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Opening'");
  await studio.say('Counter from 0 to 500 labelled trees');
  await studio.say("Quote 'Less, but better' by Dieter Rams");
  await expect(studio.scenes).toHaveCount(3);
  await expect(page.locator('.strip .thumbnail img')).toHaveCount(3, {timeout: 15_000});
  await page.getByRole('button', {name: 'Play all'}).click();
  await studio.sees('Opening');
  const time = page.getByRole('slider', {name: 'Time'});
  await studio.pause();
  await expect.poll(async () => Number(await time.getAttribute('max'))).toBeGreaterThan(250);
  await time.press('End');
  await studio.sees(/Rams/);
  await expect(time).toHaveAttribute('aria-valuetext', /Quote/);
});

test('moves a scene by keys and by dragging', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Opening'");
  await studio.say('Counter from 0 to 500 labelled trees');
  await expect(studio.scenes).toHaveCount(2);
  const before = await studio.order();
  await studio.scenes.first().focus();
  await page.keyboard.press('Space');
  await page.waitForTimeout(200);
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(200);
  await page.keyboard.press('Space');
  await expect.poll(() => studio.order()).toEqual(before.toReversed());
  await page.waitForTimeout(400);
  await studio.scenes.first().dragTo(studio.scenes.last(), {steps: 12});
  await expect.poll(() => studio.order()).toEqual(before);
});

test('offers templates in a gallery, with requests to try', async ({page}) => {
  const studio = await Studio.open(page);
  await page.getByRole('button', {name: 'Templates'}).click();
  const gallery = page.getByRole('dialog', {name: 'Templates'});
  await expect(gallery.locator('.thumbnail img').first()).toBeVisible({timeout: 15_000});
  await gallery.getByRole('textbox', {name: 'Search templates'}).fill('bar chart');
  await gallery
    .getByRole('button', {name: /^Bar chart/})
    .first()
    .click();
  const example = gallery.getByRole('button', {name: /bar/i}).last();
  await example.click();
  await expect(gallery).toHaveCount(0);
  await expect(studio.composer).not.toHaveValue('');
  await expect(page.getByRole('slider', {name: 'Time'})).toBeEnabled();
});

test('keeps everything when it is loaded again', async ({page}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Kept'");
  await studio.say('Counter from 0 to 500 labelled trees');
  await expect(studio.scenes).toHaveCount(2);
  const before = await studio.order();
  await page.reload();
  await expect(studio.scenes).toHaveCount(2);
  expect(await studio.order()).toEqual(before);
  await expect(studio.conversation).toHaveCount(2);
  await studio.scenes.first().click();
  await studio.sees('Kept');
});

test('says that the server is away, loses nothing, and goes on when it is back', async ({
  page,
  server,
}) => {
  const studio = await Studio.open(page);
  await studio.say("Title card 'Before'");
  await studio.turnTo('Parameters');
  await expect(page.getByRole('textbox', {name: 'Title', exact: true})).toHaveValue('Before');
  await server.stop();
  await studio.composer.fill("Title card 'After'");
  await expect(page.getByRole('alert').filter({hasText: 'does not answer'})).toBeVisible();
  await expect(studio.composer).toHaveValue("Title card 'After'");
  await studio.sees('Before');
  await server.start();
  await expect(page.getByRole('alert').filter({hasText: 'does not answer'})).toHaveCount(0, {
    timeout: 15_000,
  });
  await studio.sees('After');
  await studio.composer.press('Enter');
  await expect(studio.scenes).toHaveCount(2);
});
