import { formatSets, formats, formatsMeant, isFormatName } from '../../../reports/index.ts';
import type { FormatName } from '../../../reports/index.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Reporter } from '../../engine/reporter.ts';
import type { AnyResult } from '../../engine/result.ts';
import { partitionById } from '../../partitions/partitions.ts';
import { codeOf, shownMessage } from '../../aws/errors.ts';
import { AuditError } from '../../program/errors.ts';
import { Bucket, OtherObject, sha256 } from '../../send/bucket.ts';
import { needs } from '../../send/operations.ts';
import { placeOf } from '../../send/place.ts';
import { oneOf } from '../door/options.ts';
import { writeStdout } from '../output.ts';
import { say } from '../say.ts';
import type { SendOptions } from './options.ts';
import { assertOnly, ofAws } from './options.ts';
import { asSender } from './sender.ts';

/** What is no file of a result: for terminals, for a workflow's runner, or printed by a browser. */
const notSent: ReadonlySet<FormatName> = new Set(['table', 'github', 'pdf']);
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  ndjson: 'application/x-ndjson',
  junit: 'application/xml',
  'ocsf-parquet': 'application/vnd.apache.parquet',
};

interface Written {
  /** Below the prefix. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Writes a result, in one format or several, below a prefix of a bucket. */
export async function sendToS3(result: AnyResult, options: SendOptions): Promise<number> {
  assertOnly(options, 's3', [...ofAws, 'to', 'format', 'kmsKeyId', 'bucketOwner']);
  if (options.to === undefined)
    throw new AuditError('usage', '--to is missing', { hint: 'Write it as --to s3://bucket/prefix.' });
  const place = placeOf(options.to, '--to');
  const objects = await objectsOf(result, options.format);
  const { kmsKeyId, bucketOwner: owner } = options;
  if (options.dryRun === true) {
    const lines = objects.map(
      ({ name, bytes }) => `s3://${place.bucket}/${place.prefix}${name}  ${bytes.length} bytes\n`,
    );
    await writeStdout(['Nothing is sent. Would be written:\n', ...lines]);
    return 0;
  }
  return asSender(options, needs.s3, async ({ writer, connection }) => {
    const bucket = new Bucket(writer, connection, place, { kmsKeyId, owner });
    let failed = 0;
    for (const { name, bytes, type } of objects)
      try {
        // One after the other: each is a whole report in memory.
        // oxlint-disable-next-line no-await-in-loop
        const done = await bucket.put(name, bytes, type);
        // oxlint-disable-next-line no-await-in-loop
        await writeStdout([
          `${bucket.addressOf(name)}  ${done === 'there' ? 'was there already, the same' : 'written'}\n`,
        ]);
      } catch (error) {
        failed += 1;
        const said = error instanceof OtherObject ? error.message : `${codeOf(error)}: ${shownMessage(error)}`;
        say(`audit: not written: ${bucket.addressOf(name)}: ${said}`);
      }
    return failed === 0 ? 0 : new AuditError('delivery', '').exitCode;
  });
}

async function objectsOf(result: AnyResult, asked: readonly string[]): Promise<Written[]> {
  const allowed = [
    ...Object.keys(formats).filter((name) => isFormatName(name) && !notSent.has(name)),
    ...Object.keys(formatSets),
  ];
  const wanted = asked.length === 0 ? ['json'] : asked.map((name) => oneOf('--format', name, allowed));
  // A prefix is a folder: there is room for all files of a set.
  const held = (result.compliance ?? []).length > 0;
  const names = [...new Set(wanted.flatMap((name) => formatsMeant(name, true, held)))];
  const { account, startedAt } = result.run;
  const [day = '', time = ''] = startedAt.split('T');
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d{12}$/.test(account))
    throw new AuditError('usage', 'the result does not say of which account and day it is');
  const objects: Written[] = [];
  for (const name of names) {
    if (!isFormatName(name)) continue;
    // Reports are large: one after the other.
    // oxlint-disable-next-line no-await-in-loop
    const reporter = await formats[name].load();
    for (const part of name === 'ocsf-parquet' ? byRegion(result) : [result]) {
      const bytes = bytesOf(reporter, part);
      const stamp = `${day}T${time}`.replaceAll(/[-:]|\.\d+/g, '');
      const hash = sha256(bytes).toString('hex').slice(0, 16);
      objects.push({
        name: `${part === result ? `account=${account}/day=${day}` : lakeFolder(part, day)}/${stamp}-${hash}.${reporter.extension}`,
        bytes,
        type: types[name] ?? (reporter.extension.endsWith('csv') ? 'text/csv; charset=utf-8' : 'application/json'),
      });
    }
  }
  return objects;
}

const bytesOf = (reporter: Reporter, result: AnyResult): Uint8Array =>
  reporter.bytes?.(result, {}) ?? Buffer.concat([...reporter.render(result, {})].map((chunk) => Buffer.from(chunk)));

/** A part for each account and region, as Security Lake asks of custom sources; what has no region is in the partition's main one. */
function byRegion(result: AnyResult): AnyResult[] {
  const { mainRegion } = partitionById(result.run.partition);
  const parts = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const region = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(finding.region) ? finding.region : mainRegion;
    const key = `${finding.account}/${region}`;
    const own = parts.get(key);
    if (own === undefined) parts.set(key, [finding]);
    else own.push(finding);
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, findings]) => {
      const [account = '', region = ''] = key.split('/');
      return { ...result, findings, run: { ...result.run, account, regions: [region] } };
    });
}

/** https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html */
const lakeFolder = ({ run: { account, regions } }: AnyResult, day: string): string =>
  `region=${regions[0]}/accountId=${account}/eventDay=${day.replaceAll('-', '')}`;
