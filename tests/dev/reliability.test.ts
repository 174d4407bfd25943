import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areas } from '../../src/dev/reliability/areas.ts';
import type { Row } from '../../src/dev/reliability/render.ts';
import { merge, render } from '../../src/dev/reliability/render.ts';
import { root } from '../../src/stand-in/root.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('docs/RELIABILITY.md', () => {
  const rows = JSON.parse(read('docs/reliability.json')) as Row[];

  it('says what the figures beside it say', () => expect(read('docs/RELIABILITY.md')).toBe(render(areas, rows)));

  it('has a command for each area', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(areas.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('has figures for the areas, and none for others', () => {
    const known = new Set(areas.map(({ id }) => id));
    expect(rows.filter(({ area }) => !known.has(area))).toEqual([]);
    for (const id of ['denied', 'throttling', 'faults', 'killed', 'read-only', 'secrets', 'hostile'])
      expect(rows.filter(({ area }) => area === id).length, id).toBeGreaterThan(0);
  });
});

describe('new figures', () => {
  const old: Row[] = [
    { area: 'denied', what: 'checks', bound: '', short: '1', soak: '10' },
    { area: 'denied', what: 'gone', bound: '', short: '2' },
    { area: 'scale', what: 'memory', bound: '< 400 MB', short: '300 MB' },
  ];

  it('replace those of their form and area, and leave the others', () => {
    const measured = [{ area: 'denied', what: 'checks', bound: '> 0', measured: '3', form: 'short' }] as const;
    expect(merge(old, measured, 'short')).toEqual([
      { area: 'denied', what: 'checks', bound: '> 0', short: '3', soak: '10' },
      { area: 'scale', what: 'memory', bound: '< 400 MB', short: '300 MB' },
    ]);
  });

  it('are written without what a table would misread', () => {
    const text = render(
      [{ id: 'x', title: 'X', script: 'test:x', text: 'Prose.' }],
      [{ area: 'x', what: 'a|b', bound: '>= 1', soak: '2' }],
    );
    expect(text).toContain('| a\\|b | ≥ 1 |  | 2 |');
  });
});
