import { expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { codeOf, doors, importsOf, throughWalls } from '../../src/dev/walls.ts';
import { ReadOnlyGuard, refusalOf } from '../../src/aws/guard.ts';
import { operations } from '../../src/send/operations.ts';
import { root } from '../../src/stand-in/root.ts';

const code = new Map(codeOf(root));

/** Every file that a file comes to, whatever way it imports it; the list of commands, which loads one of them, is not followed. */
function reachedFrom(file: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next) || next === 'src/cli/commands.ts') continue;
    seen.add(next);
    for (const { target, isPackage } of importsOf(next, code.get(next) ?? '')) if (!isPackage) open.push(target);
  }
  return seen;
}

/** What the list of commands loads for each, as it stands there. */
const files = [
  ...(code.get('src/cli/commands.ts') ?? '').matchAll(/name: '(\w+)'[^}]*?import\('\.\/([\w/-]+\.ts)'\)/gs),
].map(([, name = '', file = '']) => [name, `src/cli/${file}`] as const);
const writing = (files: ReadonlySet<string>): string[] =>
  [...files].filter((file) => file.startsWith('src/send/') && !/\/(?:policies|operations|place)\.ts$/.test(file));

it('every command is looked at', () => {
  const all = commands.flatMap(({ name, parts = [] }) => [name, ...parts.map((part) => part.name)]);
  expect(files.map(([name]) => name)).toEqual(all);
});

/** What keeps an organization's results, in a bucket where that is asked for. */
const keeps = (file: string): boolean => /^src\/cli\/(?:organization-|queue\/)/.test(file);

it.each(files.filter(([, file]) => file !== 'src/cli/send/command.ts' && !keeps(file)))(
  'audit %s (%s) has no way to what writes',
  (_name, file) => {
    expect(code.has(file), file).toBe(true);
    expect(writing(reachedFrom(file))).toEqual([]);
  },
);

const ofTheStore = ['src/send/bucket.ts', 'src/send/client.ts', 'src/send/patience.ts', 'src/send/s3-store.ts'];

it.each(files.filter(([, file]) => keeps(file)))('audit org %s has a way to the store alone, if any', (_name, file) => {
  const reached = writing(reachedFrom(file)).sort();
  expect([[], ofTheStore]).toContainEqual(reached);
});

it('audit send has, and so the search finds a way where there is one', () => {
  const reached = reachedFrom('src/cli/send/command.ts');
  expect(writing(reached)).toContain('src/send/client.ts');
  expect([...reachedFrom('src/cli/scan-command.ts')]).toEqual(
    expect.arrayContaining(['src/cli/scan.ts', 'src/aws/pipeline.ts', 'reports/json.ts']),
  );
});

it('no way is opened to it without a wall that says so', () => {
  for (const target of ['src/send/client.ts', 'src/send/bucket.ts', 'src/cli/send/sender.ts', 'src/send/webhook.ts'])
    for (const file of [
      'src/cli/scan.ts',
      'src/cli/report.ts',
      'src/cli/policy.ts',
      'src/engine/judge.ts',
      'src/api.ts',
    ]) {
      const up = '../'.repeat(file.split('/').length - 1);
      expect(throughWalls([[file, `const x = await import('${up}${target}');\n`]]), `${file} ${target}`).toHaveLength(
        1,
      );
    }
  for (const door of Object.keys(doors))
    expect(
      [...code.keys()].some((file) => file.startsWith(door)),
      door,
    ).toBe(true);
});

it('what writes is known to neither the guard of reads nor anything that declares calls', () => {
  for (const operation of Object.keys(operations)) {
    const [id = '', name = ''] = operation.split(':');
    expect(() => new ReadOnlyGuard().assert({ id }, name)).toThrow('refused to call');
    if (!name.startsWith('List')) expect(refusalOf({ id }, name), operation).toBeDefined();
  }
});
