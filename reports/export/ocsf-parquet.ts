import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import type { ColumnSource, SchemaElement } from 'hyparquet-writer';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ocsfOf } from './ocsf.ts';
import { checksById, statementsOf } from './statement.ts';

/**
 * The Compliance Findings of `ocsf` as Parquet, for custom sources of Security Lake
 * (https://docs.aws.amazon.com/security-lake/latest/userguide/custom-sources.html): one class, all of one time, compressed by Snappy.
 */
export const ocsfParquet: Reporter = {
  name: 'ocsf-parquet',
  extension: 'parquet',
  render() {
    throw new TypeError('Parquet is bytes');
  },
  bytes: (result, { ocsfVersion }) => parquetOf(result, ocsfVersion),
};

/** Texts, numbers, times, lists of one shape, and groups of named ones. */
type Shape = 'text' | 'int' | 'long' | 'time' | readonly [Shape] | { readonly [name: string]: Shape };

/** All that `ocsf` writes; what it leaves out of a finding is null. */
const shape = {
  activity_id: 'int',
  activity_name: 'text',
  category_uid: 'int',
  category_name: 'text',
  class_uid: 'int',
  class_name: 'text',
  type_uid: 'long',
  type_name: 'text',
  time: 'long',
  time_dt: 'time',
  severity_id: 'int',
  severity: 'text',
  status_id: 'int',
  status: 'text',
  message: 'text',
  comment: 'text',
  metadata: {
    version: 'text',
    profiles: ['text'],
    event_code: 'text',
    uid: 'text',
    product: { name: 'text', uid: 'text', vendor_name: 'text', version: 'text' },
  },
  cloud: {
    provider: 'text',
    region: 'text',
    cloud_partition: 'text',
    account: { uid: 'text', type: 'text', type_id: 'int' },
  },
  compliance: {
    control: 'text',
    desc: 'text',
    category: 'text',
    status_id: 'int',
    status: 'text',
    status_details: ['text'],
    requirements: ['text'],
    standards: ['text'],
  },
  finding_info: {
    uid: 'text',
    title: 'text',
    desc: 'text',
    types: ['text'],
    created_time: 'long',
    created_time_dt: 'time',
    first_seen_time: 'long',
    first_seen_time_dt: 'time',
  },
  remediation: { desc: 'text', references: ['text'] },
  resources: [
    {
      uid: 'text',
      name: 'text',
      type: 'text',
      region: 'text',
      cloud_partition: 'text',
      group: { name: 'text' },
      tags: [{ name: 'text', value: 'text' }],
    },
  ],
} as const satisfies { readonly [name: string]: Shape };

const leaves = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int: { type: 'INT32' },
  long: { type: 'INT64' },
  time: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const;

const isList = (of: Shape): of is readonly [Shape] => Array.isArray(of);

/** https://github.com/apache/parquet-format/blob/master/LogicalTypes.md: lists have a level of their own. */
function elementsOf(name: string, of: Shape): SchemaElement[] {
  if (typeof of === 'string') return [{ name, repetition_type: 'OPTIONAL', ...leaves[of] }];
  if (isList(of))
    return [
      { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', of[0]),
    ];
  const inner = Object.entries(of);
  return [
    { name, repetition_type: 'OPTIONAL', num_children: inner.length },
    ...inner.flatMap(([each, within]) => elementsOf(each, within)),
  ];
}

/** A value as the writer takes it. @throws TypeError for what the shape has no place for: nothing is left out without a word */
function valueOf(value: unknown, of: Shape, path: string): unknown {
  if (value === undefined || value === null) return undefined;
  if (isList(of)) {
    if (!Array.isArray(value)) throw new TypeError(`${path} is no list`);
    return value.map((each) => valueOf(each, of[0], path));
  }
  switch (of) {
    case 'text':
    case 'int':
      return value;
    case 'long':
      return BigInt(Math.trunc(Number(value)));
    case 'time':
      return new Date(value as string);
    default: {
      const members = value as Readonly<Record<string, unknown>>;
      const unknown = Object.keys(members).find((name) => !(name in of));
      if (unknown !== undefined) throw new TypeError(`${path}.${unknown} has no column`);
      return Object.fromEntries(
        Object.entries(of).map(([name, within]) => [name, valueOf(members[name], within, `${path}.${name}`)]),
      );
    }
  }
}

function parquetOf(result: AnyResult, version: string | undefined): Uint8Array {
  const checks = checksById(result);
  const columns: Record<string, unknown[]> = Object.fromEntries(Object.keys(shape).map((name) => [name, []]));
  for (const statement of statementsOf(result)) {
    const event = valueOf(ocsfOf(statement, checks, result.run, version), shape, 'event') as Readonly<
      Record<string, unknown>
    >;
    for (const name in columns) columns[name]?.push(event[name]);
  }
  const columnData: ColumnSource[] = Object.entries(columns).map(([name, data]) => ({ name, data }));
  const schema = [
    { name: 'root', num_children: columnData.length },
    ...Object.entries(shape).flatMap(([name, of]) => elementsOf(name, of)),
  ];
  return new Uint8Array(
    parquetWriteBuffer({ columnData, schema, createdBy: `aws-posture-audit ${result.run.version}` }),
  );
}
