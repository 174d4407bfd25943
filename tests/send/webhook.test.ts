import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, headersOf, post, variableOf } from '../../src/send/webhook.ts';
import type { Answer, Canned } from './canned.ts';
import { hurried, startCanned } from './canned.ts';

let hook: Canned;
beforeAll(async () => {
  hook = await startCanned();
});
afterAll(() => hook.stop());
beforeEach(() => {
  hook.got.length = 0;
});

const body = Buffer.from('{"type":"audit.summary","name":"München"}\n');
const send = (options: Parameters<typeof post>[2] = {}, forMs?: number) => {
  const { patience, waited } = hurried(forMs);
  const sent = post(
    new URL(`${hook.url}/in?room=1`),
    { body, type: 'application/json' },
    { env: {}, patience, ...options },
  );
  return { sent, waited };
};

describe('posting', () => {
  it('sends the body as it is, with what tells it apart and proves it', async () => {
    hook.answers = [{ status: 204 }];
    const now = (): number => 1_750_000_000_500;
    expect(await send({ headers: { authorization: 'Bearer x' }, secret: 'key', now }).sent).toBe(204);
    const [{ method, path, headers, body: got } = expect.unreachable()] = hook.got;
    expect([method, path, got.toString()]).toEqual(['POST', '/in?room=1', body.toString()]);
    expect(headers).toMatchObject({
      authorization: 'Bearer x',
      'content-type': 'application/json',
      'content-length': String(body.length),
      'idempotency-key': createHash('sha256').update(body).digest('hex'),
      'audit-timestamp': '1750000000',
      'audit-signature': `v1=${createHmac('sha256', 'key').update(`1750000000.${body.toString()}`).digest('hex')}`,
    });
    await send().sent;
    expect(hook.got[1]?.headers).not.toHaveProperty('audit-signature');
  });

  it.each<[string, Answer, number]>([
    ['429 with seconds', { status: 429, headers: { 'retry-after': '7' } }, 7000],
    ['429 with a date', { status: 429, headers: { 'retry-after': 'Fri, 02 Jan 1970 00:00:09 GMT' } }, 9000],
    ['429 with a date that is over', { status: 429, headers: { 'retry-after': 'Thu, 01 Jan 1970 00:00:09 GMT' } }, 0],
    ['429 that asks for a day', { status: 429, headers: { 'retry-after': '86400' } }, 60_000],
    ['429 with nonsense', { status: 429, headers: { 'retry-after': 'soon' } }, 500],
    ['500', { status: 500 }, 500],
    ['503', { status: 503, headers: { 'retry-after': '2' } }, 2000],
    ['a broken connection', 'cut', 500],
  ])('tries again after %s', async (_what, answer, ms) => {
    hook.answers = [answer, { status: 200, body: 'ok' }];
    const { sent, waited } = send({ now: () => 86_400_000 });
    expect(await sent).toBe(200);
    expect(waited).toEqual([ms]);
    expect(hook.got[1]?.headers['idempotency-key']).toBe(hook.got[0]?.headers['idempotency-key']);
  });

  it.each<[string, Answer, RegExp]>([
    [
      '400',
      { status: 400, body: 'your token AKIAIOSFODNN7EXAMPLE' },
      /^it was not delivered: 127\.0\.0\.1:\d+ answers HTTP 400$/,
    ],
    ['401', { status: 401 }, /HTTP 401$/],
    ['404', { status: 404 }, /HTTP 404$/],
    ['501', { status: 501 }, /HTTP 501$/],
    ['301', { status: 301, headers: { location: 'http://169.254.169.254/' } }, /redirects are not followed$/],
    ['307', { status: 307, headers: { location: 'https://elsewhere.example/' } }, /redirects are not followed$/],
    ['an endless answer', { status: 200, body: Buffer.alloc(2_000_000) }, /longer than 1048576 bytes/],
  ])('says %s at once', async (_what, answer, said) => {
    hook.answers = [answer];
    await expect(send().sent).rejects.toMatchObject({
      code: 'delivery',
      exitCode: 5,
      message: expect.stringMatching(said),
    });
    expect(hook.got).toHaveLength(1);
  });

  it('gives up where nobody answers in time, or for long', async () => {
    hook.answers = ['mute'];
    await expect(send({ timeoutMs: 50 }, 2000).sent).rejects.toThrow(
      /did not answer within 0\.05 s|TimeoutError|no answer|did nothing/,
    );
    expect(hook.got.length).toBeGreaterThan(1);
    hook.answers = [{ status: 503 }];
    await expect(send({}, 5000).sent).rejects.toThrow('HTTP 503');
  });
});

describe('the address', () => {
  it.each([
    'https://a.example',
    'https://a.example:8443/x?y=z',
    'http://localhost:1/x',
    'http://127.0.0.1/',
    'http://[::1]:9/',
  ])('%s', (text) => expect(addressOf(text, '--to').href).toContain(text));
  it.each([
    ['', 'is no https address'],
    ['hooks.example/x', 'is no https address'],
    ['ftp://a.example/secret-part', 'is no https address'],
    ['http://a.example/secret-part', 'a.example would be sent'],
    ['http://10.0.0.1/secret-part', '10.0.0.1 would be sent'],
    ['http://127.0.0.1.evil.example/secret-part', 'would be sent'],
    ['http://169.254.169.254/secret-part', 'would be sent'],
    ['https://me:secret-part@a.example/', 'has a user or password'],
  ])('%s is none', (text, said) => {
    expect(() => addressOf(text, '--to')).toThrow(said);
    expect(() => addressOf(text, '--to')).not.toThrow('secret-part');
  });
});

describe('headers', () => {
  it('come out of variables', () => {
    expect(headersOf(['A', 'B'], { A: 'Authorization: Bearer abc.def', B: 'X-Api-Key:  k  ' })).toEqual({
      authorization: 'Bearer abc.def',
      'x-api-key': 'k',
    });
  });
  it.each([
    ['no header', 'Bearer secret-part'],
    ['two lines', 'A: secret-part\r\nHost: x'],
    ['one of ours', 'Host: secret-part'],
    ['a signature', 'Audit-Signature: secret-part'],
    ['nothing', ''],
    ['a header without a value', 'Authorization:'],
    ['letters that no header has', 'A: secret-part ü'],
  ])('%s is refused, and not shown', (_what, value) => {
    expect(() => headersOf(['A'], { A: value })).toThrow('--header-env A: ');
    expect(() => headersOf(['A'], { A: value })).not.toThrow('secret-part');
  });
  it('are not named twice, and not without a variable', () => {
    expect(() => headersOf(['A', 'B'], { A: 'X: abcd', B: 'x: efgh' })).toThrow('named twice');
    expect(() => variableOf('NONE', {}, '--secret-env')).toThrow('no environment variable of that name');
  });
});
