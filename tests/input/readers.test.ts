import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { Judging } from '../../src/engine/judge.ts';
import { AuditError } from '../../src/program/errors.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import { readSnapshot } from '../../src/inventory/snapshot.ts';
import { randomOf, spoilBytes, spoilValue } from './mutate.ts';
import { readers } from './readers.ts';

const dir = mkdtempSync(join(tmpdir(), 'audit-input-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Every reader takes each spoilt file within this, or says what is wrong with it. */
const mostMs = 5000;
const soak = process.env['SOAK'] === '1';
const times = Number(process.env['FUZZ_TIMES'] ?? (soak ? 400 : 40));
/** The same in every short run, and others in each long one. FUZZ_SEED runs one again. */
const given = process.env['FUZZ_SEED'];
const anew = Array.from({ length: 5 }, (_, i) => (Date.now() + i * 7919) % 1_000_000);
const seeds = given === undefined ? [1, ...(soak ? anew : [])] : [Number(given)];

/** Reads a file; an error that is one of a user's is what is expected. @throws with how to see it again */
async function survives(what: string, read: () => unknown): Promise<void> {
  const start = performance.now();
  try {
    await read();
  } catch (error) {
    if (!(error instanceof AuditError) || error.exitCode !== 2)
      throw new Error(`${what}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`, { cause: error });
    expect(error.message, what).not.toMatch(/undefined|\[object|Maximum call stack/);
  }
  expect(performance.now() - start, what).toBeLessThan(mostMs);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
}

const file = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

/** Lines under an end that counts and sums them up, as somebody would write who means to. */
function sealed(lines: readonly string[], end: Readonly<Record<string, unknown>>): string {
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ end: { ...end, lines: lines.length, sha256 } })}\n`;
}

const demo = readFileSync(join(import.meta.dirname, '../../demo/account.ndjson'), 'utf8')
  .trimEnd()
  .split('\n');
const { end: demoEnd } = JSON.parse(demo.at(-1) ?? '') as { end: Record<string, unknown> };
/** A small part of the demo account: a few lists of several types with their records. */
const [demoHeader = ''] = demo;
const demoLines = demo.slice(1, -1).filter((line) => line.length < 4000);

async function judged(path: string): Promise<void> {
  let judging: Judging | undefined;
  await readSnapshot(path, (inventory) => {
    judging = new Judging(
      checks,
      inventory,
      { now: Date.parse(inventory.header.startedAt), source: 'snapshot' },
      () => true,
    );
    return judging;
  });
  for (const finding of judging?.result().findings ?? []) JSON.stringify(finding);
}

describe.each(seeds)('spoilt files (FUZZ_SEED=%i) never hang a reader, nor look like a bug of the program:', (seed) => {
  it.each(readers)('$of', { timeout: 600_000 }, async ({ good, extension = 'json', read }) => {
    const random = randomOf(seed);
    const whole = typeof good === 'string' ? good : JSON.stringify(good);
    await read(file(`good.${extension}`, whole)).catch((error: unknown) => {
      // The YAML has a key too many, so that each of its lines can be spoilt.
      if (typeof good !== 'string') throw error;
    });
    for (let time = 0; time < times; time++) {
      const spoilt =
        typeof good === 'string' || random() < 0.4
          ? spoilBytes(Buffer.from(whole), random)
          : Buffer.from(JSON.stringify(spoilValue(good, random)));
      const path = file(`spoilt.${extension}`, spoilt);
      await survives(spoilt.toString().slice(0, 3000), () => read(path));
    }
  });

  it('a snapshot', { timeout: 600_000 }, async () => {
    const random = randomOf(seed);
    for (let time = 0; time < times; time++) {
      const from = Math.floor(random() * Math.max(1, demoLines.length - 40));
      const list = demoLines.findIndex((line, at) => at >= from && line.startsWith('{"list"'));
      const lines = [demoHeader, ...demoLines.slice(Math.max(0, list), list + 30)];
      const at = random() < 0.2 ? 0 : Math.floor(random() * lines.length);
      const end = random() < 0.1 ? (spoilValue(demoEnd, random) as Record<string, unknown>) : demoEnd;
      const spoilt =
        random() < 0.2
          ? spoilBytes(Buffer.from(sealed(lines, end)), random)
          : sealed(lines.with(at, JSON.stringify(spoilValue(JSON.parse(lines[at] ?? ''), random))), end);
      const path = file('spoilt.ndjson', spoilt);
      await survives(spoilt.toString().slice(0, 6000), () => judged(path));
    }
  });

  it('a journal', { timeout: 600_000 }, async () => {
    const random = randomOf(seed);
    const sum = (json: string): string => `${json}\t${createHash('sha256').update(json).digest('hex').slice(0, 8)}`;
    const { header } = JSON.parse(demoHeader) as { header: unknown };
    const entries: unknown[] = [
      { header },
      { page: ['ec2/vpc', 'us-east-1'], items: [{ id: 'a' }], next: 'two' },
      { page: ['ec2/vpc', 'us-east-1'], items: [{ id: 'b' }], next: 'three', after: 1 },
      { list: ['ec2/vpc', 'us-east-1'], items: [{ id: 'c', tags: { a: 'b' } }], after: 2 },
      { list: ['s3/bucket', 'global'], gap: { kind: 'denied', actions: ['s3:X'], code: 'AccessDenied', by: 'scp' } },
      { facet: ['ec2/vpc', 'us-east-1', 'arn:x', 'flowLogs'], outcome: { kind: 'present', value: { a: 1 } } },
    ];
    for (let time = 0; time < times * 3; time++) {
      const at = Math.floor(random() * entries.length);
      const lines = entries.with(at, spoilValue(entries[at], random)).map((entry) => sum(JSON.stringify(entry)));
      const whole = `${(random() < 0.7 ? lines : entries.map((entry) => sum(JSON.stringify(entry)))).join('\n')}\n`;
      const spoilt = random() < 0.5 ? whole : spoilBytes(Buffer.from(whole), random);
      const path = file('journal.partial', spoilt);
      await survives(spoilt.toString(), () => new FileJournal(path.replace(/\.partial$/, ''), true).close());
    }
  });
});
