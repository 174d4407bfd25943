import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { codeAsker } from '../../src/cli/ask-code.ts';

it('asks on a terminal, and shows nothing of what is typed', async () => {
  const input = new PassThrough();
  let shown = '';
  const ask = codeAsker({ input, isAttended: true, write: (text) => void (shown += text) });
  const asked = ask?.('arn:aws:iam::111122223333:mfa/me');
  await sleep(10);
  input.write('123456\n');
  expect(await asked).toBe('123456');
  expect(shown).toContain('MFA code for arn:aws:iam::111122223333:mfa/me: ');
  expect(shown).not.toContain('123456');
});

it('asks nobody where there is no terminal', () => {
  expect(codeAsker({ input: new PassThrough(), isAttended: false, write: () => undefined })).toBeUndefined();
});
