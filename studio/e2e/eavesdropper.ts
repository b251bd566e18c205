import {createServer} from 'node:http';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Somebody on another origin who would like to hear from scenes. */
export class Eavesdropper {
  readonly heard: string[] = [];

  private constructor(private readonly server: Server) {
    server.on('request', ({url}, response) => {
      this.heard.push(url ?? '');
      response.setHeader('access-control-allow-origin', '*').end();
    });
    server.on('upgrade', ({url}, socket) => {
      this.heard.push(url ?? '');
      socket.destroy();
    });
  }

  static async open(): Promise<Eavesdropper> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Eavesdropper(server);
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
