/**
 * Builds the studio's page into `dist`: `index.html`, which is the page, and `frame.html`, in which scenes run. Run it
 * with `npm run build`; with `-- --watch` it builds at every save, with source maps; with `-- --stand` it also builds
 * `stand.html`, the page on which tests put scenes that no server would hand out.
 */
import {readFile, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {gzip} from 'node:zlib';
import {context} from 'esbuild';
import {listTypefaces} from './src/render/typefaces';

const ROOT = dirname(fileURLToPath(import.meta.url));
const WEB = join(ROOT, 'web');
const DIST = join(ROOT, 'dist');
const ADDRESS = '/studio/';
const WATCH = process.argv.includes('--watch');

/** What the page may weigh before anything can be seen, in bytes of gzip, fonts apart. */
const BUDGET = 200_000;

const compress = promisify(gzip);

const ruleOf = ({family, source, weight, style, range}) =>
  `@font-face {font-family: "${family}"; src: url("${source}") format("woff2"); ` +
  `font-weight: ${weight}; font-style: ${style}; unicode-range: ${range}; font-display: block}`;

const listOf = (faces) => {
  const files = faces.map(({source}, index) => `import file${index} from '${source}';`);
  const entries = faces.map(
    ({family, weight, style, range}, index) =>
      `{...${JSON.stringify({family, weight, style, range})}, address: file${index}},`,
  );
  return [...files, 'export const shipped = [', ...entries, '];'].join('\n');
};

/** All faces that scenes may name, from the packages that hold them: `typefaces.css`, and their list, `typefaces`. */
const typefaces = {
  name: 'typefaces',
  setup(build) {
    build.onResolve({filter: /^typefaces(\.css)?$/}, ({path}) => ({path, namespace: 'typefaces'}));
    build.onLoad({filter: /.*/, namespace: 'typefaces'}, async ({path}) => {
      const faces = await listTypefaces();
      return path.endsWith('.css')
        ? {contents: faces.map(ruleOf).join('\n'), loader: 'css', resolveDir: ROOT}
        : {contents: listOf(faces), loader: 'js', resolveDir: ROOT};
    });
  },
};

/** The files that a page needs before it runs: its script, what that imports at once, and its style sheet. */
const firstLoad = (outputs, script) => {
  const needed = new Set([script]);
  for (const file of needed) {
    outputs[file].imports
      .filter(({kind}) => kind === 'import-statement')
      .forEach(({path}) => needed.add(path));
  }
  const styles = outputs[script].cssBundle;
  return styles === undefined ? [...needed] : [...needed, styles];
};

const weigh = async (files) => {
  const zipped = await Promise.all(files.map(async (file) => compress(await readFile(file))));
  return zipped.reduce((sum, {length}) => sum + length, 0);
};

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;

const report = async (page, files, budget) => {
  const weight = await weigh(files);
  const allowed = budget === undefined ? '' : `, of ${kilobytes(budget)} allowed`;
  console.log(`${page}: ${kilobytes(weight)} with gzip before it runs${allowed}`);
  if (budget !== undefined && weight > budget) {
    console.error(`${page} is too heavy: load what is not seen at first with import().`);
    process.exitCode = 1;
  }
};

/** Writes the page of an entry with the names that its files got. */
const page = (name, entry, budget) => ({
  name: 'page',
  setup(build) {
    build.onEnd(async ({errors, metafile}) => {
      if (errors.length > 0 || metafile === undefined) {
        return;
      }
      const {outputs} = metafile;
      const script = Object.keys(outputs).find(
        (file) => outputs[file].entryPoint === relative(ROOT, entry),
      );
      const address = (file) => ADDRESS + relative(DIST, join(ROOT, file));
      const styles = outputs[script].cssBundle;
      const link = styles ? `<link rel="stylesheet" href="${address(styles)}" />` : '';
      const html = await readFile(join(dirname(entry), name), 'utf8');
      const written = html
        .replace(`src="${basename(entry)}"`, `src="${address(script)}"`)
        .replace('</head>', `${link}</head>`);
      await writeFile(join(DIST, name), written);
      await report(name, firstLoad(outputs, script), budget);
    });
  },
});

const shared = {
  absWorkingDir: ROOT,
  outdir: DIST,
  publicPath: ADDRESS,
  bundle: true,
  minify: !WATCH,
  sourcemap: WATCH,
  metafile: true,
  target: 'es2022',
  jsx: 'automatic',
  define: {'process.env.NODE_ENV': WATCH ? '"development"' : '"production"'},
  loader: {'.woff2': 'file', '.woff': 'file', '.svg': 'file', '.webp': 'file'},
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: 'files/[name]-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
};

const PAGE = join(WEB, 'main.tsx');
const FRAME = join(WEB, 'frame', 'frame.tsx');
const STAND = join(ROOT, 'e2e', 'stand', 'stand.tsx');

const modules = (name, entry, budget) => ({
  ...shared,
  entryPoints: [entry],
  format: 'esm',
  splitting: true,
  plugins: [typefaces, page(name, entry, budget)],
});

const builds = [
  modules('index.html', PAGE, BUDGET),
  // The frame's origin is opaque, to which the server's own is another: modules would be refused, a script is not.
  {
    ...shared,
    entryPoints: [FRAME],
    format: 'iife',
    plugins: [typefaces, page('frame.html', FRAME)],
  },
  ...(process.argv.includes('--stand') ? [modules('stand.html', STAND)] : []),
];

await rm(DIST, {recursive: true, force: true});
for (const options of builds) {
  const builder = await context(options);
  if (WATCH) {
    await builder.watch();
  } else {
    await builder.rebuild().catch(() => (process.exitCode = 1));
    await builder.dispose();
  }
}
