import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Line, listOf, readCsv } from './csv.ts';
import { numberOf } from './gen-framework-numbers.ts';

/** A framework as `frameworks/data/<key>.json` holds it: checks are named once, requirements say where they stand. */
interface Written {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly source: string;
  readonly edition: string;
  readonly memory: string;
  readonly checks: readonly string[];
  readonly requirements: readonly object[];
}

/** Frameworks whose requirements stand with each check in lists and results, whichever framework a run is of. */
const referred = ['aws_foundational_security_best_practices', 'cis_7.0'];

interface Title {
  readonly title: string;
  readonly needs: string;
}

/** The titles of one framework by its source's numbers; sections too. @throws Error for a number that stands twice */
function titlesOf(root: string, key: string): ReadonlyMap<string, Title> {
  const file = `frameworks/titles/${key}.csv`;
  const titles = new Map<string, Title>();
  if (!existsSync(join(root, file))) return titles;
  for (const { number = '', needs = '', title = '' } of readCsv(join(root, file))) {
    if (titles.has(number)) throw new Error(`${file}: ${number} stands twice`);
    if (!/^(?:|section|person|aws .+)$/.test(needs)) throw new Error(`${file}: ${number}: needs is ${needs}`);
    titles.set(number, { title, needs });
  }
  return titles;
}

/** The nearest section that a number stands in, as `2.1 Storage`. */
function sectionOf(number: string, titles: ReadonlyMap<string, Title>): string | undefined {
  for (let end = number.length; end > 0; end -= 1) {
    const start = number.slice(0, end);
    const found = end === number.length ? undefined : titles.get(start);
    // `A.1` is no beginning of `A.10`.
    if (found?.needs === 'section' && !(/\d$/.test(start) && /^\d/.test(number.slice(end))))
      return `${start} ${found.title}`;
  }
  return undefined;
}

function requirementsOf(
  root: string,
  meta: Line,
  checks: Map<string, number>,
  known: ReadonlySet<string>,
): readonly object[] {
  const { key = '' } = meta;
  const titles = titlesOf(root, key);
  const used = new Set<string>();
  const seen = new Set<string>();
  const file = `frameworks/${key}.csv`;
  const places = (ids: readonly string[], id: string): readonly number[] =>
    ids.map((check) => {
      if (!known.has(check)) throw new Error(`${file}: ${id}: the catalogue has no row ${check}`);
      const place = checks.get(check) ?? checks.size;
      checks.set(check, place);
      return place;
    });
  const all = readCsv(join(root, file)).map((line) => {
    const { id = '' } = line;
    if (seen.has(id)) throw new Error(`${file}: ${id} stands twice`);
    seen.add(id);
    const number = numberOf(key, id);
    // A section that is a requirement itself, such as a control of NIST with its enhancements, has one title for both.
    const title = titles.get(number);
    if (title !== undefined) used.add(number);
    const [whole, part] = [listOf(line['whole']), listOf(line['part'])];
    if (new Set([...whole, ...part]).size !== whole.length + part.length)
      throw new Error(`${file}: ${id} names a check twice`);
    const section = sectionOf(number, titles);
    return {
      id,
      ...(number === id ? {} : { number }),
      ...(title === undefined ? {} : { title: title.title }),
      ...(section === undefined ? {} : { section }),
      ...(title?.needs === 'person' ? { person: true } : {}),
      ...(title?.needs.startsWith('aws ') === true ? { awsReport: title.needs.slice('aws '.length) } : {}),
      ...(whole.length === 0 ? {} : { whole: places(whole, id) }),
      ...(part.length === 0 ? {} : { part: places(part, id) }),
    };
  });
  for (const [number, { needs }] of titles)
    if (needs !== 'section' && !used.has(number))
      throw new Error(`frameworks/titles/${key}.csv: ${file} has no requirement ${number}`);
  return all;
}

function written(root: string, meta: Line, known: ReadonlySet<string>): Written {
  const { key = '', name = '', version = '', source = '', edition = '', memory = '' } = meta;
  const checks = new Map<string, number>();
  const requirements = requirementsOf(root, meta, checks, known);
  return {
    key,
    name,
    version: version === '' ? null : version,
    source,
    edition,
    memory,
    checks: [...checks.keys()],
    requirements,
  };
}

/**
 * The texts of `frameworks/data/*.json`, of the list of them, and of the requirements that stand with checks.
 * @param known ids of the catalogue's rows
 * @throws Error for what frameworks/*.csv and frameworks/titles/*.csv say wrongly
 */
export function frameworkFiles(root: string, known: ReadonlySet<string>): Record<string, string> {
  const metas = readCsv(join(root, 'frameworks/frameworks.csv'));
  const keys = new Set(metas.map(({ key = '' }) => key));
  if (keys.size !== metas.length) throw new Error('frameworks/frameworks.csv: a key stands twice');
  for (const folder of ['frameworks', 'frameworks/titles'])
    for (const file of readdirSync(join(root, folder)))
      if (file.endsWith('.csv') && file !== 'frameworks.csv' && !keys.has(file.slice(0, -4)))
        throw new Error(`${folder}/${file} is not in frameworks/frameworks.csv`);
  const all = metas.map((meta) => written(root, meta, known));
  return {
    ...Object.fromEntries(all.map((one) => [`frameworks/data/${one.key}.json`, `${JSON.stringify(one)}\n`])),
    'src/compliance/built-in.ts': builtIn(all),
    'src/engine/cross-references.ts': crossReferences(all.filter(({ key }) => referred.includes(key))),
  };
}

const builtIn = (all: readonly Written[]): string =>
  [
    '// Generated by `npm run gen` from frameworks/*.csv, and not committed. Do not edit.',
    "import type { BuiltIn } from './load.ts';",
    '',
    '/** The frameworks that come with the program; each is read when it is asked for. */',
    'export const builtIn: readonly BuiltIn[] = [',
    ...all.map(
      ({ key, name, version, requirements }) =>
        `  { ...${JSON.stringify({ key, name, version, requirements: requirements.length })}, file: () => import('../../frameworks/data/${key}.json?raw') },`,
    ),
    '];',
    '',
  ].join('\n');

function crossReferences(all: readonly Written[]): string {
  const byCheck = new Map<string, string[]>();
  for (const { key, checks, requirements } of all)
    for (const each of requirements) {
      const { id, whole = [], part = [] } = each as { id: string; whole?: number[]; part?: number[] };
      for (const place of [...whole, ...part]) {
        const check = checks[place] ?? '';
        byCheck.set(check, [...(byCheck.get(check) ?? []), `${key}:${id}`]);
      }
    }
  return [
    '// Generated by `npm run gen` from frameworks/*.csv, and not committed. Do not edit.',
    '/** Requirements of the frameworks that stand with each check, by its id. */',
    `export const crossReferences: Readonly<Partial<Record<string, string>>> = {`,
    ...[...byCheck]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([check, names]) => `  ${JSON.stringify(check)}: ${JSON.stringify(names.join(' '))},`),
    '};',
    '',
  ].join('\n');
}
