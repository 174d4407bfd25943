import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checks as builtIn } from '../../checks/index.ts';
import { assertClients, isInRange } from '../../src/config/packs/sdk-fit.ts';
import { loadCustomChecks } from '../../src/config/custom-checks.ts';
import { loadPacks, type Packs } from '../../src/config/packs/load.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { root } from '../../src/stand-in/root.ts';
import { folder } from '../cli/run.ts';
import { runCli, type CliResult } from '../program/cli.ts';

let dir: ReturnType<typeof folder>;
beforeEach(() => (dir = folder()));
afterEach(() => dir.remove());

const source = (name: string): string => JSON.stringify(path.join(root, 'src', name));
const imports = `
import { defineCheck, pass } from ${source('engine/check.ts')};
import { resource } from ${source('inventory/resource.ts')};
import { service } from ${source('aws/service.ts')};
import { bucket } from ${source('services/s3/bucket.ts')};
const load = () => Promise.reject(new Error('not installed'));
`;
/** A check of a type of its own, or of another one. */
const check = (id: string, { service = 'gamelift', more = '' } = {}): string => `defineCheck({
  id: '${id}', title: 'Mine', severity: 'low', category: 'security', risk: 'r', fix: { text: 'f' },
  resource: resource(service({ id: '${service}', sdkId: 'GameLift', load }), 'AWS::GameLift::Fleet', { calls: ['ListFleets'], async *list() {}, arn: () => '' }),
  evaluate: ({ name }) => pass(name), ${more}
})`;
const pack = (members: string): string => `${imports}\nexport default { ${members} };`;

/** Loads folders as packs. */
function load(files: Record<string, string>, ...given: string[]): Promise<Packs> {
  dir.remove();
  dir = folder(files);
  return loadPacks(
    (given.length === 0 ? ['./acme'] : given).map((name) => ({ given: name, base: dir.path })),
    builtIn,
  );
}
const ids = ({ checks }: Packs): string[] => checks.map(({ id }) => id);
const keys = ({ checks }: Packs): string[] => checks.map(({ resource }) => `${resource.service.id} ${resource.key}`);

describe('a pack is found', () => {
  const index = pack(`checks: [${check('gamelift-a-one')}]`);
  it.each<[string, Record<string, string>, string]>([
    ['as a folder with an index', { 'acme/index.ts': index, 'acme/other.ts': 'throw new Error()' }, './acme'],
    [
      'as a folder of modules in folders',
      {
        'acme/a/b/c.ts': `${imports}export default ${check('gamelift-a-one')};`,
        'acme/shared.ts': '',
        'acme/node_modules/x/y.js': 'throw 1',
        'acme/a/c.test.ts': 'throw 1',
      },
      './acme',
    ],
    [
      'as a package by exports',
      {
        'node_modules/acme/package.json':
          '{"name":"acme","type":"module","exports":{".":{"types":"./x.d.ts","import":"./lib/a.ts"}}}',
        'node_modules/acme/lib/a.ts': index,
      },
      'acme',
    ],
    [
      'as a package by main',
      {
        'node_modules/acme/package.json': '{"name":"acme","type":"module","main":"lib/a.ts"}',
        'node_modules/acme/lib/a.ts': index,
      },
      'acme',
    ],
    [
      'as a package of an organization',
      {
        'node_modules/@acme/x/package.json': '{"name":"@acme/x","type":"module","exports":"./a.ts"}',
        'node_modules/@acme/x/a.ts': index,
      },
      '@acme/x',
    ],
  ])('%s', async (_what, files, given) => {
    expect(ids(await load(files, given))).toEqual(['gamelift-a-one']);
  });

  it('once, however often it is named', async () => {
    expect(ids(await load({ 'acme/index.ts': index }, './acme', './acme/', './x/../acme'))).toEqual(['gamelift-a-one']);
  });

  it.each<[string, Record<string, string>, string, RegExp]>([
    ['that is not installed', {}, 'acme', /pack acme: there is no such package in .*node_modules/],
    ['named as a folder would be without ./', { 'acme/index.ts': index }, 'acme', /no such package/],
    ['whose folder is not there', {}, './acme', /there is no folder .*acme/],
    ['that names no package', {}, 'a/b/c', /neither the name of a package nor a path/],
    [
      'whose entry is not built',
      { 'acme/package.json': '{"exports":"./dist/a.js"}' },
      './acme',
      /package\.json: names \.\/dist\/a\.js, which is not there/,
    ],
    ['with a broken manifest', { 'acme/package.json': '{' }, './acme', /package\.json: cannot be read/],
    ['that holds nothing', { 'acme/README.md': '' }, './acme', /holds nothing that can be used/],
  ])('not one %s', async (_what, files, given, message) => {
    await expect(load(files, given)).rejects.toThrow(message);
    await expect(load(files, given)).rejects.toMatchObject({ code: 'config', exitCode: 2 });
  });
});

