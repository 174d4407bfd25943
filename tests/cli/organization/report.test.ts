import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountId, putOrganization } from '../../../src/dev/bench/organization/synthetic.ts';
import { failOnOf } from '../../../src/cli/fail-on.ts';
import { exitOf } from '../../../src/cli/organization-report.ts';
import { writePages } from '../../../src/cli/organization/write-pages.ts';
import { noSeverities } from '../../../src/organization/merge/checks.ts';
import { exportPath } from '../../../src/organization/attempts.ts';
import type { SealedManifest } from '../../../src/organization/manifest.ts';
import { DirectoryStore } from '../../../src/organization/store.ts';
import { root } from '../../../src/stand-in/root.ts';
import { audit, folder } from '../run.ts';

const size = { accounts: 4, findings: 20, checks: 12, requirements: 5 };
let dir: ReturnType<typeof folder>;
let manifest: SealedManifest;
/** Two stores: one of which all was scanned, one that lacks an account. */
const [whole, lacking] = ['whole', 'lacking'] as const;
const at = (name: string): string => join(dir.path, name);

beforeAll(async () => {
  dir = folder({
    'known.txt':
      '# audit baseline 1\n# fingerprint, first seen, severity, check, account, region, ARN: a line a finding, sorted\n',
    'accepted.yaml': "- { check: '*', reason: a sandbox, owner: ops }\n",
  });
  manifest = await putOrganization(new DirectoryStore(at(whole)), size);
  await putOrganization(new DirectoryStore(at(lacking)), size);
  rmSync(join(at(lacking), exportPath(manifest.scan, accountId(2))));
});
afterAll(() => dir.remove());

const report = (store: string, ...args: string[]) => audit(['org', 'report', '--store', at(store), ...args]);

