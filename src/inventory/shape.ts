import type { Asked } from './asked.ts';
import type { CallCounts, CollectionHeader, ResourceRecord } from './inventory.ts';
import type { DeniedBy, Gap, Outcome } from '../aws/outcome.ts';
import type { ItemBase } from './resource.ts';
import { isRecord } from '../text/record.ts';

/** Says what of a line of a file has not the shape that this program writes. */
export class WrongShape extends Error {
  constructor(path: string, expected: string) {
    super(`${path} is not ${expected}`);
    this.name = 'WrongShape';
  }
}

type Json = Readonly<Record<string, unknown>>;

export function objectAt(value: unknown, path: string): Json {
  if (!isRecord(value)) throw new WrongShape(path, 'an object');
  return value;
}

export function textAt(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new WrongShape(path, 'a text');
  return value;
}

export function countAt(value: unknown, path: string): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new WrongShape(path, 'a whole number');
  return value as number;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new WrongShape(path, 'a list');
  return value;
}

export const textsAt = (value: unknown, path: string): string[] =>
  listAt(value, path).map((one, at) => textAt(one, `${path}[${at}]`));

/** A time as `toISOString` writes it. */
export function timeAt(value: unknown, path: string): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(Date.parse(value)))
    throw new WrongShape(path, 'a time such as 2026-01-31T12:00:00.000Z');
  return value;
}

/** A type's key and a region. */
export function scopeAt(value: unknown, path: string): [type: string, region: string] {
  const [type, region, more] = textsAt(value, path);
  if (type === undefined || region === undefined || more !== undefined)
    throw new WrongShape(path, 'a type and a region');
  return [type, region];
}

const deniedBys: readonly unknown[] = [
  'missing-permission',
  'identity-policy',
  'scp',
  'rcp',
  'permissions-boundary',
  'session-policy',
  'resource-policy',
  'vpc-endpoint-policy',
  'unspecified',
] satisfies DeniedBy[];

function deniedByAt(value: unknown, path: string): void {
  if (!deniedBys.includes(value)) throw new WrongShape(path, 'a reason for a denial that this program knows');
}

/** Whatever can keep something from being read. */
export function gapAt(value: unknown, path: string): Gap {
  const outcome = outcomeAt(value, path);
  if (outcome.kind === 'present' || outcome.kind === 'absent') throw new WrongShape(path, 'a gap');
  return outcome;
}

export function outcomeAt(value: unknown, path: string): Outcome {
  const outcome = objectAt(value, path);
  switch (outcome['kind']) {
    case 'present':
      if (!('value' in outcome) && Object.keys(outcome).length > 1)
        throw new WrongShape(path, 'an outcome with a value');
      break;
    case 'absent':
    case 'unsupported':
      textAt(outcome['code'], `${path}.code`);
      break;
    case 'denied':
      textAt(outcome['code'], `${path}.code`);
      textsAt(outcome['actions'], `${path}.actions`);
      deniedByAt(outcome['by'], `${path}.by`);
      if (outcome['policy'] !== undefined) textAt(outcome['policy'], `${path}.policy`);
      break;
    case 'failed':
      textAt(outcome['code'], `${path}.code`);
      textAt(outcome['message'], `${path}.message`);
      textsAt(outcome['actions'], `${path}.actions`);
      break;
    default:
      throw new WrongShape(`${path}.kind`, 'present, absent, denied, unsupported or failed');
  }
  // Every member was looked at; what a facet's value holds is for the checks that know it.
  return outcome as unknown as Outcome;
}

function itemAt(value: unknown, path: string): ItemBase {
  const item = objectAt(value, path);
  textAt(item['id'], `${path}.id`);
  for (const name of ['name', 'arn', 'region'])
    if (item[name] !== undefined && item[name] !== null) textAt(item[name], `${path}.${name}`);
  if (item['tags'] !== undefined && item['tags'] !== null) tagsAt(item['tags'], `${path}.tags`);
  return item as unknown as ItemBase;
}

function tagsAt(value: unknown, path: string): void {
  for (const [key, text] of Object.entries(objectAt(value, path))) textAt(text, `${path}.${key}`);
}

export const itemsAt = (value: unknown, path: string): ItemBase[] =>
  listAt(value, path).map((item, at) => itemAt(item, `${path}[${at}]`));

