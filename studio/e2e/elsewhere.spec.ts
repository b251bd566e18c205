import {plainScene, sceneOf} from './scene';
import {StandPage} from './stand';
import {expect, test} from './test';
import config from '../playwright.config';

const {executablePath, args = []} = config.use?.launchOptions ?? {};

/** The page under a name that is not this machine's own, where frames cannot have names of their own. */
test.use({
  launchOptions: {
    ...(executablePath !== undefined && {executablePath}),
    args: [...args, '--host-resolver-rules=MAP studio.test 127.0.0.1'],
  },
  baseURL: async ({server}, use) => use(server.address.replace('127.0.0.1', 'studio.test')),
});

test('a loop that never ends is stopped there too, and the next scene plays', async ({page}) => {
  const stand = await StandPage.open(page);
  await stand.show(plainScene('before'));
  await expect(stand.frame.getByText('before')).toBeVisible();
  await stand.show(sceneOf(`export default function Scene() { for (;;) {} }`));
  await expect(page.getByText('This scene was stopped')).toBeVisible();
  await stand.show(plainScene('after'));
  await expect(stand.frame.getByText('after')).toBeVisible();
});