describe('what is wrong with a pack is said when it is loaded, with its file', () => {
  const framework = (members: string): string =>
    pack(
      `checks: [${check('gamelift-a-one')}], frameworks: [{ key: 'acme', name: 'Acme', requirements: [], ${members} }]`,
    );
  const report = (members: string): string =>
    pack(`reports: [{ name: 'brief', extension: 'brief', *render() {}, ${members} }]`);
  it.each<[string, string, RegExp]>([
    ['no object', `export default 7`, /neither a pack .* nor a check/],
    ['an unknown member', pack('check: []'), /a pack has no check; expected checks, resourceTypes/],
    ['a list that is none', pack('checks: 7'), /checks is not a list/],
    ['a check that is none', pack('checks: [7]'), /is not a check made by defineCheck/],
    [
      'an id of ours',
      pack(`checks: [${check('s3-bucket-not-public')}]`),
      /the id s3-bucket-not-public is taken by a built-in check/,
    ],
    [
      'a former id of ours',
      pack(`checks: [${check('gamelift-a-one', { more: "formerly: ['s3-bucket-not-public']" })}]`),
      /is taken by a built-in check/,
    ],
    [
      'an id twice',
      pack(`checks: [${check('gamelift-a-one')}, ${check('gamelift-a-one')}]`),
      /gamelift-a-one is taken by acme, .*index\.ts/,
    ],
    ['a type that is none', pack('resourceTypes: [{}]'), /something that resource\(\) did not make/],
    [
      'a type that writes',
      pack(
        `resourceTypes: [resource(service({ id: 'x', sdkId: 'X', load }), 'A::B::C', { calls: ['PutThing'], async *list() {} })]`,
      ),
      /declares acme:x:PutThing, which is refused/,
    ],
    ['a framework without key', framework("key: 'A B'"), /a framework's key is "A B"/],
    ['a framework of ours', framework("key: 'cis_7.0'"), /cis_7\.0 is there already/],
    [
      'a framework of unknown checks',
      framework("requirements: [{ id: '1', checks: ['gamelift-a-on'] }]"),
      /acme, 1: there is no check gamelift-a-on; did you mean gamelift-a-one/,
    ],
    ['a framework without requirements', framework('requirements: 7'), /requirements is not a list/],
    ['a report without extension', report('extension: 7'), /report brief: extension is 7/],
    ['a report without render', report('render: 7'), /render is not a function/],
    ['a member that throws', pack("get checks() { throw new Error('no') }"), /is not a pack that can be used \(no\)/],
    ['an error in it', 'throw new Error("no")', /cannot be loaded \(no\)/],
  ])('%s', async (_what, index, message) => {
    const loading = load({ 'acme/index.ts': index });
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toThrow(/acme[\\/]index\.ts/);
  });
});

describe('two packs with one name for different things do not break each other', () => {
  const one = pack(`checks: [${check('gamelift-a-one')}]`);
  const two = pack(`checks: [${check('gamelift-a-two')}]`);
  it('the same service and type', async () => {
    const packs = await load({ 'a/index.ts': one, 'b/index.ts': two }, './a', './b');
    expect(keys(packs)).toEqual([
      'a:gamelift a:gamelift/AWS::GameLift::Fleet',
      'b:gamelift b:gamelift/AWS::GameLift::Fleet',
    ]);
    expect(planFor(packs.checks).map(({ type }) => type.key)).toEqual(keys(packs).map((key) => key.split(' ')[1]));
    // Nor does a key depend on who else is there.
    expect(keys(await load({ 'b/index.ts': two }, './b'))).toEqual(['b:gamelift b:gamelift/AWS::GameLift::Fleet']);
  });

  it("a built-in's service, and more of a built-in's type", async () => {
    const more = `checks: [${check('s3-a-one', { service: 's3' })}, ${check('s3-a-two', { more: 'resource: bucket' })},
      ${check('s3-a-three', { more: "resource: bucket.facets((facet) => ({ mine: facet({ calls: ['GetBucketCors'], read: async () => 1 }) })), needs: ['mine']" })}]`;
    const packs = await load({ 'acme/index.ts': pack(more) });
    expect(keys(packs)).toEqual([
      'acme:s3 acme:s3/AWS::GameLift::Fleet',
      's3 s3/AWS::S3::Bucket',
      's3 acme:s3/AWS::S3::Bucket',
    ]);
    expect(() => planFor([...builtIn, ...packs.checks])).not.toThrow();
  });

  it('one id in two packs: both files are named', async () => {
    await expect(load({ 'a/index.ts': one, 'b/index.ts': one }, './a', './b')).rejects.toThrow(
      /b[\\/]index\.ts: the id gamelift-a-one is taken by a, .*a[\\/]index\.ts/,
    );
  });

  it('one id in two folders of checks: both files are named', async () => {
    dir.remove();
    const module = `${imports}export default ${check('gamelift-a-one')};`;
    dir = folder({
      'a/x.ts': module,
      'b/y.ts': module,
      'c/z.ts': `${imports}export default ${check('gamelift-a-two')};`,
    });
    const first = await loadCustomChecks('a', dir.path, builtIn);
    await expect(loadCustomChecks('b', dir.path, [...builtIn, ...first])).rejects.toThrow(
      /b[\\/]y\.ts: the id gamelift-a-one is taken by .*a[\\/]x\.ts/,
    );
    const third = await loadCustomChecks('c', dir.path, [...builtIn, ...first]);
    // The first keeps the keys that its snapshots have.
    expect([...first, ...third].map(({ resource }) => resource.key)).toEqual([
      'gamelift/AWS::GameLift::Fleet',
      'c:gamelift/AWS::GameLift::Fleet',
    ]);
  });

  it('one name for two packs is refused', async () => {
    await expect(load({ 'a/acme/index.ts': one, 'b/acme/index.ts': two }, './a/acme', './b/acme')).rejects.toThrow(
      /b[\\/]acme: a pack is called acme already, .*a[\\/]acme/,
    );
  });
});

describe('SDK clients', () => {
  it.each([
    ['3.917.0', false],
    ['3.931.9', false],
    ['3.932.0', true],
    ['3.1164.0', true],
    ['2.1692.0', false],
    ['4.0.0', false],
  ])('of version %s: %s', (version, expected) => expect(isInRange(version)).toBe(expected));

  const client = (config: string, version = '3.1000.0', command = 'schema = [9]'): string => `
    class Client { config = { defaultUserAgentProvider: async () => [['aws-sdk-js', '${version}']], ${config} } }
    class ListFleetsCommand { ${command} }
    const load = async () => ({ Client, ListFleetsCommand });`;
  const whole =
    "protocol: { serializeRequest() {}, deserializeResponse() {}, getShapeId() {} }, serviceId: 'A', defaultSigningName: 'a', endpointProvider() {}";
  const withClient = async (text: string): Promise<void> => {
    const index = pack(`checks: [${check('gamelift-a-one')}]`).replace(/const load = .*/, text);
    const { checks } = await load({ 'acme/index.ts': index });
    await assertClients(checks, new Set());
  };

  it('are taken when they are whole', async () => {
    await expect(withClient(client(whole))).resolves.toBeUndefined();
  });

  it.each<[string, string, RegExp]>([
    [
      'not installed',
      "const load = () => import('@aws-sdk/client-nothing')",
      /the SDK client of GameLift cannot be loaded/,
    ],
    ['not what load() gives', 'const load = async () => ({})', /no Client/],
    ['too old', client(whole, '3.917.0'), /is 3\.917\.0; expected 3\.932\.0 or later, below 4/],
    ['without schemas', client("serviceId: 'A'"), /3\.1000\.0 has no serializeRequest; expected 3\.932/],
    ['without endpoints', client(whole.replace('endpointProvider() {}', '')), /has no endpointProvider/],
    [
      'without a declared command',
      client(whole).replace('Client, ListFleetsCommand', 'Client'),
      /gives no ListFleetsCommand/,
    ],
    ['with commands of another kind', client(whole, '3.1000.0', ''), /has a ListFleetsCommand without a schema/],
    [
      'that throw',
      'class Client { constructor() { throw new Error("no") } }; const load = async () => ({ Client })',
      /cannot be made \(no\)/,
    ],
  ])('are refused at load when %s', async (_what, text, message) => {
    await expect(withClient(text)).rejects.toThrow(message);
    await expect(withClient(text)).rejects.toThrow(/acme, .*index\.ts/);
  });
});

describe('the guards of custom checks hold for an installed pack', () => {
  const run = (index: string): Promise<CliResult> => {
    dir.remove();
    dir = folder({
      'node_modules/acme/package.json': '{"name":"acme","type":"module","exports":"./index.ts"}',
      'node_modules/acme/index.ts': index,
    });
    mkdirSync(path.join(dir.path, 'node_modules/@aws-sdk'));
    for (const name of ['@aws-sdk/client-athena', '@aws-sdk/credential-provider-node', '@smithy'])
      if (existsSync(path.join(root, 'node_modules', name)))
        symlinkSync(path.join(root, 'node_modules', name), path.join(dir.path, 'node_modules', name));
    return runCli(['checks', 'list', '--pack', 'acme'], { cwd: dir.path });
  };
  const ours = "import { definePack } from 'aws-posture-audit';\n";
  it.each<[string, string, RegExp]>([
    ['process.exit', `${ours}process.exit(0);`, /acme\/index\.ts: calls process\.exit\(\), which is refused/],
    [
      'a client of its own',
      `${ours}import { AthenaClient, ListWorkGroupsCommand } from '@aws-sdk/client-athena';
      await new AthenaClient({ region: 'eu-west-1' }).send(new ListWorkGroupsCommand({}));`,
      /acme\/index\.ts: sends a request by an SDK client of its own/,
    ],
    ["the SDK's inner parts", `${ours}import '@smithy/core';`, /imports @smithy\/core, which is refused/],
  ])('%s', async (_what, index, message) => {
    const { code, stderr } = await run(index);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});
