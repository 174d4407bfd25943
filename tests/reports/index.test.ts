import { describe, expect, it } from 'vitest';
import { formatNames, formats, isFormatName } from '../../reports/index.ts';
import { smallResult } from './fixture-small.ts';

describe('the report formats', () => {
  it.each(formatNames)('loads %s when it is asked for', async (name) => {
    const reporter = await formats[name].load();
    const named: Readonly<Record<string, string>> = {
      table: 'txt',
      markdown: 'md',
      junit: 'junit.xml',
      github: 'github.txt',
      gitlab: 'codequality.json',
      asff: 'asff.json',
      ocsf: 'ocsf.json',
      'ocsf-parquet': 'parquet',
      oscal: 'oscal.json',
      hdf: 'hdf.json',
    };
    const own = named[name] ?? name.replace('-csv', '.csv');
    expect([reporter.name, own]).toEqual([name, formats[name].extension]);
    expect(reporter.extension).toBe(formats[name].extension);
    const written = reporter.bytes?.(smallResult(), {}) ?? [...reporter.render(smallResult(), {})].join('');
    expect(written.length).toBeGreaterThan(name.endsWith('csv') ? 100 : 1000);
  });

  it('knows its names', () => {
    expect(formatNames).toEqual([
      'table',
      'json',
      'ndjson',
      'markdown',
      'html',
      'pdf',
      'requirements-csv',
      'findings-csv',
      'populations-csv',
      'sarif',
      'junit',
      'github',
      'gitlab',
      'asff',
      'ocsf',
      'ocsf-parquet',
      'oscal',
      'hdf',
    ]);
    expect(['html', 'HTML', 'toString'].map(isFormatName)).toEqual([true, false, false]);
  });
});
