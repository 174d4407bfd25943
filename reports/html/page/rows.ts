import type { Match } from './filter.ts';

/** A line of the list: a check or resource, a finding under it, or the details under a finding. */
export type Row =
  | { readonly kind: 'group'; readonly match: Match; readonly open: boolean }
  | {
      readonly kind: 'finding';
      readonly index: number;
      readonly open: boolean;
      readonly place: number;
      readonly of: number;
    }
  | { readonly kind: 'details'; readonly index: number };

export interface Heights {
  readonly group: number;
  readonly finding: number;
  /** Of details not measured yet. */
  readonly details: number;
}

interface Block {
  readonly match: Match;
  readonly open: boolean;
  readonly firstRow: number;
  readonly rows: number;
  /** Open findings as [place in the block, index]. */
  readonly details: readonly (readonly [place: number, index: number])[];
  readonly top: number;
  readonly height: number;
}

/** Which row stands where, without making the rows: a list of 100,000 costs as much as one of ten. */
export class Layout {
  readonly count: number;
  readonly height: number;
  readonly #blocks: Block[] = [];
  readonly #heights: Heights;
  readonly #measured: ReadonlyMap<number, number>;

  constructor(
    matches: readonly Match[],
    openGroups: ReadonlySet<number>,
    openFindings: ReadonlySet<number>,
    heights: Heights,
    measured: ReadonlyMap<number, number>,
  ) {
    this.#heights = heights;
    this.#measured = measured;
    let row = 0;
    let top = 0;
    for (const match of matches) {
      const open = openGroups.has(match.key);
      const details = open
        ? [...openFindings]
            .map((index) => [placeOf(match.findings, index), index] as const)
            .filter(([place]) => place >= 0)
            .sort(([a], [b]) => a - b)
        : [];
      const rows = 1 + (open ? match.findings.length + details.length : 0);
      const height =
        heights.group +
        (open ? match.findings.length * heights.finding : 0) +
        details.reduce((sum, [, index]) => sum + this.#detailsHeight(index), 0);
      this.#blocks.push({ match, open, firstRow: row, rows, details, top, height });
      row += rows;
      top += height;
    }
    this.count = row;
    this.height = top;
  }

  /** The row at a number, with its place in pixels. */
  at(row: number): { row: Row; top: number; height: number } | undefined {
    const block = this.#blockBy(({ firstRow }) => firstRow <= row);
    if (block === undefined || row < 0 || row >= this.count) return undefined;
    let inside = row - block.firstRow;
    if (inside === 0)
      return {
        row: { kind: 'group', match: block.match, open: block.open },
        top: block.top,
        height: this.#heights.group,
      };
    inside -= 1;
    let top = block.top + this.#heights.group;
    let before = 0;
    for (const [place, index] of block.details) {
      // The details of the finding at `place` come `place` + 1 rows and all details before it further down.
      const at = place + before + 1;
      if (inside < at) break;
      const height = this.#detailsHeight(index);
      if (inside === at)
        return { row: { kind: 'details', index }, top: top + (place + 1) * this.#heights.finding, height };
      top += height;
      before += 1;
    }
    const place = inside - before;
    const index = block.match.findings[place];
    if (index === undefined) return undefined;
    const open = block.details.some(([, other]) => other === index);
    return {
      row: { kind: 'finding', index, open, place: place + 1, of: block.match.findings.length },
      top: top + place * this.#heights.finding,
      height: this.#heights.finding,
    };
  }

  /** The number of the row at a distance from the top. */
  rowAt(y: number): number {
    const block = this.#blockBy(({ top }) => top <= y);
    if (block === undefined) return 0;
    let [low, high] = [block.firstRow, block.firstRow + block.rows - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.at(middle)?.top ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The number of a finding's row, or of a group's by its key. */
  find(what: { readonly finding: number } | { readonly group: number }): number {
    for (const block of this.#blocks) {
      if ('group' in what) {
        if (block.match.key === what.group) return block.firstRow;
        continue;
      }
      const place = placeOf(block.match.findings, what.finding);
      if (place < 0) continue;
      if (!block.open) return -1;
      return block.firstRow + 1 + place + block.details.filter(([other]) => other < place).length;
    }
    return -1;
  }

  /** The number of the row of the group that a row stands under. */
  groupOf(row: number): number {
    return this.#blockBy(({ firstRow }) => firstRow <= row)?.firstRow ?? -1;
  }

  #detailsHeight(index: number): number {
    return this.#measured.get(index) ?? this.#heights.details;
  }

  #blockBy(test: (block: Block) => boolean): Block | undefined {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = this.#blocks[middle];
      if (block !== undefined && test(block)) low = middle + 1;
      else high = middle;
    }
    return this.#blocks[Math.max(0, low - 1)];
  }
}

/** The place of a finding in a rising list of findings, or -1. */
function placeOf(findings: Int32Array, index: number): number {
  let [low, high] = [0, findings.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = findings[middle] ?? 0;
    if (value === index) return middle;
    if (value < index) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
