import { afterEach, describe, expect, it, vi } from 'vitest';
import { audit } from './run.ts';

/** A judgement that sees nothing, as a broken engine would give it. */
const broken = vi.hoisted(() => ({ blind: false }));

vi.mock('../../src/iam/document.ts', async (original) => {
  const real = await original<typeof import('../../src/iam/document.ts')>();
  return {
    ...real,
    grantsAdministrator: (document: unknown) =>
      broken.blind ? { answer: 'no', statements: [], conditions: {} } : real.grantsAdministrator(document),
  };
});

describe('a scan with a policy engine that has gone blind', () => {
  afterEach(() => {
    broken.blind = false;
  });

  it('stops with an internal error and reports nothing', async () => {
    broken.blind = true;
    const { code, stdout, stderr } = await audit([
      '--demo',
      '--check',
      's3-bucket-mfa-delete-enabled',
      '--format',
      'json',
    ]);
    expect(code).toBe(70);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/the policy engine does not recognise a policy that is known to be bad\nNothing was judged/);
  });

  it('goes on when the engine sees', async () => {
    const { code, stdout } = await audit([
      '--demo',
      '--check',
      's3-bucket-mfa-delete-enabled',
      '--format',
      'json',
      '--fail-on',
      'none',
    ]);
    expect([0, 3]).toContain(code);
    expect(stdout).not.toBe('');
  });
});
