import { describe, expect, it } from 'vitest';
import { exposure, type ExposureInput, type ExposureOptions, type ExposureVerdict } from '../../../src/iam/index.ts';
import { ACCOUNT, NOW, ORGANIZATION } from '../documents.ts';

export const options: ExposureOptions = { account: ACCOUNT, organization: ORGANIZATION, now: NOW };

/** read, write and administer; one word stands for all three. */
export type Access = ExposureVerdict | readonly [ExposureVerdict, ExposureVerdict, ExposureVerdict];
export type Case = readonly [what: string, input: ExposureInput, expected: Access, accounts?: readonly string[]];

/** One test for each case; every verdict above `private` that is certain has to come with a witness. */
export function tables(all: Readonly<Record<string, readonly [url: string, cases: readonly Case[]]>>): void {
  for (const [name, [url, cases]] of Object.entries(all)) {
    describe(`${name} (${url})`, () => {
      it.each(cases.map((one) => [...one] as const))('%s', (_, input, expected, accounts) => {
        const found = exposure(input, options);
        const [read, write, administer] = typeof expected === 'string' ? [expected, expected, expected] : expected;
        expect(found.access).toEqual({ read, write, administer });
        if (accounts !== undefined) expect(found.accounts).toEqual(accounts);
        for (const group of ['read', 'write', 'administer'] as const) {
          const verdict = found.access[group];
          const needsWitness = verdict !== 'private' && verdict !== 'unknown' && input.kind !== 'ram';
          if (needsWitness) expect(found.witnesses[group]).toBeDefined();
        }
      });
    });
  }
}
