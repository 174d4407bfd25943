import { retryOf } from '../aws/errors.ts';
import { pause } from '../aws/pause.ts';

/** How long a receiver that is away is waited for. */
export interface Patience {
  /** From the first try to the last, in ms; default 90 s: a service that is away for a minute is waited for. */
  readonly forMs?: number;
  /** In ms; of tests. */
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
  /** Between 0 and 1. */
  readonly random?: () => number;
}

/** What an error says of trying again, besides what all errors do. */
interface Hints {
  /** How long the receiver asks to wait, in ms; undefined where it does not say. */
  readonly after?: (error: unknown) => number | undefined;
  /** Whether it passes although it does not look so. */
  readonly again?: (error: unknown) => boolean;
}

const usualMs = 90_000;
const firstMs = 500;
const longestMs = 15_000;

/**
 * Tries again what failed in passing (the network, a throttle, a fault of the server), each time after twice as long and no longer
 * than patience lasts. Whatever is sent must be such that sending it twice is no harm.
 * @throws the last error
 */
export async function patiently<T>(
  send: () => Promise<T>,
  { forMs = usualMs, now = Date.now, wait = (ms) => pause(ms, undefined), random = Math.random }: Patience = {},
  { after = () => undefined, again = () => false }: Hints = {},
): Promise<T> {
  const end = now() + forMs;
  for (let next = firstMs; ; next = Math.min(next * 2, longestMs)) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await send();
    } catch (error) {
      if (retryOf(error) === 'none' && !again(error)) throw error;
      // Not all at once: others were refused at the same moment.
      const ms = after(error) ?? next * (0.75 + random() / 2);
      if (now() + ms > end) throw error;
      // oxlint-disable-next-line no-await-in-loop
      await wait(ms);
    }
  }
}
