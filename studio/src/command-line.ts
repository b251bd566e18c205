import {resolve} from 'node:path';

/** A failure that is the user's to mend; its message is one sentence that says how. */
export class Complaint extends Error {}

const isWrongArgument = (error: unknown): error is Error =>
  error instanceof Error && String((error as {code?: string}).code).startsWith('ERR_PARSE_ARGS');

/** Runs a command and ends the process with its exit code, or with 2 and one sentence. */
export const run = async (command: () => Promise<number>): Promise<void> => {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Complaint) && !isWrongArgument(error)) {
      throw error;
    }
    console.error(error.message);
    process.exitCode = 2;
  }
};

/** A path that the user gave, seen from where the user is: npm itself runs scripts in the package's folder. */
export const placeOf = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
