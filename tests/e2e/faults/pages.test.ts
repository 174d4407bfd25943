import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fails, type Front } from '../../../src/stand-in/front.ts';
import { figure } from '../../helpers/figures.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { compare, killWhen, resident, type Scan } from './run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { scan } = resident();

const folder = mkdtempSync(path.join(tmpdir(), 'audit-pages-'));
const pages = 6;
const reading = ['--region', 'us-east-1', '--check', 'ec2-ebs-volume-encrypted'];
const volumes = { service: 'ec2', operation: 'DescribeVolumes' } as const;

const tokenOf = ({ NextToken }: { readonly NextToken?: unknown }): string =>
  typeof NextToken === 'string' ? NextToken : 'page-1';

let front: Front;
let whole: Scan;
/** The tokens that are refused the next time. */
let expired: Set<string>;

beforeEach(async () => {
  expired = new Set();
  front = await startWorld();
  front.answer({ ...volumes, region: 'us-east-1' }, ({ input }) => {
    const token = tokenOf(input);
    if (expired.delete(token))
      return fails({ code: 'InvalidNextToken', status: 400, message: 'The token has expired' });
    const page = Number(token.slice('page-'.length));
    const Volumes = [1, 2, 3].map((n) => ({
      VolumeId: `vol-${page}${n}`,
      Encrypted: n === 1,
      State: 'in-use',
      Attachments: [],
    }));
    return { Volumes, ...(page < pages ? { NextToken: `page-${page + 1}` } : {}) };
  });
  whole = await scan(front, reading);
  expect(whole.result.findings).toHaveLength(3 * pages);
  front.record.clear();
});
afterEach(() => front.stop());
afterAll(() => rmSync(folder, { recursive: true }));

const asked = (): string[] => front.record.find(volumes).map(({ input }) => tokenOf(input));

/** A scan that is killed when so many pages were answered and the next is on its way. */
async function killedAfter(count: number): Promise<string> {
  const save = path.join(folder, `${count}-${expired.size}.ndjson`);
  front.faults({ rules: [{ ...volumes, latencyMs: 300 }] });
  await killWhen(front, () => front.record.count(volumes) > count, ['scan', '--quiet', '--save', save, ...reading]);
  front.faults();
  expect(asked()).toEqual(Array.from({ length: count + 1 }, (_, n) => `page-${n + 1}`));
  front.record.clear();
  return save;
}

describe('a list of several pages that was killed between two of them', () => {
  it.each([1, 3, 5])('goes on after page %i, and says the same in the end', async (count) => {
    const save = await killedAfter(count);
    const resumed = await scan(front, ['--save', save, '--resume', ...reading]);
    expect(asked()).toEqual(Array.from({ length: pages - count }, (_, n) => `page-${count + n + 1}`));
    expect(compare(whole.result, resumed.result)).toMatchObject({ different: [], lost: [], gone: [] });
    expect(resumed.result.findings).toHaveLength(whole.result.findings.length);
    figure('killed', `pages asked again of a list killed after page ${count}`, 0, '0');
  });

  it('begins again when AWS no longer takes the token', async () => {
    const save = await killedAfter(3);
    expired.add('page-4');
    const resumed = await scan(front, ['--save', save, '--resume', ...reading]);
    expect(asked()).toEqual(['page-4', 'page-1', 'page-2', 'page-3', 'page-4', 'page-5', 'page-6']);
    expect(compare(whole.result, resumed.result)).toMatchObject({ different: [], lost: [], gone: [] });
    expect(resumed.result.findings).toHaveLength(whole.result.findings.length);
  });

  it('keeps its pages when the next one fails: nothing is judged by half a list', async () => {
    const save = await killedAfter(2);
    front.faults({ rules: [{ ...volumes, fault: 'internal' }] });
    const failed = await scan(front, ['--save', save, '--resume', ...reading]);
    expect(failed.result.findings.map(({ status }) => status)).toEqual(['unknown']);
    expect(new Set(asked())).toEqual(new Set(['page-3']));
  });
});
