import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FileJournal } from '../../src/inventory/file-journal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'audit-journal-'));
let count = 0;
let snapshot: string;
beforeEach(() => {
  snapshot = path.join(folder, `${count++}.ndjson`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const header = {
  account: '123456789012',
  partition: 'aws',
  caller: 'arn:aws:iam::123456789012:user/auditor',
  regions: ['us-east-1'],
  skippedRegions: [],
  startedAt: '2026-01-01T00:00:00.000Z',
  version: '0.0.0',
};
const items = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));

/** A journal that was written to and then left as a kill leaves it. */
function left(write: (journal: FileJournal) => void): void {
  const journal = new FileJournal(snapshot, false);
  journal.start(header);
  write(journal);
  journal.close();
}

/** What the next run finds in it. */
function found<T>(read: (journal: FileJournal) => T): T {
  const journal = new FileJournal(snapshot, true);
  try {
    return read(journal);
  } finally {
    journal.close();
  }
}

describe('the pages of a list that was cut off', () => {
  it('are kept with the token of the next', () => {
    left((journal) => {
      journal.addPage('vpc', 'us-east-1', items('a', 'b'), 'two');
      journal.addPage('vpc', 'us-east-1', items('c'), 'three');
      journal.addPage('vpc', 'eu-west-1', items('z'), 'other');
    });
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toEqual({
      items: items('a', 'b', 'c'),
      next: 'three',
    });
    expect(found((journal) => journal.pages('vpc', 'eu-west-1'))).toEqual({ items: items('z'), next: 'other' });
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toBeUndefined();
  });

  it('are part of the list once it is whole, and written once', () => {
    left((journal) => {
      journal.addPage('vpc', 'us-east-1', items('a', 'b'), 'two');
      journal.addList('vpc', 'us-east-1', items('a', 'b', 'c'));
    });
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toEqual(items('a', 'b', 'c'));
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toBeUndefined();
    expect(readFileSync(`${snapshot}.partial`, 'utf8').split('"a"')).toHaveLength(2);
  });

  it('are gone on with over several runs', () => {
    left((journal) => journal.addPage('vpc', 'us-east-1', items('a'), 'two'));
    found((journal) => journal.addPage('vpc', 'us-east-1', items('b'), 'three'));
    found((journal) => journal.addList('vpc', 'us-east-1', items('a', 'b', 'c')));
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toEqual(items('a', 'b', 'c'));
  });

  it('no longer count when their token was refused', () => {
    left((journal) => journal.addPage('vpc', 'us-east-1', items('a'), 'two'));
    found((journal) => journal.dropPages('vpc', 'us-east-1'));
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toBeUndefined();
    found((journal) => journal.addPage('vpc', 'us-east-1', items('x'), 'again'));
    found((journal) => journal.addList('vpc', 'us-east-1', items('x', 'y')));
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toEqual(items('x', 'y'));
  });

  it('make no list when one of them is missing: then it is asked again', () => {
    left((journal) => {
      journal.addPage('vpc', 'us-east-1', items('a'), 'two');
      journal.addPage('vpc', 'us-east-1', items('b'), 'three');
      journal.addList('vpc', 'us-east-1', items('a', 'b', 'c'));
    });
    const file = `${snapshot}.partial`;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*"three".*$/m, '{"page":["vpc"'));
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toBeUndefined();
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toBeUndefined();
  });

  it('end where a kill cut a line off', () => {
    left((journal) => journal.addPage('vpc', 'us-east-1', items('a'), 'two'));
    appendFileSync(`${snapshot}.partial`, '{"page":["vpc","us-east-1"],"items":[{"id":"b"}],"ne');
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toEqual({ items: items('a'), next: 'two' });
  });
});

describe('a journal of the first version, which had no checksums', () => {
  /** Its lines, each as it was written then. */
  const lines = [
    { header },
    { page: ['vpc', 'us-east-1'], items: items('a'), next: 'two' },
    { list: ['subnet', 'us-east-1'], items: items('s') },
    { facet: ['subnet', 'us-east-1', 'arn:s', 'tags'], outcome: { kind: 'present', value: {} } },
  ].map((line) => JSON.stringify(line));
  const write = (text: string): void => writeFileSync(`${snapshot}.partial`, text);

  it('is gone on from', () => {
    write(`${lines.join('\n')}\n`);
    expect(found((journal) => journal.resumed)).toEqual(header);
    expect(found((journal) => journal.pages('vpc', 'us-east-1'))).toEqual({ items: items('a'), next: 'two' });
    expect(found((journal) => journal.list('subnet', 'us-east-1'))).toEqual(items('s'));
    expect(found((journal) => journal.facet('subnet', 'us-east-1', 'arn:s', 'tags'))).toEqual({
      kind: 'present',
      value: {},
    });
  });

  it('may have been cut off by a kill, and goes on with checksums', () => {
    write(`${lines.join('\n')}\n{"list":["vpc","us-ea`);
    found((journal) => journal.addList('route', 'us-east-1', items('r')));
    expect(found((journal) => journal.list('route', 'us-east-1'))).toEqual(items('r'));
    expect(found((journal) => journal.list('subnet', 'us-east-1'))).toEqual(items('s'));
  });

  it('is refused where a line is none', () => {
    write(`${lines.join('\n')}\n{"list":"subnet"}\n`);
    expect(() => found(() => undefined)).toThrow(/\.partial:5: was changed after it was written/);
  });

  it('does not make a later one do without them', () => {
    left((journal) => journal.addList('vpc', 'us-east-1', items('a')));
    appendFileSync(`${snapshot}.partial`, `${JSON.stringify({ list: ['vpc', 'us-east-1'], items: [] })}\n`);
    expect(found((journal) => journal.list('vpc', 'us-east-1'))).toEqual(items('a'));
  });
});
