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
      at = time;
      last = known === undefined ? undefined : collected?.left(known);
    }
    return last === undefined ? undefined : { ...last, ms: Math.max(0, last.ms - (time - at)) };
  };
}
