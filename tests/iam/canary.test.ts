import { describe, expect, it } from 'vitest';
import { assertCanary } from '../../src/iam/index.ts';

describe('the canary', () => {
  it('lives', () => {
    expect(() => assertCanary()).not.toThrow();
  });

  const right = {
    administrator: true,
    notAction: true,
    passRole: true,
    queue: 'public',
    decision: 'allowed',
    denied: 'denied',
  };

  it.each([
    { ...right, administrator: false },
    { ...right, notAction: false },
    { ...right, passRole: false },
    { ...right, queue: 'private' },
    { ...right, decision: 'possible' },
    { ...right, denied: 'allowed' },
  ])('stops the run with an internal error when the engine answers %j', (answers) => {
    expect(() => assertCanary(answers)).toThrow(
      expect.objectContaining({
        code: 'internal',
        message: expect.stringContaining('known to be bad') as unknown,
      }) as Error,
    );
  });
});
