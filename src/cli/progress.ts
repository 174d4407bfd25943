import { inert } from '../text/inert.ts';
import type { CollectProgress, Share } from '../inventory/scope-progress.ts';

/** What a run has done so far. */
export interface ProgressState {
  calls: number;
  throttled: number;
  collected: CollectProgress | undefined;
  /** A call that AWS takes long to answer. */
  waitingFor?: string | undefined;
}

export interface Progress {
  /** A new stage has begun, e.g. "reading 3 regions". */
  stage(name: string): void;
  update(state: ProgressState): void;
  /** Takes the line away, so that the report starts on a clean one. */
  done(): void;
}

const everyMs = 100;

/** A line that is redrawn on a terminal, one line a stage elsewhere; nothing when quiet. Always on stderr. */
export function progressFor(stream: NodeJS.WriteStream, options: { quiet: boolean; now?: () => number }): Progress {
  if (options.quiet) return { stage() {}, update() {}, done() {} };
  const now = options.now ?? (() => performance.now());
  // A dumb terminal cannot take back what it wrote.
  return stream.isTTY && process.env['TERM'] !== 'dumb' ? terminal(stream, now) : plain(stream);
}

function plain(stream: NodeJS.WriteStream): Progress {
  return {
    stage: (name) => void stream.write(`audit: ${inert(name)}\n`),
    update() {},
    done() {},
  };
}

function terminal(stream: NodeJS.WriteStream, now: () => number): Progress {
  let stage = '';
  let started = now();
  let last = -Infinity;
  let drawn = false;
  const draw = (line: string): void => {
    stream.write(`\r\u001B[2K${line.slice(0, Math.max(20, stream.columns - 1))}`);
    drawn = true;
  };
  return {
    stage(name) {
      stage = inert(name);
      started = now();
      draw(stage);
    },
    update(state) {
      if (now() - last < everyMs) return;
      last = now();
      draw(`${stage}  ${describe(state, now() - started)}`);
    },
    done() {
      if (drawn) stream.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

/** E.g. `12/17 services · 2/4 regions · 310 calls · 4 throttled · about 8 s left`. */
export function describe({ collected, calls, throttled, waitingFor }: ProgressState, elapsedMs: number): string {
  const share = ({ done, total }: Share, what: string): string => `${done}/${total} ${what}`;
  const parts =
    collected === undefined ? [] : [share(collected.services, 'services'), share(collected.regions, 'regions')];
  parts.push(`${calls} calls`);
  if (throttled > 0) parts.push(`${throttled} throttled`);
  const { done, total } = collected?.steps ?? { done: 0, total: 0 };
  // At first the lists are still coming in, and with them most of what is to be read.
  if (elapsedMs > 2000 && done > 0 && done < total)
    parts.push(`about ${Math.max(1, Math.round(((elapsedMs / done) * (total - done)) / 1000))} s left`);
  if (waitingFor !== undefined) parts.push(`waiting for ${waitingFor}`);
  return parts.join(' · ');
}
