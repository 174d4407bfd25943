import type { Pace } from '../aws/pace.ts';
import type { CollectProgress, Left } from '../inventory/scope-progress.ts';

/** Works out again after this, in ms, and after such a part of what is left: in between the clock goes on. */
const everyMs = 500;
const everyPart = 40;

/**
 * Tells how long a collection still takes; working it out costs a few ms.
 * @param pace undefined before AWS has answered
 */
export function timeLeft(
  pace: () => Pace | undefined,
  now = (): number => performance.now(),
): (collected: CollectProgress | undefined) => Left | undefined {
  let at = -Infinity;
  let last: Left | undefined;
  return (collected) => {
    const time = now();
    if (last === undefined || time - at >= Math.max(everyMs, last.ms / everyPart)) {
      const known = collected === undefined ? undefined : pace();
      const seen = known === undefined ? undefined : collected?.left(known);
      last = last === undefined || seen === undefined ? seen : steadied(last.ms - (time - at), seen, last.atLeast);
      at = time;
    }
    return last === undefined ? undefined : { ...last, ms: Math.max(0, last.ms - (time - at)) };
  };
}

/** What is seen is news, not the chance of a moment, where it is so many times as much, or as little. */
const news = 1.6;

/** Half the way from what was said to what is seen: what a moment sees jumps by an answer or two. */
function steadied(saidMs: number, seen: Left, wasLeast: boolean): Left {
  if (wasLeast || seen.atLeast || seen.ms > saidMs * news || saidMs > seen.ms * news) return seen;
  return { ms: (saidMs + seen.ms) / 2, atLeast: false };
}
