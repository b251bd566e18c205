import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {renderFrames} from '@remotion/renderer';
import type {RenderFramesOptions} from '@remotion/renderer';
import {REPORT_PREFIX} from '../film';
import type {Film, Report, Sheet} from '../film';
import {startBrowser} from './browser';
import type {Browser} from './browser';
import {bundledPage} from './bundle';

export type Frame = {
  width: number;
  height: number;
  fps: number;
};

export type Exposure = {
  frame: Frame;
  /** Device pixels for each pixel of the composition. */
  scale: number;
  onShot?: (shot: number) => void;
};

export type Footage = {
  /** The PNG of each shot, in the film's order. */
  pictures: Buffer[];
  reports: Report[];
  /** The shot that broke the whole render off, which those after it then miss. */
  brokenAt: number | null;
};

/** Longer than the page lets a scene wait, so that only a page that hangs runs into it. */
const TIMEOUT_IN_MS = 90_000;

const parseReport = (line: string): Report[] =>
  line.startsWith(REPORT_PREFIX) ? [JSON.parse(line.slice(REPORT_PREFIX.length)) as Report] : [];

/** A browser with the bundled page in a folder of its own, into which films and sheets are put. */
export class Camera {
  private constructor(
    private browser: Browser,
    private readonly folder: string,
  ) {}

  /** Opens a camera, lets `work` use it, and closes it however that ends. */
  static async use<T>(work: (camera: Camera) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'firstframe-'));
    try {
      await cp(await bundledPage(), folder, {recursive: true});
      const camera = new Camera(await startBrowser(), folder);
      try {
        return await work(camera);
      } finally {
        await camera.browser.close({silent: true});
      }
    } finally {
      await rm(folder, {recursive: true, force: true});
    }
  }

  /** Takes all shots of a film in one go. All its scenes have the size and rate of `frame`. */
  async shoot(film: Film, exposure: Exposure): Promise<Footage> {
    await this.put('film.json', JSON.stringify(film));
    const longest = Math.max(...film.scenes.map((scene) => scene.durationInFrames));
    return this.render('reel', film.shots.length, longest, exposure);
  }

  /** Draws a picture sheet; `pictures` are its tiles' files. */
  async develop(sheet: Sheet, pictures: Map<string, Buffer>): Promise<Buffer> {
    await Promise.all([...pictures].map(([file, picture]) => this.put(file, picture)));
    await this.put('sheet.json', JSON.stringify(sheet));
    const frame = {width: sheet.width, height: sheet.height, fps: 30};
    const {pictures: drawn} = await this.render('sheet', 1, 1, {frame, scale: 1});
    return drawn[0] as Buffer;
  }

  private put(file: string, content: string | Buffer): Promise<void> {
    return writeFile(join(this.folder, 'public', file), content);
  }

  private async render(
    id: string,
    count: number,
    longest: number,
    exposure: Exposure,
  ): Promise<Footage> {
    const footage: Footage = {pictures: [], reports: [], brokenAt: null};
    try {
      await renderFrames(this.optionsFor(id, count, longest, exposure, footage));
    } catch (error) {
      await this.recover(error, footage);
    }
    return footage;
  }

  /** Blames the shot that was being taken, and starts anew, since a tab that hangs takes the browser with it. */
  private async recover(error: unknown, footage: Footage): Promise<void> {
    const shot = footage.reports.findLast(({kind}) => kind === 'begun')?.shot;
    if (shot === undefined) {
      throw error;
    }
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    footage.reports.push({shot, kind: 'threw', message});
    footage.brokenAt = shot;
    await this.browser.close({silent: true});
    this.browser = await startBrowser();
  }

  /** A composition lasts as long as its longest scene, because Remotion cuts sequences at its end. */
  private optionsFor(
    id: string,
    count: number,
    longest: number,
    {frame, scale, onShot}: Exposure,
    footage: Footage,
  ): RenderFramesOptions {
    return {
      serveUrl: this.folder,
      composition: compositionOf(id, frame, Math.max(count, longest)),
      inputProps: {},
      frameRange: [0, count - 1],
      imageFormat: 'png',
      outputDir: null,
      scale,
      concurrency: 1,
      muted: true,
      puppeteerInstance: this.browser,
      logLevel: 'error',
      timeoutInMilliseconds: TIMEOUT_IN_MS,
      onStart: () => undefined,
      onFrameUpdate: () => undefined,
      onFrameBuffer: (picture, shot) => {
        footage.pictures[shot] = picture;
        onShot?.(shot);
      },
      onBrowserLog: ({text}) => footage.reports.push(...parseReport(text)),
    };
  }
}

const compositionOf = (id: string, frame: Frame, durationInFrames: number) => ({
  ...frame,
  id,
  durationInFrames,
  props: {},
  defaultProps: {},
  defaultCodec: null,
  defaultOutName: null,
  defaultVideoImageFormat: null,
  defaultPixelFormat: null,
  defaultProResProfile: null,
  defaultSampleRate: null,
});
