import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {DIST, ROOT} from './place';

const ANNOUNCEMENT = /listening at (http:\/\/\S+?):(\d+)/;

/** The program: the one that FIRSTFRAME_BINARY names, or else the one that cargo built last. */
const findBinary = (): string => {
  const named = process.env['FIRSTFRAME_BINARY'];
  const kinds = ['release', 'debug'].map((kind) => join(ROOT, '..', 'target', kind, 'firstframe'));
  const found = [...(named === undefined ? [] : [named]), ...kinds].find(existsSync);
  if (found === undefined) {
    throw new Error('There is no binary: build it with cargo, or name it in FIRSTFRAME_BINARY.');
  }
  return found;
};

/** Where a process says that it listens. */
const portOf = (running: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const read = (line: string) => {
      said.push(line);
      const port = ANNOUNCEMENT.exec(line)?.[2];
      if (port !== undefined) {
        resolve(port);
      }
    };
    for (const stream of [running.stdout, running.stderr]) {
      if (stream !== null) {
        createInterface({input: stream}).on('line', read);
      }
    }
    running.once('exit', () => reject(new Error(`The server ended: ${said.join(' ')}`)));
  });

/** A server with a data folder of its own, that can be stopped and started again at the same address. */
export class Server {
  private running: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private port: string,
  ) {}

  static async open(): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), 'firstframe-e2e-')), '0');
    await server.start();
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const {folder, port} = this;
    const places = ['--data', join(folder, 'data'), '--cache', join(folder, 'cache')];
    this.running = spawn(
      findBinary(),
      ['serve', '--port', port, '--studio', DIST, '--no-models', ...places],
      {stdio: ['ignore', 'pipe', 'pipe']},
    );
    this.port = await portOf(this.running);
  }

  async stop(): Promise<void> {
    const {running} = this;
    this.running = null;
    if (running !== null) {
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGKILL');
      await ended;
    }
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, {recursive: true, force: true});
  }
}
