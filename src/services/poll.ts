import type { Api } from '../aws/api.ts';

/** Waits between attempts in ms: about a minute in all, short at first because most jobs end at once. */
const waits = [250, 500, 1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 20_000];

/**
 * Asks again until `attempt` answers with something else than undefined.
 * @param api whose pauses end with the run
 * @param what names the job in the error
 * @throws Error named `NotReady` when it has no answer after about a minute
 */
export async function poll<T>(
  api: Pick<Api<unknown>, 'pause'>,
  what: string,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (const wait of [...waits, 0]) {
    // One after another on purpose: each attempt asks whether the job has ended.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await attempt();
    if (answer !== undefined) return answer;
    // oxlint-disable-next-line no-await-in-loop
    if (wait > 0) await api.pause(wait);
  }
  throw Object.assign(new Error(`AWS was still working on ${what} after a minute`), { name: 'NotReady' });
}
