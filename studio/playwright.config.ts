import {defineConfig} from '@playwright/test';

const named = process.env['FIRSTFRAME_CHROMIUM'];

/** Tests of the page in a whole Chromium: a headless shell hangs with any scene that hangs. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/build.ts',
  workers: 1,
  timeout: 30_000,
  expect: {timeout: 8000},
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    viewport: {width: 1280, height: 800},
    colorScheme: 'light',
    actionTimeout: 8000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath:
        named === undefined || named.endsWith('headless-shell') ? '/usr/bin/chromium' : named,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
