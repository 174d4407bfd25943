import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Writer } from '../../src/send/client.ts';
import { needs } from '../../src/send/operations.ts';
import type { Batch, NotTaken, Sendable } from '../../src/send/security-hub.ts';
import { batchesOf, limits, sendBatches } from '../../src/send/security-hub.ts';
import { asffOf } from '../../reports/export/asff.ts';
import { checksById, statementsOf } from '../../reports/export/statement.ts';
import { toJson } from '../../src/text/escape.ts';
import { connection } from '../helpers/connection.ts';
import { largeResult } from '../reports/fixture-large.ts';
import type { Canned } from './canned.ts';
import { hurried, startCanned } from './canned.ts';

const finding = (at: number, region = 'eu-west-1', bytes = 100): Sendable => ({
  id: `audit/${at}`,
  region,
  text: JSON.stringify({ Id: `audit/${at}`, Text: 'x'.repeat(bytes) }),
  label: `finding ${at}`,
});
const many = (count: number, region?: string, bytes?: number): Sendable[] =>
  Array.from({ length: count }, (_, at) => finding(at, region, bytes));
const batched = (findings: readonly Sendable[]): { batches: Batch[]; tooLarge: NotTaken[] } => {
  const tooLarge: NotTaken[] = [];
  return { batches: [...batchesOf(findings, (none) => void tooLarge.push(none))], tooLarge };
};

