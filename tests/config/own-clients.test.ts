import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { folder } from '../cli/run.ts';
import { fileAtWork, kindOfFile } from '../../src/config/own-clients.ts';
import { startWorld } from '../../src/stand-in/world.ts';
import { cli } from '../e2e/faults/run.ts';
import { root } from '../../src/stand-in/root.ts';

/** Modules of the SDK, by their files: a folder of checks has packages of its own beside it. */
const sdkFile = (name: string, of = 'dist-cjs'): string =>
  path.join(root, 'node_modules/@aws-sdk', name, of, 'index.js');
const sdkUrl = (name: string): string => JSON.stringify(pathToFileURL(sdkFile(name)).href);

/** A check whose type lists one thing, after something of the test's own. */
const module = (list: string, before = ''): string => `
import { defineCheck, pass, resource, service } from 'aws-posture-audit';
${before}
const calls = ['GetAccountSummary'];
const iam = service({ id: 'iam', sdkId: 'IAM', scope: 'global', load: async () => {
  const sdk = await import(${sdkUrl('client-iam')});
  return { Client: sdk.IAMClient, GetAccountSummaryCommand: sdk.GetAccountSummaryCommand };
} });
const type = resource(iam, 'Custom::IAM::Thing', {
  calls,
  async *list(api) { ${list}; yield { id: 'one' }; },
  arn: ({ id }) => 'arn:aws:iam:::' + id,
});
export default defineCheck({
  id: 'custom-thing-fine', title: 'Things', severity: 'low', category: 'security', resource: type, risk: 'r', fix: { text: 'f' },
  references: [], evaluate: ({ name }) => pass(name + ' is fine'),
});
`;

let front: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => {
  front = await startWorld();
});
afterAll(() => front.stop());

let dir: ReturnType<typeof folder> | undefined;
afterEach(() => {
  dir?.remove();
  dir = undefined;
});

async function scan(files: Record<string, string>) {
  dir = folder(files);
  const before = front.record.requests.length;
  const { code, stdout, stderr } = await cli(
    front,
    ['scan', '--quiet', '--checks', dir.path, '--check', 'custom-thing-fine', '--format', 'json'],
    { env: { OWN: front.url } },
  );
  const findings = (stdout === '' ? [] : JSON.parse(stdout).findings) as {
    status: string;
    unknown?: { cause: string };
  }[];
  return { code, stderr, findings, sent: front.record.requests.slice(before).map(({ operation }) => operation) };
}

const client = "new sdk.IAMClient({ region: 'us-east-1', endpoint: process.env.OWN })";

describe('a configuration', () => {
  it('that hands out credentials is refused, with words that fit one', async () => {
    dir = folder({ 'audit.config.mjs': `import ${sdkUrl('credential-provider-node')}; export default {};` });
    const before = front.record.requests.length;
    const { code, stderr } = await cli(front, ['scan', '--config', path.join(dir.path, 'audit.config.mjs')]);
    expect({ code, sent: front.record.requests.length - before }).toEqual({ code: 2, sent: 0 });
    expect(stderr).toMatch(
      /audit\.config\.mjs.*credential-provider-node.*which is refused.* a configuration sends nothing and needs no credentials/,
    );
  });
});

describe('the file of a package', () => {
  it.each([
    ['aws-sdk/index.js', 'refused'],
    ['@aws-sdk/credential-providers/dist-cjs/index.js', 'refused'],
    ['@smithy/core/dist-cjs/index.js', 'refused'],
    ['@aws-sdk/client-iam/dist-cjs/index.js', 'client'],
    ['@smithy/types/dist-cjs/index.js', undefined],
    ['yaml/dist/index.js', undefined],
  ])('%s is told on every system: %s', (name, kind) => {
    expect(kindOfFile(`/home/me/checks/node_modules/${name}`)).toBe(kind);
    expect(kindOfFile(`C:\\me\\checks\\node_modules\\${name.replaceAll('/', '\\')}`)).toBe(kind);
  });
});

describe('the file at work', () => {
  const isOurs = (file: string): boolean => /^(C:\\audit|\/audit)/.test(file);
  it.each([
    ['C:\\checks (old)\\a.js', 'list (C:\\checks (old)\\a.js:3:9)', 'C:\\audit\\x.mjs:1:1'],
    ['C:\\checks\\a.js', 'C:\\checks\\node_modules\\@aws-sdk\\client-iam\\index.js:1:2', 'C:\\checks\\a.js:3:9'],
    ['/checks/a.mjs', 'new X (/audit/x.mjs:1:1)', 'async Object.list [as all] (file:///checks/a.mjs:3:9)'],
    ['/checks/a.mjs', 'Promise.all (index 0)', 'async /checks/a.mjs:3:9'],
    ['a custom check', 'node:internal/x:1:2', '/audit/x.mjs:1:1'],
  ])('is %s', (file, ...lines) => {
    expect(fileAtWork(['Error: x', ...lines.map((line) => `    at ${line}`)].join('\n'), isOurs)).toBe(file);
  });
});

