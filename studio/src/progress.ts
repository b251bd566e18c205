const BAR_WIDTH = 30;

/** What a command is at: how much of what is done. One that cannot be counted is 0 of 1, then 1 of 1. */
export type Progress = (stage: string, done: number, all: number) => void;

/**
 * Shows progress on stderr with the time that is left: a bar which is rewritten where it is a terminal, and a line for
 * every `step` of a log.
 */
export const showProgress = (step: number): Progress => {
  const startedAt = performance.now();
  return (stage, done, all) => {
    const seconds = (performance.now() - startedAt) / 1000;
    const left = done === 0 ? '' : `, ${Math.ceil((seconds / done) * (all - done))} s left`;
    const counted = all > 1 ? ` ${done} of ${all}` : '';
    const line = `${stage}${counted}, ${seconds.toFixed(0)} s${all > 1 ? left : ''}`;
    if (process.stderr.isTTY) {
      const bar = '█'.repeat(Math.round((done / all) * BAR_WIDTH)).padEnd(BAR_WIDTH, '░');
      const drawn = all > 1 ? `${bar} ` : '';
      process.stderr.write(`\r\u001b[K${drawn}${line}${done === all ? '\n' : ''}`);
    } else if (all === 1 || done % step === 0 || done === all) {
      process.stderr.write(`${line}\n`);
    }
  };
};
