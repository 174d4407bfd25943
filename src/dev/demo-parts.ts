import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The recorded demo account is kept in parts, one a service, so that whoever adds a service changes no line of another's:
 * `demo/account/<service>.ndjson`, first what it adds to the snapshot's header and trailer, then its lines. What every part
 * shares is in `account.json`. `demo/account.ndjson`, which is not committed, is the parts put together by `npm run gen`.
 */
const folder = 'demo/account';
const shared = 'account.json';
const whole = 'demo/account.ndjson';

interface Header {
  readonly collected: readonly string[];
  readonly header: { readonly revisions: Readonly<Record<string, number>> };
}
interface End {
  readonly calls: readonly (readonly [string, object])[];
  readonly finishedAt: string;
  readonly complete: boolean;
}
/** The first line of a part. */
interface Own {
  readonly collected: readonly string[];
  readonly revisions: Readonly<Record<string, number>>;
  readonly calls: End['calls'];
}

const serviceOf = (key: string): string => key.slice(0, key.indexOf('/'));
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The parts of a snapshot's text, by file. */
export function partsOf(snapshot: string): Readonly<Record<string, string>> {
  const lines = linesOf(snapshot);
  const { collected, header, ...head } = JSON.parse(lines[0] ?? '') as Header;
  const { end } = JSON.parse(lines.at(-1) ?? '') as { end: End };
  const parts = new Map<string, string[]>();
  const services = new Set([...collected, ...end.calls.map(([key]) => key)].map(serviceOf));
  for (const service of services) {
    const mine = (key: string): boolean => serviceOf(key) === service;
    const own: Own = {
      collected: collected.filter(mine),
      revisions: Object.fromEntries(Object.entries(header.revisions).filter(([key]) => mine(key))),
      calls: end.calls.filter(([key]) => mine(key)),
    };
    parts.set(service, [JSON.stringify(own)]);
  }
  let service = '';
  for (const line of lines.slice(1, -1)) {
    const { list } = JSON.parse(line) as { list?: readonly [string, string] };
    if (list !== undefined) service = serviceOf(list[0]);
    parts.get(service)?.push(line);
  }
  const { revisions: _, ...rest } = header;
  return {
    [`${folder}/${shared}`]: `${JSON.stringify({ ...head, header: rest, end: { finishedAt: end.finishedAt, complete: end.complete } }, undefined, 2)}\n`,
    ...Object.fromEntries([...parts].map(([name, text]) => [`${folder}/${name}.ndjson`, `${text.join('\n')}\n`])),
  };
}

/** The snapshot that parts make, by file. */
export function wholeOf(parts: Readonly<Record<string, string>>): string {
  const { header, end, ...head } = JSON.parse(parts[`${folder}/${shared}`] ?? '') as Omit<Header, 'collected'> & {
    readonly end: Omit<End, 'calls'>;
  };
  const files = Object.keys(parts)
    .filter((file) => file.endsWith('.ndjson'))
    .sort();
  const texts = files.map((file) => linesOf(parts[file] ?? ''));
  const own = texts.map(([first = '']) => JSON.parse(first) as Own);
  const revisions = Object.assign({}, ...own.map((one) => one.revisions)) as Record<string, number>;
  const first = { ...head, header: { ...header, revisions }, collected: own.flatMap(({ collected }) => collected) };
  const before = [JSON.stringify(first), ...texts.flatMap(([, ...lines]) => lines)].map((line) => `${line}\n`);
  const sha256 = createHash('sha256').update(before.join('')).digest('hex');
  const { complete, finishedAt } = end;
  const calls = own.flatMap((one) => one.calls);
  const last = { end: { lines: before.length, sha256, complete, finishedAt, calls } };
  return `${before.join('')}${JSON.stringify(last)}\n`;
}

/** Keeps a recording, in parts. */
export function writeParts(root: string, snapshot: string): void {
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  for (const [file, text] of Object.entries(partsOf(snapshot))) writeFileSync(join(root, file), text);
}

/** The text of `demo/account.ndjson`, by its file. */
export function demoAccount(root: string): Readonly<Record<string, string>> {
  const parts = readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
  return { [whole]: wholeOf(Object.fromEntries(parts.map((file) => [file, readFileSync(join(root, file), 'utf8')]))) };
}