describe('a module of a custom check', () => {
  it('may import a client for a service to describe', async () => {
    const { code, findings, sent, stderr } = await scan({ 'a.mjs': module("await api.call('GetAccountSummary')") });
    expect({ code, status: findings[0]?.status }).toEqual({ code: 0, status: 'pass' });
    expect(stderr).toMatch(/^audit: 0 findings failed; .*\naudit: exit code 0: .*\n$/);
    expect(sent).toContain('GetAccountSummary');
  });

  it.each([
    [
      'imported',
      module(
        `await ${client}.send(new sdk.DeleteUserCommand({ UserName: 'x' }))`,
        `import * as sdk from ${sdkUrl('client-iam')};`,
      ),
    ],
    [
      'imported by a name that is computed, its command called by its name',
      module(`const sdk = await import(${sdkUrl('client-iam')}.replace('x', 'x'));
        await new sdk.IAM({ region: 'us-east-1', endpoint: process.env.OWN }).deleteUser({ UserName: 'x' })`),
    ],
    [
      'required',
      module(
        `await ${client}.send(new sdk.DeleteUserCommand({ UserName: 'x' }))`,
        `import { createRequire } from 'node:module';
        const sdk = createRequire(import.meta.url)(${JSON.stringify(sdkFile('client-iam'))});`,
      ),
    ],
  ])('sends nothing by a client that it %s', async (_how, source) => {
    const { code, findings, sent } = await scan({ 'a.mjs': source });
    expect(sent.filter((operation) => operation !== 'DescribeRegions')).toEqual(['GetCallerIdentity']);
    expect(code).toBe(3);
    expect(findings[0]?.status).toBe('unknown');
    expect(findings[0]?.unknown?.cause).toMatch(
      /\ba\.mjs: sends a request by an SDK client of its own, which is refused; nothing was sent\. .*api\.call/,
    );
  });

  it('is refused when it sends something while it is loaded', async () => {
    const before = `import * as sdk from ${sdkUrl('client-iam')}; await ${client}.send(new sdk.DeleteUserCommand({ UserName: 'x' }));`;
    const { code, stderr, sent } = await scan({ 'a.mjs': module('', "import './b.mjs';"), 'b.mjs': before });
    expect({ code, sent }).toEqual({ code: 2, sent: [] });
    expect(stderr).toMatch(/b\.mjs: sends a request by an SDK client of its own, which is refused/);
  });

  it.each([
    ['imports', `import ${sdkUrl('credential-provider-node')};`],
    ['has a helper import', "import './lib/b.mjs';"],
    [
      'requires',
      `import { createRequire } from 'node:module'; createRequire(import.meta.url)(${JSON.stringify(sdkFile('credential-provider-node'))});`,
    ],
  ])('is refused when it %s what hands out credentials', async (_how, before) => {
    const helper = `export const x = await import(${sdkUrl('credential-provider-node')});`;
    // A folder of its own: whatever lies beside the check is loaded for itself.
    const { code, stderr, sent } = await scan({
      'a.mjs': module('', before),
      ...(before.includes('lib/b.mjs') ? { 'lib/b.mjs': helper } : {}),
    });
    expect({ code, sent }).toEqual({ code: 2, sent: [] });
    expect(stderr).toMatch(/[ab]\.mjs.*credential-provider-node.*which is refused/);
  });

  it('ends the run when it changes the declared calls later, naming the file', async () => {
    const { code, stderr, sent } = await scan({
      'a.mjs': module('').replace('const iam', "setTimeout(() => calls.push('DeleteUser'), 0);\nconst iam"),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.mjs: iam\/Custom::IAM::Thing changed its declared calls after it was loaded/);
    expect(sent).not.toContain('DeleteUser');
  });

  it('cannot change the calls of built-in types', async () => {
    const { code, stderr } = await scan({
      'a.mjs': module(
        '',
        "import { resources } from 'aws-posture-audit'; resources.s3.bucket.calls.push('DeleteBucket');",
      ),
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.mjs.*not extensible/);
  });
});
