import type {Page} from '@playwright/test';

/** How long each film took from its arrival at the stage until it was on the screen, in milliseconds. */
export const paintTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const marksOf = (name: string) => performance.getEntriesByName(name) as PerformanceMark[];
    const given = new Map(marksOf('stage:show').map(({detail, startTime}) => [detail, startTime]));
    return marksOf('stage:shown').map(
      ({detail, startTime}) => startTime - (given.get(detail) ?? 0),
    );
  });
