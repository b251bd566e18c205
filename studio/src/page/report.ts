import {REPORT_PREFIX} from '../film';
import type {Report} from '../film';

/**
 * Writes to the console from a script of its own. Remotion prints what the bundle itself logs, whatever the log
 * level, and passes on quietly what other scripts log.
 */
const log = new Function('line', 'console.log(line);\n//# sourceURL=report') as (
  line: string,
) => void;

/** Sends a report to the tools. */
export const report = (line: Report): void => log(REPORT_PREFIX + JSON.stringify(line));

/** React and Remotion also write to the console what is caught and reported here. */
console.error = () => undefined;
console.warn = () => undefined;
