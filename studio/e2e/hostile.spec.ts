import {Eavesdropper} from './eavesdropper';
import {plainScene, sceneOf, sceneThatDoes} from './scene';
import {StandPage} from './stand';
import {expect, test} from './test';

let eavesdropper: Eavesdropper;

test.beforeAll(async () => {
  eavesdropper = await Eavesdropper.open();
});

test.afterAll(() => eavesdropper.close());

const ENDLESS = {
  'as its module loads': sceneOf(`for (;;) {} export default () => null;`),
  'as it is drawn first': sceneOf(`export default function Scene() { for (;;) {} }`),
  'at a later frame': sceneOf(`
    export default function Scene() {
      const frame = useCurrentFrame();
      for (;;) { if (frame < 20) { return <p data-testid="word">not yet</p>; } }
    }`),
  'in an effect': sceneOf(`
    export default function Scene() {
      useEffect(() => { for (;;) {} });
      return null;
    }`),
};

for (const [when, scene] of Object.entries(ENDLESS)) {
  test(`a loop that never ends ${when} is stopped, and the page goes on`, async ({page}) => {
    const stand = await StandPage.open(page);
    await stand.show(plainScene('before'));
    await expect(stand.frame.getByText('before')).toBeVisible();
    await page.keyboard.press('Home');
    await stand.show(scene);
    await page.waitForTimeout(500);
    expect(await stand.liveliness()).toBeGreaterThan(15);
    await expect(page.getByText('This scene was stopped')).toBeVisible();
    await stand.show(plainScene('after'));
    await expect(stand.frame.getByText('after')).toBeVisible();
    await expect(page.getByText('This scene was stopped')).toHaveCount(0);
    await expect(page.locator('.stage-frames iframe')).toHaveCount(1);
  });
}

test('a scene that was stopped can be played again', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(ENDLESS['as it is drawn first']);
  await expect(page.getByText('This scene was stopped')).toBeVisible();
  await page.getByRole('button', {name: 'Play it again'}).click();
  await expect(page.getByText('This scene was stopped')).toHaveCount(0);
  await expect(page.getByText('This scene was stopped')).toBeVisible();
});

test('stills of a loop that never ends hold up no other', async ({page}) => {
  await StandPage.open(page);
  const {'as it is drawn first': endless} = ENDLESS;
  await page.evaluate((playable) => window.stand.thumbnail(playable, 10), endless);
  await page.evaluate((playable) => window.stand.thumbnail(playable, 10), plainScene('fine'));
  await expect(page.locator('.thumbnail img')).toBeVisible({timeout: 15_000});
});

const CALLS: Record<string, string> = {
  fetch: `await fetch('http://HOST/fetch')`,
  XMLHttpRequest: `await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.onload = resolve;
    request.onerror = reject;
    request.open('GET', 'http://HOST/xhr');
    request.send();
  })`,
  WebSocket: `await new Promise((resolve, reject) => {
    const socket = new WebSocket('ws://HOST/socket');
    socket.onopen = resolve;
    socket.onerror = reject;
  })`,
  EventSource: `await new Promise((resolve, reject) => {
    const source = new EventSource('http://HOST/events');
    source.onopen = resolve;
    source.onerror = reject;
  })`,
  sendBeacon: `navigator.sendBeacon('http://HOST/beacon', 'x') || (() => { throw new Error('refused'); })()`,
  'a module': `await import('http://HOST/module.js')`,
  'a style sheet': `await new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'http://HOST/style.css'});
    link.onload = resolve;
    link.onerror = reject;
    document.head.append(link);
  })`,
  'a font': `await new FontFace('Spy', 'url(http://HOST/font.woff2)').load()`,
  'a frame': `await new Promise((resolve, reject) => {
    const frame = Object.assign(document.createElement('iframe'), {src: 'http://HOST/frame'});
    frame.onload = () => setTimeout(reject, 300);
    document.body.append(frame);
  })`,
  'a worker': `await new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob(["fetch('http://HOST/worker')"])));
    worker.onerror = reject;
    worker.onmessage = resolve;
  })`,
  'a form': `(() => {
    const form = Object.assign(document.createElement('form'), {action: 'http://HOST/form', method: 'post'});
    document.body.append(form);
    form.submit();
  })()`,
  'the API': `await fetch(location.origin + '/v1/projects')`,
};

