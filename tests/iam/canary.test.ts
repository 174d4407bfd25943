import { describe, expect, it } from 'vitest';
import { assertCanary } from '../../src/iam/index.ts';

describe('the canary', () => {
  it('lives', () => {
    expect(() => assertCanary()).not.toThrow();
  });

  it.each([
    { administrator: false, bucket: 'public', decision: 'allowed' },
    { administrator: true, bucket: 'private', decision: 'allowed' },
    { administrator: true, bucket: 'public', decision: 'possible' },
  ])('stops the run with an internal error when the engine answers %j', (answers) => {
    expect(() => assertCanary(answers)).toThrow(
      expect.objectContaining({
        code: 'internal',
        message: expect.stringContaining('known to be bad') as unknown,
      }) as Error,
    );
  });
});