export function recordAt(value: unknown, path: string): ResourceRecord {
  const record = objectAt(value, path);
  itemAt(record['item'], `${path}.item`);
  textAt(record['arn'], `${path}.arn`);
  textAt(record['region'], `${path}.region`);
  for (const [facet, outcome] of Object.entries(objectAt(record['outcomes'], `${path}.outcomes`)))
    outcomeAt(outcome, `${path}.outcomes.${facet}`);
  return record as unknown as ResourceRecord;
}

/** What was asked for a list and its facets. */
export function askedAt(value: unknown, path: string): Record<string, Asked> {
  const asked = objectAt(value, path);
  for (const [name, given] of Object.entries(asked)) readAt(given, `${path}.${name}`);
  return asked as Record<string, Asked>;
}

export function readAt(value: unknown, path: string): void {
  const one = objectAt(value, path);
  timeAt(one['from'], `${path}.from`);
  timeAt(one['to'], `${path}.to`);
  for (const [at, request] of listAt(one['requests'], `${path}.requests`).entries()) {
    const where = `${path}.requests[${at}]`;
    const { operation, regions, parameters } = objectAt(request, where);
    textAt(operation, `${where}.operation`);
    textsAt(regions, `${where}.regions`);
    objectAt(parameters, `${where}.parameters`);
  }
}

export function headerAt(value: unknown, path: string): CollectionHeader {
  const header = objectAt(value, path);
  for (const name of ['account', 'partition', 'caller', 'version']) textAt(header[name], `${path}.${name}`);
  if (header['access'] !== undefined) {
    const access = objectAt(header['access'], `${path}.access`);
    textAt(access['source'], `${path}.access.source`);
    textsAt(access['roles'], `${path}.access.roles`);
  }
  textsAt(header['regions'], `${path}.regions`);
  timeAt(header['startedAt'], `${path}.startedAt`);
  for (const [at, skipped] of listAt(header['skippedRegions'], `${path}.skippedRegions`).entries()) {
    const one = objectAt(skipped, `${path}.skippedRegions[${at}]`);
    textAt(one['region'], `${path}.skippedRegions[${at}].region`);
    textAt(one['reason'], `${path}.skippedRegions[${at}].reason`);
  }
  if (header['regionGap'] !== undefined) {
    const gap = objectAt(header['regionGap'], `${path}.regionGap`);
    textsAt(gap['actions'], `${path}.regionGap.actions`);
    textAt(gap['cause'], `${path}.regionGap.cause`);
    if (gap['deniedBy'] !== undefined) deniedByAt(gap['deniedBy'], `${path}.regionGap.deniedBy`);
    if (gap['code'] !== undefined) textAt(gap['code'], `${path}.regionGap.code`);
  }
  if (header['emptyRegions'] !== undefined) proofsAt(header['emptyRegions'], `${path}.emptyRegions`);
  if (header['revisions'] !== undefined)
    for (const [type, revision] of Object.entries(objectAt(header['revisions'], `${path}.revisions`)))
      countAt(revision, `${path}.revisions.${type}`);
  return header as unknown as CollectionHeader;
}

/** What another service's inventory proved of regions. */
function proofsAt(value: unknown, path: string): void {
  const proofs = objectAt(value, path);
  for (const [at, given] of listAt(proofs['proven'], `${path}.proven`).entries()) {
    const where = `${path}.proven[${at}]`;
    const proof = objectAt(given, where);
    for (const name of ['region', 'by']) textAt(proof[name], `${where}.${name}`);
    timeAt(proof['at'], `${where}.at`);
    textsAt(proof['types'], `${where}.types`);
    const request = objectAt(proof['request'], `${where}.request`);
    for (const name of ['operation', 'region']) textAt(request[name], `${where}.request.${name}`);
    objectAt(request['parameters'], `${where}.request.parameters`);
  }
  for (const [at, given] of listAt(proofs['unproven'], `${path}.unproven`).entries()) {
    const one = objectAt(given, `${path}.unproven[${at}]`);
    for (const name of ['region', 'reason']) textAt(one[name], `${path}.unproven[${at}].${name}`);
  }
}

/** An error of a snapshot that did not tell its kind counts as a failure: too many rather than too few. */
export function countsAt(value: unknown, path: string): CallCounts {
  const counts = objectAt(value, path);
  const at = (name: string): number => countAt(counts[name], `${path}.${name}`);
  return 'errors' in counts
    ? { calls: at('calls'), denied: 0, failed: at('errors'), unsupported: 0 }
    : { calls: at('calls'), denied: at('denied'), failed: at('failed'), unsupported: at('unsupported') };
}