test('nothing leaves a scene', async ({page}) => {
  const stand = await StandPage.open(page);
  for (const [name, call] of Object.entries(CALLS)) {
    await test.step(`by ${name}`, async () => {
      const code = call.replaceAll('HOST', eavesdropper.host);
      await stand.show(sceneThatDoes(code, name));
      await expect(stand.frame.getByText(name, {exact: true})).toBeVisible();
      await page.waitForTimeout(400);
      expect(eavesdropper.heard).toEqual([]);
    });
  }
});

const REACHES: Record<string, string> = {
  localStorage: `localStorage.setItem('a', 'b')`,
  sessionStorage: `sessionStorage.setItem('a', 'b')`,
  cookies: `document.cookie = 'a=b'`,
  indexedDB: `indexedDB.open('a')`,
  'the document of the page': `parent.document.title = 'mine'`,
  'the address of the page': `top.location.href = 'http://HOST/top'`,
  'a new window': `if (window.open('http://HOST/open') === null) { throw new Error('refused'); }`,
  'full screen': `await document.body.requestFullscreen()`,
  'the clipboard': `await navigator.clipboard.readText()`,
};

test('a scene gets at nothing beyond its frame', async ({page, context}) => {
  const stand = await StandPage.open(page);
  for (const [name, reach] of Object.entries(REACHES)) {
    await test.step(name, async () => {
      const code = reach.replaceAll('HOST', eavesdropper.host);
      await stand.show(sceneThatDoes(`${code}; report('${name} got through');`, name));
      await expect(stand.frame.getByText(name, {exact: true})).toBeVisible();
      await expect(stand.frame.locator('body')).toHaveAttribute('data-said', /^refused/);
    });
  }
  expect(new URL(page.url()).pathname).toBe('/');
  expect(context.pages()).toHaveLength(1);
  expect(eavesdropper.heard).toEqual([]);
});

test('a scene that sends its own frame elsewhere gets nowhere, and is stopped', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(sceneThatDoes(`location.href = 'http://${eavesdropper.host}/away';`));
  await expect(page.getByText('This scene was stopped')).toBeVisible();
  expect(eavesdropper.heard).toEqual([]);
  await stand.show(plainScene('after'));
  await expect(stand.frame.getByText('after')).toBeVisible();
});

test('a scene cannot speak for its frame', async ({page}) => {
  const stand = await StandPage.open(page);
  const forged = [
    `{kind: 'failed', number: 1, message: 'forged'}`,
    `{kind: 'time', frame: 77, playing: false}`,
    `{kind: 'stuck'}`,
  ];
  const deed = forged.map((message) => `parent.postMessage(${message}, '*');`).join('\n');
  await stand.show(sceneThatDoes(`${deed} await new Promise((go) => setTimeout(go, 100));`));
  await expect(stand.frame.getByText('there', {exact: true})).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.stand.messages.length)).toBe(3);
  expect(await page.evaluate(() => window.stand.errors)).toEqual([]);
  expect(await page.evaluate(() => window.stand.frames)).not.toContain(77);
  await expect(page.getByRole('status')).toHaveText('');
});

test('a scene cannot get hold of the line to the page', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(
    sceneThatDoes(`
      const {postMessage} = MessagePort.prototype;
      const forge = (port) =>
        postMessage.call(port, {kind: 'failed', number: 1, message: 'forged'});
      MessagePort.prototype.postMessage = function (...given) {
        forge(this);
        return postMessage.apply(this, given);
      };
      window.addEventListener('message', ({ports}) => ports.forEach(forge));
      window.dispatchEvent(new MessageEvent('message', {data: 'firstframe', source: window}));
      await new Promise((go) => setTimeout(go, 1500));
      report('tried');`),
  );
  await expect(stand.frame.locator('body')).toHaveAttribute('data-said', 'tried');
  expect(await page.evaluate(() => window.stand.errors)).toEqual([]);
});

test('what a scene says is shown as text, and not at any length', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(
    sceneOf(`export default function Scene() {
      throw new Error('<img src=x onerror="document.title=1">' + 'a'.repeat(1e6));
    }`),
  );
  const notice = page.getByRole('status');
  await expect(notice).toContainText('<img src=x');
  expect((await notice.textContent())?.length).toBeLessThan(1000);
});
