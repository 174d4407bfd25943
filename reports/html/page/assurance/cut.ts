/** Chromium makes no file at all of some 60,000 rows: paper has so many, those of the most severe checks first. */
export const mostRows = 30_000;

/** How many rows each check has on paper. @param counts of the checks, in their order */
export function rowsOnPaper(counts: readonly number[], most = mostRows): readonly number[] {
  let room = most;
  return counts.map((count) => {
    const shown = Math.min(count, room);
    room -= shown;
    return shown;
  });
}
