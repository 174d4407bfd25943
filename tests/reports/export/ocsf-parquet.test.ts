import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { ocsf } from '../../../reports/export/ocsf.ts';
import { ocsfParquet } from '../../../reports/export/ocsf-parquet.ts';
import { ocsfVersions } from '../../../src/engine/reporter.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { largeResult } from '../fixture-large.ts';
import { cleanResult, smallResult } from '../fixture-small.ts';
import { resultOf } from '../fixture.ts';
import { everyVerdict, oneOfEach } from './fixture.ts';
import { ocsfFaults } from './readers.ts';

const bytesOf = (result: RunResult, ocsfVersion?: string): ArrayBuffer => {
  const bytes = ocsfParquet.bytes?.(result, { ocsfVersion }) ?? expect.unreachable();
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
};

/** As it stands in JSON: what is null was left out, times of two kinds are as they were written. */
const asWritten = (rows: readonly object[]): unknown =>
  JSON.parse(
    JSON.stringify(rows, (name, value: unknown) =>
      typeof value === 'bigint'
        ? Number(value)
        : value === null
          ? undefined
          : name.endsWith('_dt')
            ? Date.parse(value as string)
            : value,
    ),
  );

const ofJson = (result: RunResult, ocsfVersion?: string): object[] =>
  JSON.parse([...ocsf.render(result, { ocsfVersion })].join('')) as object[];

describe('Parquet', () => {
  it.each<[string, RunResult]>([
    ['of every verdict', oneOfEach()],
    ['with texts that break formats', everyVerdict()],
    ['of a small account', smallResult()],
    ['of passes alone', cleanResult()],
    ['of nothing', resultOf([])],
  ])('says what the events in JSON say, %s', async (_what, result) => {
    const file = bytesOf(result);
    expect(asWritten(await parquetReadObjects({ file }))).toEqual(asWritten(ofJson(result)));
  });

  it('is the same when it is made again, compressed, and says who made it', () => {
    const [first, second] = [bytesOf(smallResult()), bytesOf(smallResult())];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    const { row_groups: groups, created_by: by, schema } = parquetMetadata(first);
    expect(by).toBe(`aws-posture-audit ${smallResult().run.version}`);
    for (const { columns } of groups)
      for (const { meta_data: meta } of columns) expect(meta?.codec, meta?.path_in_schema.join('.')).toBe('SNAPPY');
    expect(schema.filter(({ name }) => name === 'resources')).toMatchObject([{ converted_type: 'LIST' }]);
  });

  it('holds 10,000 findings', async () => {
    const result = largeResult(10_000);
    const file = bytesOf(result);
    expect(Number(parquetMetadata(file).num_rows)).toBe(10_000);
    expect(file.byteLength).toBeLessThan(3_000_000);
    const [last] = await parquetReadObjects({ file, columns: ['finding_info'], rowStart: 9_999, rowEnd: 10_000 });
    expect(last).toMatchObject({ finding_info: { uid: result.findings.at(-1)?.fingerprint } });
  }, 60_000);
});

describe.each(ocsfVersions)('OCSF %s', (version) => {
  it('is what its schema says, and named in every event', () => {
    for (const result of [everyVerdict(), smallResult()]) {
      const events = ofJson(result, version);
      expect(ocsfFaults(events, version)).toEqual([]);
      for (const event of events) expect(event).toMatchObject({ metadata: { version: `${version}.0` } });
    }
  });
});
