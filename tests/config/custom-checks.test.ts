import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checks as builtIn } from '../../checks/index.ts';
import { loadCustomChecks } from '../../src/config/custom-checks.ts';
import { runCli } from '../program/cli.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

const source = (name: string): string => JSON.stringify(path.join(root, 'src', name));

/** A check in which something can be wrong. */
const check = (more = '', service = ''): string => `
import { defineCheck, pass } from ${source('engine/check.ts')};
import { resource } from ${source('inventory/resource.ts')};
import { service } from ${source('aws/service.ts')};
import { bucket } from ${source('services/s3/bucket.ts')};
${service}
export default defineCheck({
  id: 's3-bucket-mine', title: 'Mine', severity: 'low', category: 'security', resource: bucket, needs: [],
  risk: 'r', fix: { text: 'f' }, references: [], evaluate: ({ name }) => pass(name), ${more}
});
`;

const load = async (files: Record<string, string>): Promise<string[]> => {
  dir = folder(files);
  return (await loadCustomChecks('.', dir.path, builtIn)).map(({ id }) => id);
};

describe('a folder of custom checks', () => {
  it('gives the checks of its modules, in order of their names', async () => {
    const list = check()
      .replace('export default defineCheck(', 'const made = (')
      .replace(
        /\}\);\s*$/,
        "});\nexport default [defineCheck({ ...made, id: 's3-a-one' }), defineCheck({ ...made, id: 's3-a-two' })];\n",
      );
    expect(await load({ 'b.ts': check(), 'a.ts': list })).toEqual(['s3-a-one', 's3-a-two', 's3-bucket-mine']);
  });

  it('leaves modules that checks share to the checks', async () => {
    const shared = "import { name } from './shared.ts';";
    expect(
      await load({ 'a.ts': check('title: name', shared), 'shared.ts': "export const name = 'Mine is shared';" }),
    ).toEqual(['s3-bucket-mine']);
  });

  it('takes the documented example of a resource type', async () => {
    const text = readFileSync(path.join(root, 'docs/custom-checks.md'), 'utf8');
    const example = [...text.matchAll(/```ts\n([^]*?)```/g)]
      .map(([, code = '']) => code)
      .find((code) => code.includes('athena'));
    const local = `import { resource } from ${source('inventory/resource.ts')}; import { service } from ${source('aws/service.ts')}; import { defineCheck, fail, pass } from ${source('engine/check.ts')};`;
    expect(await load({ 'a.ts': (example ?? '').replace(/^import .*$/m, local) })).toEqual([
      'athena-work-group-enforces-settings',
    ]);
  });

  it('passes over tests, types and other files', async () => {
    expect(
      await load({ 'a.mts': check(), 'a.test.ts': 'throw 1', 'b.d.ts': 'throw 1', 'README.md': '', 'c.json': '{}' }),
    ).toEqual(['s3-bucket-mine']);
  });

  const declared = (operation: string): string =>
    `const s = service({ id: 's3', sdkId: 'S3', load: () => Promise.reject(new Error()) });
     const type = resource(s, 'X::Y::Z', { calls: ['ListBuckets'], async *list() {} }).facets((facet) => ({ f: facet({ calls: ['${operation}'], read: async () => 1 }) }));`;

  it.each<[string, Record<string, string>, RegExp]>([
    ['without one', { 'README.md': '' }, /holds no check/],
    [
      'with a default export of something else',
      { 'a.ts': 'export default 7;' },
      /a\.ts: its default export is not a check made by defineCheck/,
    ],
    [
      'with a check that is not its default',
      { 'a.ts': check().replace('export default', 'export const mine =') },
      /a\.ts: its default export is not a check/,
    ],
    ['with helpers only', { 'a.ts': 'export const check = 7;' }, /holds no check/],
    [
      'that needs a facet its type does not have',
      { 'a.ts': check("needs: ['taggSet']") },
      /a\.ts: needs: AWS::S3::Bucket has no facet taggSet; did you mean tagSet\? It has /,
    ],
    [
      'with a list that holds something else',
      { 'a.ts': 'export default [null];' },
      /a\.ts: its default export is not a check/,
    ],
    [
      'with an id of ours',
      { 'a.ts': check("id: 's3-bucket-not-public'") },
      /a\.ts: the id s3-bucket-not-public is taken by a built-in check/,
    ],
    ['with an id twice', { 'a.ts': check(), 'b.ts': check() }, /b\.ts: the id s3-bucket-mine is taken by .*a\.ts/],
    ['with an id that is none', { 'a.ts': check("id: 'Mine'") }, /a\.ts: the id Mine is not in kebab-case/],
    [
      'with an unknown severity',
      { 'a.ts': check("severity: 'bad'") },
      /a\.ts: the severity bad is none of critical, high/,
    ],
    ['with an unknown category', { 'a.ts': check("category: 'bad'") }, /a\.ts: the category bad is none of security/],
    [
      'that writes',
      { 'a.ts': check('resource: type', declared('PutBucketPolicy')) },
      /a\.ts: s3\/X::Y::Z declares s3:PutBucketPolicy, which is refused: it is not a read operation/,
    ],
    [
      'that reads secrets',
      { 'a.ts': check('resource: type', declared('GetSecretValue')) },
      /declares s3:GetSecretValue, which is refused: it hands out/,
    ],
    ['that does not parse', { 'a.ts': 'export default {' }, /a\.ts(:1)?: cannot be loaded/],
  ])('is refused %s', async (_what, files, message) => {
    const loading = load(files);
    await expect(loading).rejects.toMatchObject({ code: 'config', exitCode: 2 });
    await expect(loading).rejects.toThrow(message);
  });

  it('is refused when it is not there', async () => {
    await expect(loadCustomChecks('no-such-folder', root, builtIn)).rejects.toThrow(
      '--checks no-such-folder: cannot be read',
    );
  });
});

describe.each([
  ['the built program', {}],
  ['the source', { entry: path.join(root, 'src/cli/entry.ts'), nodeArgs: ['--import', 'tsx'] }],
])('through %s', (_name, options) => {
  it('the example of the documentation is a check like any other', async () => {
    expect(existsSync(path.join(root, 'dist/audit.cjs')), 'npm run build').toBe(true);
    const result = await runCli(
      ['checks', 'show', 's3-bucket-owner-tagged', '--checks', 'docs/examples/checks', '--format', 'json'],
      options,
    );
    expect(result.stderr).toBe('');
    expect(result.json()).toMatchObject({
      id: 's3-bucket-owner-tagged',
      actions: ['s3:GetBucketLocation', 's3:GetBucketTagging', 's3:ListAllMyBuckets'],
    });
  });

  it('a TypeScript configuration imports the program without having it installed', async () => {
    dir = folder({
      // Without it, tsx takes the file for CommonJS.
      'package.json': '{"type":"module"}',
      'audit.config.ts':
        "import { defineConfig } from 'aws-posture-audit';\nexport default defineConfig({ checks: { only: ['sts-audit-*'] } });\n",
    });
    const result = await runCli(
      ['checks', 'list', '--format', 'json', '--config', path.join(dir.path, 'audit.config.ts')],
      options,
    );
    expect(result.stderr).toBe('');
    expect(result.json()).toMatchObject([{ id: 'sts-audit-caller-not-root' }]);
  });
});
