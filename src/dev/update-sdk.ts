import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Brings the AWS clients to as few versions as the registry allows, and says which differ and why.
 *
 * A service's client is published only when the service or the SDK changes, and registries keep part of it, so no version may be
 * there for all. None is taken that is older than the newest of the client that is published least often. The fewest versions that
 * cover all clients tend to be old ones all the same: one more, the newest that most clients have, is allowed beside them, and each
 * client then takes the newest of the chosen that it has.
 */

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const prefix = '@aws-sdk/client-';

type Published = ReadonlyMap<string, ReadonlySet<string>>;

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

function newer(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (const [at, part] of left.entries()) {
    const difference = (right[at] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many clients have each version, most first, newer first where they are equal. */
function shared(published: Published): [string, number][] {
  const counts = new Map<string, number>();
  for (const versions of published.values())
    for (const version of versions) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || newer(a, b));
}

/** The versions to use, newest first. */
export function chosenVersions(all: Published): string[] {
  const newests = [...all.values()].map((versions) => [...versions].sort(newer)[0] ?? '');
  const oldest = newests.sort(newer).at(-1) ?? '';
  const published = new Map(
    [...all].map(([client, versions]) => [client, new Set([...versions].filter((v) => newer(v, oldest) <= 0))]),
  );
  const chosen = new Set<string>();
  let left: Published = published;
  while (left.size > 0) {
    const [first] = shared(left);
    if (first === undefined) throw new Error(`no version of ${[...left.keys()].join(', ')} is published`);
    chosen.add(first[0]);
    left = new Map([...left].filter(([, versions]) => !versions.has(first[0])));
  }
  const newest = shared(published)
    .filter(([, count]) => count * 2 > published.size)
    .map(([version]) => version)
    .sort(newer)
    .at(0);
  if (newest !== undefined) chosen.add(newest);
  const used = new Set([...published.values()].map((versions) => newestOf(chosen, versions)));
  return [...chosen].filter((version) => used.has(version)).sort(newer);
}

const newestOf = (chosen: Iterable<string>, versions: ReadonlySet<string>): string =>
  [...chosen].filter((version) => versions.has(version)).sort(newer)[0] ?? '';

async function versionsOf(client: string): Promise<ReadonlySet<string>> {
  const { stdout } = await run('npm', ['view', client, 'versions', '--json'], { maxBuffer: 1 << 24 });
  const versions = JSON.parse(stdout) as string | string[];
  return new Set([versions].flat().filter((version) => /^\d+\.\d+\.\d+$/.test(version)));
}

/** Writes the versions into package.json; `npm install` and the tests come after it. */
async function update(): Promise<void> {
  const file = join(root, 'package.json');
  const text = await readFile(file, 'utf8');
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> };
  const published = new Map<string, ReadonlySet<string>>();
  for (const client of Object.keys(devDependencies).filter((name) => name.startsWith(prefix)))
    published.set(client, await versionsOf(client));
  const chosen = chosenVersions(published);
  const [latest = ''] = chosen;
  let next = text;
  const lines: string[] = [];
  for (const [client, versions] of published) {
    const version = newestOf(chosen, versions);
    next = next.replace(`"${client}": "${devDependencies[client]}"`, `"${client}": "${version}"`);
    if (version !== latest) lines.push(`${client} ${version}: ${latest} is not published`);
  }
  await writeFile(file, next);
  process.stdout.write(
    `${published.size} clients, ${chosen.length} versions: ${chosen.join(', ')}; the newest for ${published.size - lines.length}\n${lines.join('\n')}\nNow: npm install --ignore-scripts, npm run check, npm test\n`,
  );
}

if (process.argv[1] === import.meta.filename) await update();
