import { cells, fitted } from '../text/cells.ts';
import { escapeText } from '../text/escape.ts';
import type { CollectProgress, Left, Share } from '../inventory/scope-progress.ts';

/** What a run has done so far. */
export interface ProgressState {
  calls: number;
  throttled: number;
  collected: CollectProgress | undefined;
  /** How long the rest takes; undefined while that is not known. */
  left: () => Left | undefined;
  /** A call that AWS takes long to answer. */
  waitingFor?: string | undefined;
}

export interface Progress {
  /** A new stage has begun, e.g. "reading 3 regions". */
  stage(name: string): void;
  update(state: ProgressState): void;
  /** Takes the line away and draws none until `resume`: somebody else uses the terminal. */
  pause(): void;
  resume(): void;
  /** Takes the line away, so that the report starts on a clean one. */
  done(): void;
}

const everyMs = 100;

/** A line that is redrawn on a terminal, one line a stage elsewhere; nothing when quiet. Always on stderr. */
export function progressFor(stream: NodeJS.WriteStream, options: { quiet: boolean; now?: () => number }): Progress {
  if (options.quiet) return { stage() {}, update() {}, pause() {}, resume() {}, done() {} };
  const now = options.now ?? (() => performance.now());
  // A dumb terminal cannot take back what it wrote.
  return stream.isTTY && process.env['TERM'] !== 'dumb' ? terminal(stream, now) : plain(stream);
}

function plain(stream: NodeJS.WriteStream): Progress {
  return {
    stage: (name) => void stream.write(`audit: ${escapeText(name)}\n`),
    update() {},
    pause() {},
    resume() {},
    done() {},
  };
}

function terminal(stream: NodeJS.WriteStream, now: () => number): Progress {
  let stage = '';
  let last = -Infinity;
  let drawn = false;
  let paused = false;
  const draw = (parts: readonly Part[]): void => {
    // Some terminals go to the next line when the last column is written.
    stream.write(`\r\u001B[2K${lineOf(stage, parts, (stream.columns || usualColumns) - 1)}`);
    drawn = true;
  };
  const clear = (): void => {
    if (drawn) stream.write('\r\u001B[2K');
    drawn = false;
  };
  return {
    stage(name) {
      stage = escapeText(name);
      if (!paused) draw([]);
    },
    update(state) {
      if (paused || now() - last < everyMs) return;
      last = now();
      draw(partsOf(state));
    },
    pause() {
      clear();
      paused = true;
    },
    resume() {
      paused = false;
    },
    done: clear,
  };
}

/** Of a terminal that does not tell how wide it is. */
const usualColumns = 80;

/** A piece of the line; those of the highest rank are left out first where there is no room for all. */
interface Part {
  readonly text: string;
  readonly rank: number;
}

/** As much of stage and state as fits. Where the state leaves no room, the stage goes: it was shown when it began. */
export function lineOf(stage: string, parts: readonly Part[], columns: number): string {
  const joined = (some: readonly Part[]): string => some.map(({ text }) => text).join(' · ');
  const byRank = parts.toSorted((a, b) => a.rank - b.rank);
  for (const before of stage === '' ? [''] : [`${stage}  `, '']) {
    const fewest = before === '' ? 1 : Math.max(1, Math.min(least, parts.length));
    for (let n = byRank.length; n >= fewest; n--) {
      const kept = new Set(byRank.slice(0, n));
      const line = before + joined(parts.filter((part) => kept.has(part)));
      if (cells(line) <= columns) return line;
    }
  }
  return fitted(parts.length === 0 ? stage : (byRank[0]?.text ?? ''), columns);
}

/** Parts that are worth more than the stage. */
const least = 3;

/** E.g. `12/17 services · 2/4 regions · 310 calls · 4 throttled · about 8 s left`. */
export function describe(state: ProgressState): string {
  return partsOf(state)
    .map(({ text }) => text)
    .join(' · ');
}

function partsOf({ collected, left, calls, throttled, waitingFor }: ProgressState): Part[] {
  const share = ({ done, total }: Share, what: string): string => `${done}/${total} ${what}`;
  const parts: Part[] = [];
  if (collected !== undefined) {
    parts.push({ text: share(collected.services, 'services'), rank: 3 });
    parts.push({ text: share(collected.regions, 'regions'), rank: 2 });
  }
  parts.push({ text: `${calls} calls`, rank: 1 });
  if (throttled > 0) parts.push({ text: `${throttled} throttled`, rank: 4 });
  const rest = left();
  if (rest !== undefined && rest.ms > 0) parts.push({ text: inWords(rest), rank: 0 });
  if (waitingFor !== undefined) parts.push({ text: `waiting for ${escapeText(waitingFor)}`, rank: 5 });
  return parts;
}

function inWords({ ms, atLeast }: Left): string {
  const seconds = Math.round(ms / 1000);
  if (atLeast) return `at least ${Math.max(1, seconds)} s left`;
  return ms < 700 ? 'under 1 s left' : `about ${Math.max(1, seconds)} s left`;
}
