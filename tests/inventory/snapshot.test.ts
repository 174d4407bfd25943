import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot, snapshotLines } from '../../src/inventory/snapshot.ts';
import { colour, denied, failed, inventoryOf, record, thing } from '../engine/fakes.ts';

const dir = mkdtempSync(join(tmpdir(), 'snapshot-'));
const file = (name: string, content: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};

const inventory = inventoryOf({
  'eu-west-1': [record('b', { colour: denied }), record('a', { colour: colour('red') })],
  'us-east-1': failed,
});
inventory.countCall('fake', 'eu-west-1');
inventory.finishedAt = '2026-06-01T00:01:00.000Z';
let text = '';
beforeAll(() => {
  text = [...snapshotLines(inventory)].join('');
});

describe('a snapshot', () => {
  it.each(['plain', 'gzip'])('comes back as it was, %s', async (kind) => {
    const back = await readSnapshot(file(`good-${kind}`, kind === 'gzip' ? gzipSync(text) : text));
    expect(back.header).toEqual(inventory.header);
    expect(back.finishedAt).toBe(inventory.finishedAt);
    expect(back.calls).toEqual(inventory.calls);
    expect(back.collected).toEqual(inventory.collected);
    expect(back.listings(thing).map((l) => l.result.kind)).toEqual(['present', 'failed']);
    expect([...snapshotLines(back)].join('')).toBe(text);
  });

  it('is the same text whatever the order of reading', () => {
    const other = inventoryOf({
      'us-east-1': failed,
      'eu-west-1': [record('a', { colour: colour('red') }), record('b', { colour: denied })],
    });
    other.countCall('fake', 'eu-west-1');
    other.finishedAt = inventory.finishedAt;
    expect([...snapshotLines(other)].join('')).toBe(text);
  });

  it('of an earlier program is read, its errors as failures', async () => {
    const lines = text.trimEnd().split('\n');
    const trailer = JSON.parse(lines.pop() ?? '') as { end: { calls: unknown } };
    trailer.end.calls = [['fake/eu-west-1', { calls: 3, errors: 2, throttled: 0 }]];
    const back = await readSnapshot(file('old', `${[...lines, JSON.stringify(trailer)].join('\n')}\n`));
    expect(back.calls.get('fake/eu-west-1')).toEqual({ calls: 3, denied: 0, failed: 2, unsupported: 0 });
  });

  it.each([
    ['is missing', undefined, /cannot be read/],
    ['is empty', '', /is empty/],
    ['is something else', 'hello\n', /is not a snapshot/],
    ['is other JSON', '{"a":1}\n', /is not a snapshot/],
    [
      'is of another version',
      () => text.replace('"version":1', '"version":99'),
      /version 99; this program reads version 1/,
    ],
    ['lacks its end', () => text.split('\n').slice(0, -2).join('\n'), /cut off after line/],
    [
      'lacks a line in the middle',
      () => text.split('\n').toSpliced(2, 1).join('\n'),
      /has \d+ lines where its end says/,
    ],
    ['was changed', () => text.replace('"red"', '"blu"'), /checksum/],
    ['has a broken line', () => text.replace('{"record"', '{"record'), /has-a-broken-line:\d+: is damaged/],
    ['goes on after its end', () => `${text}{"record":{}}\n`, /after its end/],
  ])('is refused when it %s', async (name, content, message) => {
    const path =
      content === undefined
        ? join(dir, 'none')
        : file(name.replaceAll(' ', '-'), typeof content === 'function' ? content() : content);
    await expect(readSnapshot(path)).rejects.toThrow(message);
    await expect(readSnapshot(path)).rejects.toMatchObject({ code: 'snapshot', exitCode: 2 });
  });

  it('is refused when a compressed one is cut off at any point', async () => {
    const whole = gzipSync(text);
    for (let end = 3; end < whole.length; end += 7) {
      await expect(readSnapshot(file('cut.gz', whole.subarray(0, end)))).rejects.toMatchObject({ code: 'snapshot' });
    }
  });
});

it('the embedded demo account is whole', async () => {
  const demo = join(import.meta.dirname, '../../demo/account.ndjson');
  expect(readFileSync(demo, 'utf8').length).toBeGreaterThan(1000);
  expect((await readSnapshot(demo)).complete).toBe(true);
});
