/** What a run has done so far. */
export interface ProgressState {
  calls: number;
  throttled: number;
  scopesDone: number;
  scopesTotal: number;
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
  return stream.isTTY ? terminal(stream, now) : plain(stream);
}

function plain(stream: NodeJS.WriteStream): Progress {
  return {
    stage: (name) => void stream.write(`audit: ${name}\n`),
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
      stage = name;
      started = now();
      draw(name);
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

/** E.g. `12/40 lists · 310 calls · 4 throttled · about 8 s left`. */
export function describe(state: ProgressState, elapsedMs: number): string {
  const parts = [`${state.scopesDone}/${state.scopesTotal} lists`, `${state.calls} calls`];
  if (state.throttled > 0) parts.push(`${state.throttled} throttled`);
  if (state.scopesDone > 0 && elapsedMs > 2000) {
    const left = (elapsedMs / state.scopesDone) * (state.scopesTotal - state.scopesDone);
    parts.push(`about ${Math.max(1, Math.round(left / 1000))} s left`);
  }
  return parts.join(' · ');
}
