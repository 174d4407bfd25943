import { MalformedAnswer } from './errors.ts';

/**
 * What a service always tells, where `sends` of its `service.ts` cannot say so.
 * @throws MalformedAnswer when it did not
 */
export function told<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new MalformedAnswer(`the answer does not tell ${what}`);
  return value;
}
