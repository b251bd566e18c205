import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The studio's folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What the build wrote. */
export const DIST = join(ROOT, 'dist');
