import {test as plain} from '@playwright/test';
import {Server} from './server';

/** Tests that get a server for themselves and those beside them in the file. */
export const test = plain.extend<object, {server: Server}>({
  server: [
    async ({}, use) => {
      const server = await Server.open();
      await use(server);
      await server.close();
    },
    {scope: 'worker'},
  ],
  baseURL: async ({server}, use) => use(server.address),
});

export {expect} from '@playwright/test';