describe('audit org report', () => {
  const sum = '3 scanned + 0 partial + 0 failed + 1 unreachable + 0 skipped = 4 accounts of the manifest';

  it.each(['table', 'json', 'ndjson', 'csv', 'markdown'])(
    '%s says the sum and names who is missing',
    async (format) => {
      const { code, stdout, stderr } = await report(lacking, '--format', format, '-o', '-');
      expect(code).toBe(3);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(sum);
      expect(stdout).toContain(accountId(2));
      expect(stdout).toContain('no result of it');
      expect(stderr).toContain(`audit: ${manifest.scan}: ${sum}`);
      expect(stderr).toContain('exit code 3');
    },
  );

  it.each(['table', 'markdown', 'json', 'html'])(
    '%s says who is administrator, and of how many accounts',
    async (format) => {
      const place = at(`people-${format}`);
      const { stdout } = await report(whole, '--format', format, '-o', format === 'html' ? place : '-');
      const text = format === 'html' ? readFileSync(join(place, 'index.html'), 'utf8') : stdout;
      expect(text).toContain('group-deploy');
      if (format !== 'json') expect(text.replaceAll(/\s+/g, ' ')).toContain('perhaps administrator of 4 accounts');
      expect(text).not.toContain('group-all');
      if (format !== 'html') return;
      const own = readFileSync(join(place, 'accounts', `${accountId(1)}.html`), 'utf8');
      for (const part of ['guardrails', 'only-1', 'organizations:ListRoots denied', 'perhaps administrator', 'group-1'])
        expect(own).toContain(part);
      expect(own).not.toContain('group-2');
    },
  );

  it('html says the sum and names who is missing', async () => {
    const { code } = await report(lacking, '--format', 'html', '-o', at('pages'));
    expect(code).toBe(3);
    const index = readFileSync(join(at('pages'), 'index.html'), 'utf8');
    expect(index).toContain(sum);
    expect(index).toContain(`accounts/${accountId(2)}.html`);
    expect(readdirSync(join(at('pages'), 'accounts'))).toHaveLength(4);
  });

  it('html takes the place of an earlier report whole, and of nothing else', async () => {
    const folder = at('again');
    const page = (path: string) => ({ path, text: '<meta name="generator" content="aws-posture-audit">' });
    const write = (...paths: string[]) =>
      writePages(
        (async function* () {
          yield* paths.map(page);
        })(),
        folder,
      );
    await write('accounts/1.html', 'units/ou-1.html', 'index.html');
    writeFileSync(join(folder, 'accounts', 'own.html'), 'of somebody');
    await write('accounts/2.html', 'index.html');
    const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('l'));
    expect(files().sort()).toEqual(['accounts/2.html', 'accounts/own.html', 'index.html']);
    const full = async function* () {
      yield page('accounts/3.html');
      throw new Error('ENOSPC');
    };
    await expect(writePages(full(), folder)).rejects.toThrow(`${folder}: cannot be written`);
    expect(files()).not.toContain('index.html');
    writeFileSync(join(folder, 'index.html'), 'of somebody');
    await expect(write('index.html')).rejects.toThrow('is no page of audit');
  });

  it('of a plan that skips every account is not what was found in none', () => {
    const nothing = { fail: 0, unknown: 0, manual: 0, suppressed: 0, pass: 0 };
    const accounts = { manifest: 2, scanned: 0, partial: 0, failed: 0, unreachable: 0, skipped: 2 };
    const summary = { accounts, complete: false, byStatus: nothing, failedBySeverity: noSeverities() } as never;
    expect(exitOf(summary, failOnOf([]), false)).toEqual({
      code: 3,
      reason: 'no account was scanned (--allow-incomplete: 0)',
    });
  });

  it.each<[string, string, string[], number, string]>([
    ['all was scanned', whole, [], 0, 'every account was scanned'],
    ['an account is missing', lacking, [], 3, 'missing or incomplete'],
    ['that is allowed', lacking, ['--allow-incomplete'], 0, 'which is allowed'],
    ['something is critical', lacking, ['--fail-on', 'critical'], 1, 'at or above --fail-on critical'],
    ['something is unknown', whole, ['--fail-on', 'unknown'], 1, 'are unknown'],
    ['something is new', whole, ['--fail-on', 'new', '--baseline', 'known.txt'], 1, 'are new or worse'],
    ['all of it is accepted', whole, ['--fail-on', 'informational', '--suppressions', 'accepted.yaml'], 0, 'every'],
    [
      'it is accepted in one account',
      whole,
      ['--fail-on', 'informational', '--suppressions', `${accountId(1)}=accepted.yaml`],
      1,
      'informational',
    ],
    ['nothing says what is known', whole, ['--fail-on', 'new'], 2, 'needs a --baseline'],
    ['what it cannot tell is asked for', whole, ['--fail-on', 'older-than:3'], 2, 'knows severities'],
    ['there is no such format', whole, ['--format', 'sarif'], 2, 'unknown value sarif'],
    ['there is no such scan', whole, ['--scan', '20200101T000000Z-00000000'], 2, 'holds no plan'],
    ['two formats want standard output', whole, ['--format', 'json,csv'], 2, 'cannot share standard output'],
  ])('ends as documented where %s', async (_, store, args, wanted, said) => {
    const named = args.map((each) => each.replace(/(?=(?:known\.txt|accepted\.yaml)$)/, `${dir.path}/`));
    const { code, stderr } = await report(store, ...named);
    expect(stderr).toContain(said);
    expect(code).toBe(wanted);
  });

  it('writes JSON as its schema says, and nothing that the schema does not say', async () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/organization.schema.json'), 'utf8')) as object;
    const closed = JSON.parse(
      JSON.stringify(schema, (key, value: unknown) =>
        key !== '' &&
        typeof value === 'object' &&
        value !== null &&
        'properties' in value &&
        !('additionalProperties' in value) &&
        'type' in value
          ? { ...value, additionalProperties: false }
          : value,
      ),
    ) as object;
    const validate = new Ajv2020({ strict: false }).compile(closed);
    for (const [store, args] of [
      [whole, []],
      [lacking, ['--suppressions', `${accountId(1)}=${at('accepted.yaml')}`, '--baseline', at('known.txt')]],
    ] as const) {
      const { stdout } = await report(store, '--format', 'json', ...args);
      validate(JSON.parse(stdout));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('writes several formats into a folder, the same bytes each time', async () => {
    const texts = async (name: string) => {
      await report(whole, '--format', 'json,ndjson,csv,markdown', '-o', `${at(name)}/`);
      return readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file), 'utf8')]);
    };
    const first = await texts('one');
    expect(first.map(([file]) => file)).toEqual([
      'audit-organization.accounts.csv',
      'audit-organization.findings.csv',
      'audit-organization.json',
      'audit-organization.md',
      'audit-organization.ndjson',
      'audit-organization.requirements.csv',
    ]);
    expect(await texts('two')).toEqual(first);
  });

  it('tells the same in lines as in the document', async () => {
    const { stdout: document } = await report(lacking, '--format', 'json');
    const { stdout: lines } = await report(lacking, '--format', 'ndjson');
    const all = JSON.parse(document) as Readonly<Record<string, unknown[]>>;
    const counts = new Map<string, number>();
    for (const line of lines.trimEnd().split('\n')) {
      const { type } = JSON.parse(line) as { type: string };
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    const names = {
      account: 'accounts',
      finding: 'findings',
      passing: 'passing',
      cause: 'causes',
      occurrence: 'occurrences',
    };
    for (const [type, name] of Object.entries(names)) expect(counts.get(type) ?? 0).toBe(all[name]?.length);
    expect(all['occurrences']).toHaveLength(60);
  });
});

describe('a damaged plan', () => {
  it('is refused by name', async () => {
    writeFileSync(join(at('lacking'), manifest.scan, 'manifest.json'), '{}');
    const { code, stderr } = await report(lacking);
    expect(code).toBe(2);
    expect(stderr).toContain('manifest.json: is no organization-manifest');
  });
});