describe('batches', () => {
  it.each<[string, Sendable[], number[]]>([
    ['nothing', [], []],
    ['one', many(1), [1]],
    ['a full one', many(100), [100]],
    ['one more', many(101), [100, 1]],
    ['by size', many(100, 'eu-west-1', 99_000), [60, 40]],
    ['by region', [...many(3, 'eu-west-1'), ...many(2, 'us-east-1'), finding(9)], [4, 2]],
  ])('%s', (_what, findings, sizes) => {
    const { batches, tooLarge } = batched(findings);
    expect(batches.map(({ findings }) => findings.length)).toEqual(sizes);
    expect(tooLarge).toEqual([]);
    for (const { region, findings, bytes } of batches) {
      expect(new Set(findings.map((each) => each.region))).toEqual(new Set([region]));
      expect(Buffer.byteLength(`{"Findings":[${findings.map(({ text }) => text).join(',')}]}`)).toBeLessThanOrEqual(
        bytes,
      );
      expect(bytes).toBeLessThanOrEqual(limits.batchBytes);
    }
  });

  it('of 6,000 findings are within the limits, and hold all of them', () => {
    const result = largeResult(6000);
    const checks = checksById(result);
    function* all(): Generator<Sendable> {
      for (const statement of statementsOf(result)) {
        const asff = asffOf(statement, checks, result.run);
        yield { id: asff.Id, region: asff.ProductArn.split(':')[3] ?? '', text: toJson(asff), label: '' };
      }
    }
    let count = 0;
    for (const { findings, bytes } of batchesOf(all(), () => expect.unreachable())) {
      count += findings.length;
      if (findings.length > limits.findings || bytes > limits.batchBytes) expect.unreachable();
    }
    expect(count).toBe(6000);
  });

  it('leave out what no batch may hold, and say so', () => {
    const { batches, tooLarge } = batched([finding(1), finding(2, 'eu-west-1', 240_001), finding(3)]);
    expect(batches.flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual(['audit/1', 'audit/3']);
    expect(tooLarge.map(({ finding, why }) => [finding.id, why])).toEqual([
      ['audit/2', expect.stringMatching(/^it has 240\d+ bytes, and Security Hub takes 240000$/)],
    ]);
  });
});

describe('sending', () => {
  let hub: Canned;
  beforeAll(async () => {
    hub = await startCanned();
  });
  afterAll(() => hub.stop());
  beforeEach(() => {
    hub.got.length = 0;
  });

  const took = (SuccessCount: number, FailedFindings: object[] = []) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ SuccessCount, FailedCount: FailedFindings.length, FailedFindings }),
  });
  const refusal = (status: number, code: string, message = 'no') => ({
    status,
    headers: { 'x-amzn-errortype': `${code}:http://internal.amazon.com/` },
    body: JSON.stringify({ Message: message }),
  });

  async function send(findings: readonly Sendable[], forMs?: number) {
    const { patience, waited } = hurried(forMs);
    const over = connection({ endpointUrl: hub.url });
    const credentials = () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' });
    const writer = new Writer(over, credentials, needs['security-hub'], patience);
    try {
      const sent = await sendBatches(writer, batched(findings).batches, patience);
      return { ...sent, refused: sent.refused.map(({ finding, why }) => `${finding.id} ${why}`), waited };
    } finally {
      over.close();
    }
  }

  it('signs what it sends, for Security Hub and the region', async () => {
    hub.answers = [took(2)];
    expect(await send(many(2, 'eu-central-1'))).toMatchObject({ taken: 2, batches: 1, refused: [], unsent: [] });
    const [{ method, path, headers, body } = expect.unreachable()] = hub.got;
    expect([method, path]).toEqual(['POST', '/findings/import']);
    expect(headers['authorization']).toMatch(/Credential=AKIATEST\/\d{8}\/eu-central-1\/securityhub\/aws4_request/);
    expect((JSON.parse(body.toString()) as { Findings: object[] }).Findings).toHaveLength(2);
  });

  it('names each finding that was refused', async () => {
    hub.answers = [
      took(1, [
        { Id: 'audit/0', ErrorCode: 'InvalidInput', ErrorMessage: 'Resources is\nempty' },
        { Id: 'audit/2', ErrorCode: 'InvalidInput', ErrorMessage: 'AKIAIOSFODNN7EXAMPLE' },
      ]),
    ];
    const { taken, refused } = await send(many(3));
    expect(taken).toBe(1);
    expect(refused).toEqual(['audit/0 InvalidInput: Resources is', 'audit/2 InvalidInput: [redacted]']);
  });

  it.each([
    ['throttled', refusal(429, 'TooManyRequestsException')],
    ['throttled in another way', refusal(400, 'ThrottlingException')],
    ['a fault of the server', refusal(500, 'InternalException')],
    ['a broken connection', 'cut' as const],
  ])('tries again: %s', async (_what, answer) => {
    hub.answers = [answer, answer, took(3)];
    const { taken, waited } = await send(many(3));
    expect(taken).toBe(3);
    expect(waited.filter((ms) => ms > 110).length).toBe(2);
    const [first, , last] = hub.got.map(({ body }) => body.toString());
    expect(last).toBe(first);
  });

  it.each([
    ['InvalidAccessException', 401, 'Account 111122223333 is not subscribed to AWS Security Hub'],
    ['AccessDeniedException', 403, 'no'],
  ])('leaves a region that says %s, and goes on with the others', async (code, status, message) => {
    hub.answers = [
      ({ headers }) =>
        headers['authorization']?.includes('/eu-west-1/') === true ? refusal(status, code, message) : took(2),
    ];
    const { taken, unsent } = await send([...many(250, 'eu-west-1'), ...many(2, 'us-east-1')]);
    expect(taken).toBe(2);
    expect(unsent).toEqual([{ region: 'eu-west-1', findings: 250, why: `${code}: ${message}` }]);
    expect(hub.got).toHaveLength(2);
  });

  it('gives up where nobody answers for long, after two regions', async () => {
    hub.answers = ['cut'];
    const findings = ['eu-west-1', 'eu-west-2', 'eu-west-3'].flatMap((region) => many(1, region));
    const { taken, unsent, waited } = await send(findings, 20_000);
    expect(taken).toBe(0);
    expect(unsent.map(({ region, findings }) => [region, findings])).toEqual([
      ['eu-west-1', 1],
      ['eu-west-2', 1],
      ['eu-west-3', 1],
    ]);
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(41_000);
  });

  it.each<[string, string]>([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['another number', JSON.stringify({ SuccessCount: 1, FailedCount: 0, FailedFindings: [] })],
    ['refusals without names', JSON.stringify({ SuccessCount: 1, FailedCount: 2, FailedFindings: [] })],
    ['refusals of others', JSON.stringify({ SuccessCount: 2, FailedCount: 1, FailedFindings: [{ Id: 'x' }] })],
    ['a list', '[]'],
  ])('counts nothing as taken where the answer is %s', async (_what, body) => {
    hub.answers = [{ status: 200, body }];
    const { taken, unsent } = await send(many(3));
    expect([taken, unsent.map(({ findings }) => findings)]).toEqual([0, [3]]);
  });

  it('keeps to the pace that Security Hub takes', async () => {
    hub.answers = [took(100)];
    const { waited } = await send(many(500));
    expect(waited).toEqual([0, ...Array.from({ length: 4 }, () => limits.gapMs)]);
  });
});
