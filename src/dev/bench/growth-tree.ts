import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { partsOf } from '../demo-parts.ts';

/** Names of the folders in a folder. */
const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? [each.name] : []));

/** Every file in a folder, from there; none where it is missing. */
const filesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false }) === undefined
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(folder, name)).isFile(),
      );

/**
 * Makes a copy of the project in which services, resource types, checks and their tests stand `times` times: the copy of
 * `src/services/s3` is `src/services/s3x2`, a service with an id and types of its own that asks what the original asks; that of
 * `checks/s3/s3-bucket-not-public.ts` is `checks/s3x2/s3x2-bucket-not-public.ts`, a check of the copied type. Catalogue, world-free
 * tests and the demo account's resources are copied alike. What is not of one service (engine, judgements, reports) stays as it is.
 */
export function growTree(root: string, tree: string, times: number): void {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter((name) => name !== ''))
    if (statSync(join(root, file), { throwIfNoEntry: false }) !== undefined) cpSync(join(root, file), join(tree, file));
  // The project leaves its build folder out of everything; this is a project of its own.
  execFileSync('git', ['init', '--quiet'], { cwd: tree });
  // Names for the same files: the generators and the bundler look for packages in the project's own folder.
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(tree, 'node_modules')]);
  const services = foldersIn(join(tree, 'src/services'));
  const ofChecks = foldersIn(join(tree, 'checks'));
  for (let copy = 2; copy <= times; copy++) addCopy(tree, `x${copy}`, services, ofChecks);
  const demo = grownSnapshot(readFileSync(join(root, 'demo/account.ndjson'), 'utf8'), services, times);
  for (const [file, text] of Object.entries(partsOf(demo))) writeFileSync(join(tree, file), text);
}

function addCopy(tree: string, mark: string, services: readonly string[], ofChecks: readonly string[]): void {
  const service = services.join('|');
  const check = ofChecks.join('|');
  // Imports of what is copied lead to the copy.
  const moved = (text: string): string =>
    text
      .replaceAll(new RegExp(`(src/services/)(${service})/`, 'g'), `$1$2${mark}/`)
      .replaceAll(new RegExp(`(['"]\\.\\./)(${service})/`, 'g'), `$1$2${mark}/`)
      .replaceAll(new RegExp(`(checks/)(${check})/\\2-`, 'g'), `$1$2${mark}/$2${mark}-`)
      .replaceAll(new RegExp(`(checks/)(${check})/`, 'g'), `$1$2${mark}/`)
      .replaceAll(new RegExp(`((?:services|types)\\.)(${service})\\.`, 'g'), `$1$2${mark}.`);
  const copied = (
    from: string,
    to: string,
    nameOf: (name: string) => string,
    change: (text: string) => string,
  ): void => {
    for (const name of filesIn(join(tree, from))) {
      if (name === 'sdk.ts') continue;
      const target = join(tree, to, nameOf(name));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, change(readFileSync(join(tree, from, name), 'utf8')));
    }
  };
  // What two services are asked to prepare is named by their id.
  const guard = join(tree, 'src/aws/guard.ts');
  const allowed = readFileSync(guard, 'utf8').replaceAll(
    new RegExp(`^ {2}(${service}): (\\[.*\\]),$`, 'gm'),
    (line, id: string, list: string) => `${line}\n  ${id}${mark}: ${list},`,
  );
  if (!allowed.includes(`iam${mark}:`)) throw new Error('src/aws/guard.ts no longer says what IAM is asked to prepare');
  writeFileSync(guard, allowed);
  const same = (name: string): string => name;
  for (const id of services) {
    const declared = (text: string): string =>
      text.replace(new RegExp(`^  id: '${id}',`, 'm'), () =>
        text.includes('iamPrefix:') ? `  id: '${id}${mark}',` : `  id: '${id}${mark}',\n  iamPrefix: '${id}',`,
      );
    copied(`src/services/${id}`, `src/services/${id}${mark}`, same, (text) => moved(declared(text)));
    copied(`tests/services/${id}`, `tests/services/${id}${mark}`, same, moved);
  }
  for (const id of ofChecks) {
    const named = (name: string): string => (name.startsWith(`${id}-`) ? `${id}${mark}${name.slice(id.length)}` : name);
    const change = (text: string): string =>
      moved(text).replace(new RegExp(`^(  id: ['"])${id}-`, 'm'), `$1${id}${mark}-`);
    copied(`checks/${id}`, `checks/${id}${mark}`, named, change);
    copied(`tests/checks/${id}`, `tests/checks/${id}${mark}`, named, moved);
    const [head = '', ...rows] = readFileSync(join(tree, `catalogue/${id}.csv`), 'utf8')
      .trimEnd()
      .split('\n');
    appendFileSync(
      join(tree, `catalogue/${id}${mark}.csv`),
      `${[head, ...rows.map((row) => row.replace(new RegExp(`^${id}-`), `${id}${mark}-`))].join('\n')}\n`,
    );
  }
}

/** A snapshot that holds every resource of the copied types as well. */
function grownSnapshot(text: string, services: readonly string[], times: number): string {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const end = JSON.parse(lines.pop() ?? '') as { readonly end: object };
  const key = new RegExp(`"(${services.join('|')})/(?=AWS::)`, 'g');
  const copyOf = (line: string, copy: number): string => (copy === 1 ? line : line.replaceAll(key, `"$1x${copy}/`));
  const copies = Array.from({ length: times }, (_, at) => at + 1);
  const { header, collected, ...rest } = JSON.parse(head) as {
    readonly header: { readonly revisions?: object };
    readonly collected: readonly string[];
  };
  const revisions = Object.assign(
    {},
    ...copies.map((copy) => JSON.parse(copyOf(JSON.stringify(header.revisions ?? {}), copy)) as object),
  ) as object;
  const all = copies.flatMap((copy) => JSON.parse(copyOf(JSON.stringify(collected), copy)) as string[]);
  const blocks: string[][] = [];
  for (const line of copies.flatMap((copy) => lines.map((each) => copyOf(each, copy)))) {
    if (line.startsWith('{"list"')) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  const body = [
    JSON.stringify({ ...rest, header: { ...header, revisions }, collected: all.sort() }),
    ...blocks.sort(([a = ''], [b = '']) => (placeOf(a) < placeOf(b) ? -1 : 1)).flat(),
  ];
  const hash = createHash('sha256');
  for (const line of body) hash.update(`${line}\n`);
  return `${[...body, JSON.stringify({ end: { ...end.end, lines: body.length, sha256: hash.digest('hex') } })].join('\n')}\n`;
}

/** What the lists of a snapshot are sorted by. */
const placeOf = (line: string): string => (JSON.parse(line) as { readonly list: readonly string[] }).list.join(' ');
