import { describe, expect, it } from 'vitest';
import { formatNames, formats, isFormatName } from '../../reports/index.ts';
import { smallResult } from './fixture-small.ts';

describe('the report formats', () => {
  it.each(formatNames)('loads %s when it is asked for', async (name) => {
    const reporter = await formats[name].load();
    expect([reporter.name, name === 'table' ? 'txt' : name]).toEqual([name, formats[name].extension]);
    expect(reporter.extension).toBe(formats[name].extension);
    expect([...reporter.render(smallResult(), {})].join('').length).toBeGreaterThan(1000);
  });

  it('knows its names', () => {
    expect(formatNames).toEqual(['table', 'json', 'ndjson', 'html']);
    expect(['html', 'HTML', 'toString'].map(isFormatName)).toEqual([true, false, false]);
  });
});
