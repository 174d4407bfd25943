import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccountExport } from '../../src/organization/export.ts';
import { Connection } from '../../src/aws/connection.ts';
import { organizationsOf } from '../../src/cli/organization-accounts.ts';
import { OrganizationFacts } from '../../src/cli/organization-facts.ts';
import { ownSession } from '../../src/cli/organization-session.ts';
import { exportOf } from '../../src/organization/export.ts';
import type { SealedManifest } from '../../src/organization/manifest.ts';
import { manifestOf } from '../../src/organization/manifest.ts';
import { readAccounts } from '../../src/organization/merge/read.ts';
import { DirectoryStore } from '../../src/organization/store.ts';
import type { ErrorSpec } from '../../src/stand-in/errors.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { fails } from '../../src/stand-in/front.ts';
import type { OrganizationOptions } from '../organization/front.ts';
import { management, members, notAuthorized, startOrganization } from '../organization/front.ts';
import type { Ran } from './run.ts';
import { audit, folder } from './run.ts';

// The first test loads the whole program.
vi.setConfig({ testTimeout: 60_000 });

const check = 's3-bucket-mfa-delete-enabled';
let front: Front;
let dir: ReturnType<typeof folder>;
beforeEach(() => {
  dir = folder();
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_CONFIG_FILE', join(dir.path, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(dir.path, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  dir.remove();
  await front?.stop();
});

const open = async (options: OrganizationOptions): Promise<void> => {
  front = await startOrganization(options);
};
const org = (part: string, ...args: readonly string[]): Promise<Ran> =>
  audit(['org', part, '--store', join(dir.path, 'scans'), '--endpoint-url', front.url, ...args], { cwd: dir.path });
const plan = (...args: readonly string[]): Promise<Ran> => org('plan', '--check', check, ...args);
const manifest = (): SealedManifest => {
  const scan = readdirSync(join(dir.path, 'scans')).sort().at(-1) ?? '';
  const file = join(dir.path, 'scans', scan, 'manifest.json');
  return manifestOf(readFileSync(file), file);
};
const exportOfAccount = (id: string): AccountExport => {
  const of = manifest();
  const file = join(dir.path, 'scans', of.scan, 'accounts', id, 'export.json');
  return exportOf(readFileSync(file), file, of, id);
};
const told = async (): Promise<Record<string, string>> => {
  const found: Record<string, string> = {};
  for await (const { account, status, cause } of readAccounts(new DirectoryStore(join(dir.path, 'scans')), manifest()))
    found[account.id] = cause === undefined ? status : `${status} ${cause.kind}`;
  return found;
};
const [first = '', second = '', third = '', fourth = ''] = members(4);

describe('org plan', () => {
  it.each([true, false])('writes down every account with its units (paths told: %s), and asks once', async (paths) => {
    await open({ ids: [first, second, third], states: { [third]: 'SUSPENDED' }, paths });
    const { code, stdout, stderr } = await plan('--role-name', 'security/audit');
    expect([code, stderr]).toEqual([0, '']);
    expect(manifest()).toMatchObject({
      organization: 'o-abcdefghij',
      managementAccount: management,
      own: management,
      access: { kind: 'role', role: 'security/audit', externalId: false },
      selection: { checks: [check] },
    });
    expect(
      manifest().accounts.map(({ id, ou, state, skip }) => [id, ou.map(({ name }) => name).join('/'), state, skip]),
    ).toEqual([
      [management, 'Root', 'ACTIVE', undefined],
      [first, 'Root/Workloads', 'ACTIVE', undefined],
      [second, 'Root/Workloads/Prod', 'ACTIVE', undefined],
      [third, 'Root/Workloads', 'SUSPENDED', 'suspended'],
    ]);
    expect(stdout).toContain('4 accounts: 3 to scan, 1 skipped.');
    expect(stdout).toMatch(/Calls: about [\d,]+.*\nTime: about 1 min by one process/s);
    expect(front.record.count({ operation: 'ListAccounts' })).toBe(2);
    expect(front.record.count({ operation: 'ListAccountsForParent' })).toBe(paths ? 0 : 3);
    expect(front.record.count({ operation: 'AssumeRole' })).toBe(0);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['a unit by name, with what is below it', ['--ou', 'Workloads'], [first, second, third]],
    ['a unit by path', ['--ou', 'Workloads/Prod'], [second]],
    ['a unit by id', ['--ou', 'ou-ab12-prodprod'], [second]],
    ['accounts', ['--account', `${first},${management}`], [management, first]],
    ['all but one', ['--exclude-account', first], [management, second, third]],
    ['a unit without an account', ['--ou', 'Workloads', '--exclude-account', second], [first, third]],
  ])('keeps the others as skipped: %s', async (_case, args, scanned) => {
    await open({ ids: [first, second, third] });
    expect((await plan(...args)).code).toBe(0);
    const { accounts } = manifest();
    expect(accounts.filter(({ skip }) => skip === undefined).map(({ id }) => id)).toEqual(scanned);
    expect(accounts.filter(({ skip }) => skip === 'excluded')).toHaveLength(4 - scanned.length);
  });

  it.each<[readonly string[], string]>([
    [['--ou', 'Workload'], 'unknown organizational unit: Workload; did you mean ou-ab12-workload, Workloads?'],
    [['--account', '999999999999'], 'unknown account: 999999999999'],
    [['--exclude-account', `${management},${first}`], 'none of 2 accounts is left to be scanned'],
    [['--role-name', 'arn:aws:iam::1:role/x y'], '--role-name: arn:aws:iam::1:role/x y is no name of a role'],
    [['--accounts', 'missing.txt'], 'missing.txt'],
  ])('refuses %j', async (args, said) => {
    await open({ ids: [first] });
    const { code, stderr } = await plan(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(existsSync(join(dir.path, 'scans'))).toBe(false);
  });

  it('holds an account once that two pages hold, and lets no name make a line', async () => {
    await open({ ids: [first] });
    front.answer({ service: 'organizations', operation: 'ListAccounts' }, ({ input }) => ({
      Accounts: [management, first].map((Id) => ({ Id, Name: 'a\n2 of 2 accounts let us in', State: 'ACTIVE' })),
      ...(input['NextToken'] === undefined ? { NextToken: 'more' } : {}),
    }));
    front.error({ service: 'sts', operation: 'AssumeRole' }, notAuthorized(first));
    const { code, stdout } = await plan();
    expect([code, manifest().accounts.map(({ id }) => id)]).toEqual([0, [management, first]]);
    for (const told of [stdout, (await org('doctor')).stdout]) expect(told).not.toMatch(/^2 of 2/m);
  });

  it('takes accounts of a file, without asking Organizations', async () => {
    await open({ ids: [] });
    writeFileSync(join(dir.path, 'accounts.txt'), `# ours\n${second},"Shop ""front"""\n\n${first}\n`);
    expect((await plan('--accounts', join(dir.path, 'accounts.txt'))).code).toBe(0);
    expect(manifest().accounts).toEqual([
      { id: first, name: first, ou: [] },
      { id: second, name: 'Shop "front"', ou: [] },
    ]);
    expect(manifest().organization).toBeUndefined();
    expect(front.record.count({ service: 'organizations' })).toBe(0);
    writeFileSync(join(dir.path, 'accounts.txt'), `${first}\n12345\n`);
    expect((await plan('--accounts', join(dir.path, 'accounts.txt'))).stderr).toContain(
      'accounts.txt:2: 12345 is no account',
    );
  });

  it('says what helps where Organizations does not tell', async () => {
    await open({ ids: [first] });
    front.error({ service: 'organizations' }, 'access-denied');
    const { code, stderr } = await plan();
    expect(code).toBe(4);
    expect(stderr).toContain('--accounts FILE');
  });
});

describe('org scan', () => {
  it('scans every account as itself, adds up, and keeps whole results beside small exports', async () => {
    await open({ ids: [first, second, third], states: { [third]: 'SUSPENDED' } });
    const { code, stderr, stdout } = await org('scan', '--check', check);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('4 accounts = 3 scanned + 0 partial + 0 failed + 0 unreachable + 1 skipped');
    expect(await told()).toEqual({
      [management]: 'scanned',
      [first]: 'scanned',
      [second]: 'scanned',
      [third]: 'skipped suspended',
    });
    const { judged } = exportOfAccount(first);
    expect(judged).toMatchObject({
      caller: `arn:aws:sts::${first}:assumed-role/audit/audit`,
      byStatus: { fail: 1, pass: 1 },
      checks: { [check]: { fail: 1, pass: 1 } },
      gaps: [],
      controls: { rcps: { unknown: 'none of the selected checks reads them' } },
    });
    expect([...(judged?.findings ?? [])].map(({ status, resource }) => [status, resource.name])).toEqual([
      ['fail', `loose-${first}`],
    ]);
    const result = JSON.parse(
      gunzipSync(readFileSync(join(dir.path, 'scans', judged?.result.path ?? ''))).toString(),
    ) as { run: { account: string }; findings: unknown[] };
    expect([result.run.account, result.findings.length]).toEqual([first, 2]);
    expect(JSON.parse(readFileSync(join(dir.path, 'scans', judged?.infos.path ?? ''), 'utf8'))).toMatchObject([
      { id: check },
    ]);
    // Our own account needs no role.
    expect(
      front.record
        .find({ operation: 'AssumeRole' })
        .map(({ input }) => String(input['RoleArn']))
        .sort(),
    ).toEqual([first, second].map((id) => `arn:aws:iam::${id}:role/audit`));
    expect(readdirSync(join(dir.path, 'scans', manifest().scan, 'checks'))).toHaveLength(1);
  });

  it('keeps requirements with their titles, and what they are once their failures are accepted', async () => {
    await open({ ids: [] });
    const own = join(dir.path, 'house.yaml');
    writeFileSync(
      own,
      `key: house\nname: House rules\nrequirements: [{ id: H.1, title: Versions stay, whole: [${check}] }]\n`,
    );
    const { stderr } = await org('scan', '--check', check, '--framework', own);
    expect(stderr).toContain('= 1 scanned');
    expect(exportOfAccount(management).judged?.compliance[0]?.requirements).toEqual([
      {
        id: 'H.1',
        title: 'Versions stay',
        status: 'not-met',
        population: 2,
        counts: { passed: 1, failed: 1 },
        failing: { checks: { [check]: 1 }, accepted: 'met-with-accepted-risks' },
      },
    ]);
  });

  it('goes on with what is missing alone, and a second time with nothing', async () => {
    await open({ ids: [first, second], refused: { [second]: notAuthorized(second) } });
    expect((await org('scan', '--check', check)).code).toBe(3);
    expect(await told()).toEqual({ [management]: 'scanned', [first]: 'scanned', [second]: 'unreachable role-refused' });
    await front.stop();
    front = await startOrganization({ ids: [first, second] });
    expect((await org('scan', '--resume')).code).toBe(0);
    expect(await told()).toEqual({ [management]: 'scanned', [first]: 'scanned', [second]: 'scanned' });
    expect(new Set(front.record.find({ service: 's3' }).map(({ account }) => account))).toEqual(new Set([second]));
    front.record.clear();
    expect((await org('scan', '--resume')).code).toBe(0);
    expect(front.record.operations()).toEqual(['sts:GetCallerIdentity']);
  });

  it('adds up where the store holds a damaged export, and says what to do', async () => {
    await open({ ids: [first] });
    await org('scan', '--check', check);
    const file = join(dir.path, 'scans', manifest().scan, 'accounts', first, 'export.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 200));
    const { code, stderr } = await org('scan', '--resume');
    expect(code).toBe(3);
    expect(stderr).toContain('2 accounts = 1 scanned + 0 partial + 1 failed + 0 unreachable + 0 skipped');
    expect(stderr).toContain('export.json: is damaged');
  });

  it('scans the accounts of a plan that are named, and no other', async () => {
    const ids = members(3);
    await open({ ids });
    await plan();
    const { scan } = manifest();
    const [, first = '', second = ''] = ids;
    const { code, stderr } = await org('scan', '--scan', scan, '--account', second);
    expect(code).toBe(0);
    expect(stderr).toContain('= 1 scanned + 0 partial + 0 failed + 0 unreachable + 0 skipped');
    expect(front.record.count({ operation: 'ListBuckets' })).toBe(1);
    expect((await org('scan', '--scan', scan, '--account', `${first},${second}`)).code).toBe(0);
    expect(front.record.count({ operation: 'ListBuckets' })).toBe(2);
    const other = await org('scan', '--scan', scan, '--account', '999999999999');
    expect([other.code, front.record.count({ operation: 'ListBuckets' })]).toEqual([2, 2]);
    expect(other.stderr).toContain(`account 999999999999 is not in the plan of ${scan}`);
  });

  it('says that an account that is named is skipped by the plan', async () => {
    const ids = members(2);
    await open({ ids });
    await plan('--exclude-account', ids[0] ?? '');
    const { code, stderr } = await org('scan', '--resume', '--account', ids[0] ?? '');
    expect([code, stderr]).toEqual([
      3,
      expect.stringContaining(`${ids[0]} member-01: not read, because the plan skips it (excluded)`),
    ]);
    expect(front.record.find({ operation: 'ListBuckets' })).toEqual([]);
    expect((await org('scan', '--resume', '--account', ids.join(','))).code).toBe(3);
    expect((await org('scan', '--resume', '--account', ids[1] ?? '')).code).toBe(0);
  });

  it('shares a plan between shards, none twice and none left out', async () => {
    await open({ ids: members(6), states: { [third]: 'CLOSED' } });
    await plan();
    const { scan } = manifest();
    const sums: string[] = [];
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { code, stderr } = await org('scan', '--scan', scan, '--shard', shard);
      expect(code).toBe(0);
      sums.push(/\d+ accounts? of part .*/.exec(stderr)?.[0] ?? '');
    }
    expect(sums).toEqual([
      '3 accounts of part 1/3 = 2 scanned + 0 partial + 0 failed + 0 unreachable + 1 skipped',
      '2 accounts of part 2/3 = 2 scanned + 0 partial + 0 failed + 0 unreachable + 0 skipped',
      '2 accounts of part 3/3 = 2 scanned + 0 partial + 0 failed + 0 unreachable + 0 skipped',
    ]);
    expect(Object.values(await told()).sort()).toEqual([...Array<string>(6).fill('scanned'), 'skipped closed']);
    expect(front.record.count({ operation: 'ListBuckets' })).toBe(6);
  });

  it.each<[string, string, (id: string) => Partial<OrganizationOptions>]>([
    [
      'a role that is not there or not open',
      'unreachable role-refused',
      (id) => ({ refused: { [id]: notAuthorized(id) } }),
    ],
    [
      'a service control policy',
      'unreachable control-policy',
      (id) => ({ refused: { [id]: notAuthorized(id, ' with an explicit deny in a service control policy') } }),
    ],
    [
      'a trust policy',
      'unreachable trust',
      (id) => ({
        refused: { [id]: notAuthorized(id, ' because no resource-based policy allows the sts:AssumeRole action') },
      }),
    ],
    [
      'the caller',
      'unreachable caller-not-allowed',
      (id) => ({
        refused: { [id]: notAuthorized(id, ' because no identity-based policy allows the sts:AssumeRole action') },
      }),
    ],
  ])('tells what kept it out: %s', async (_case, wanted, options) => {
    await open({ ids: [first, second], ...options(second) });
    const { code, stderr } = await org('scan', '--check', check);
    expect(code).toBe(3);
    expect(await told()).toEqual({ [management]: 'scanned', [first]: 'scanned', [second]: wanted });
    expect(stderr).toContain('3 accounts = 2 scanned + 0 partial + 0 failed + 1 unreachable + 0 skipped');
    expect(stderr).toContain(`audit: ${second} member-02: unreachable: `);
  });

  it('tells an account that was closed since the plan', async () => {
    await open({ ids: [first, second] });
    await plan();
    await front.stop();
    front = await startOrganization({
      ids: [first, second],
      states: { [second]: 'PENDING_CLOSURE' },
      refused: { [second]: notAuthorized(second) },
    });
    expect((await org('scan', '--resume')).code).toBe(3);
    expect(await told()).toMatchObject({ [first]: 'scanned', [second]: 'unreachable suspended' });
  });

  it.each<[string, ErrorSpec]>([
    ['its credentials are refused', { code: 'InvalidClientTokenId', status: 403, message: 'x' }],
    ['they end and the role is refused', { code: 'ExpiredToken', status: 400, message: 'x' }],
  ])('tells an account that is closed while it is read: %s', async (_case, refusal) => {
    await open({ ids: [first, second], states: { [second]: 'ACTIVE' } });
    await plan();
    const state = { [second]: 'ACTIVE' };
    front.answer({ service: 'organizations', operation: 'ListAccounts' }, () => ({
      Accounts: [management, first, second].map((Id) => ({ Id, Name: Id, State: state[Id] ?? 'ACTIVE' })),
    }));
    front.answer({ service: 's3', operation: 'GetBucketVersioning', account: second }, () => {
      state[second] = 'SUSPENDED';
      front.error({ service: 'sts', operation: 'GetCallerIdentity', account: second }, refusal);
      return fails(refusal);
    });
    const { code, stderr } = await org('scan', '--resume');
    expect(code).toBe(3);
    expect(stderr).toContain('3 accounts = 2 scanned + 1 partial + 0 failed + 0 unreachable + 0 skipped');
    expect(await told()).toMatchObject({ [first]: 'scanned', [second]: 'partial suspended' });
  });

  it('is partial where something is denied, says what, and does not ask again', async () => {
    await open({ ids: [first, second] });
    front.error({ service: 's3', operation: 'GetBucketVersioning', account: second }, 'access-denied');
    const { code, stderr } = await org('scan', '--check', check);
    expect(code).toBe(3);
    expect(stderr).toContain(`${second} member-02: partial: `);
    expect(await told()).toEqual({ [management]: 'scanned', [first]: 'scanned', [second]: 'partial gaps' });
    expect(exportOfAccount(second).judged).toMatchObject({
      byStatus: { unknown: 2 },
      gaps: [{ actions: ['s3:GetBucketVersioning'] }],
    });
    front.record.clear();
    expect((await org('scan', '--resume')).code).toBe(3);
    expect(front.record.count({ service: 's3' })).toBe(0);
  });

  it('stops when its own credentials end, and goes on later', async () => {
    const ids = members(4);
    await open({
      ids,
      refused: Object.fromEntries(
        ids.map((id) => [
          id,
          { code: 'ExpiredToken', status: 403, message: 'The security token included in the request is expired' },
        ]),
      ),
    });
    const { code, stderr } = await org('scan', '--check', check, '--concurrency', '1');
    expect(code).toBe(4);
    expect(stderr).toContain('5 accounts = 1 scanned + 0 partial + 0 failed + 4 unreachable + 0 skipped');
    await front.stop();
    front = await startOrganization({ ids });
    expect((await org('scan', '--resume')).code).toBe(0);
  });

  it('assumes a role again while an account is read', async () => {
    await open({ ids: [first], lasting: 1500 });
    front.faults({ rules: [{ service: 's3', latencyMs: 1300 }] });
    expect((await org('scan', '--check', check)).code).toBe(0);
    expect(front.record.count({ operation: 'AssumeRole' })).toBeGreaterThan(1);
    expect(await told()).toMatchObject({ [first]: 'scanned' });
  });

  it('tells that a role refuses to be assumed again', async () => {
    await open({ ids: [first], lasting: 300 });
    front.faults({ rules: [{ service: 's3', latencyMs: 400 }] });
    const assumed = { service: 'sts', operation: 'AssumeRole' };
    front.answer({ service: 's3', operation: 'ListBuckets', account: first }, () => {
      front.error(assumed, notAuthorized(first));
      return { Buckets: [{ Name: 'kept-1', BucketRegion: 'eu-west-1', CreationDate: '2024-01-01T00:00:00Z' }] };
    });
    const { code, stderr } = await org('scan', '--check', check);
    expect(code).toBe(3);
    expect(stderr).toContain(
      `partial: the credentials ended while it was read, and arn:aws:iam::${first}:role/audit is not there`,
    );
    expect(await told()).toMatchObject({ [first]: 'partial expired' });
  });

  it('reads by profiles instead of roles', async () => {
    await open({ ids: [] });
    writeFileSync(
      join(dir.path, 'config'),
      [
        '[profile hub]',
        'aws_access_key_id = AKIAHUB',
        'aws_secret_access_key = s',
        ...[first, second].flatMap((id, at) => [
          `[profile prod-${at}]`,
          `role_arn = arn:aws:iam::${id}:role/audit`,
          'source_profile = hub',
        ]),
        '[profile test-1]',
        `role_arn = arn:aws:iam::${third}:role/audit`,
        'source_profile = hub',
      ].join('\n'),
    );
    expect((await org('scan', '--check', check, '--profile', 'prod-*')).code).toBe(0);
    expect(manifest()).toMatchObject({ access: { kind: 'profiles', pattern: 'prod-*' } });
    expect(await told()).toEqual({ [first]: 'scanned', [second]: 'scanned' });
  });

  it('goes on without a profile that does not get in, and leaves it out of nothing', async () => {
    await open({ ids: [] });
    const by = (name: string, ...lines: readonly string[]): string => [`[profile ${name}]`, ...lines].join('\n');
    const keys = (name: string): string[] => [`aws_access_key_id = AKIA${name}`, 'aws_secret_access_key = s'];
    const configured = (...profiles: readonly string[]): void =>
      writeFileSync(join(dir.path, 'config'), profiles.join('\n'));
    const good = by('prod-good', `role_arn = arn:aws:iam::${first}:role/audit`, 'source_profile = hub');
    const bad = [by('prod-broken', 'credential_process = /nowhere/at-all'), by('prod-gone', ...keys('GONE'))];
    front.error(
      { service: 'sts', operation: 'GetCallerIdentity', account: management },
      { code: 'InvalidClientTokenId', status: 403, message: 'The security token included in the request is invalid' },
    );
    configured(by('hub', ...keys('HUB')), good, ...bad);
    const planned = await plan('--profile', 'prod-*');
    expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining('1 account: 1 to scan')]);
    expect(planned.stderr).toContain('audit: the profile prod-broken is in no sum, because nobody could say which');
    expect(manifest().lost?.map(({ profile }) => profile)).toEqual(['prod-broken', 'prod-gone']);
    const scanned = await org('scan', '--resume', '--profile', 'prod-*');
    expect([scanned.code, scanned.stderr]).toEqual([3, expect.stringContaining('= 1 scanned + 0 partial')]);
    expect(scanned.stderr).toContain('the profile prod-gone is in no sum');
    expect((await org('scan', '--resume', '--allow-incomplete')).code).toBe(0);
    const doctor = await org('doctor');
    expect([doctor.code, doctor.stdout]).toEqual([3, expect.stringContaining('1 of 1 account let us in')]);
    const report = await org('report', '--format', 'json');
    expect(report.code).toBe(3);
    expect(JSON.parse(report.stdout)).toMatchObject({
      summary: { complete: false },
      notes: [expect.stringContaining('prod-broken'), expect.stringContaining('prod-gone')],
    });
    // Where none gets in there is no plan.
    configured(...bad);
    const none = await plan('--profile', 'prod-*');
    expect([none.code, none.stderr]).toEqual([4, expect.stringContaining('prod-broken')]);
  });

  it('judges no account by what another says', async () => {
    await open({ ids: [first, second] });
    front.answer({ service: 'sts', operation: 'AssumeRole' }, () => ({
      Credentials: {
        AccessKeyId: 'ASIAOTHER',
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: new Date(Date.now() + 3_600_000),
      },
      AssumedRoleUser: { AssumedRoleId: 'AROA:audit', Arn: `arn:aws:sts::${second}:assumed-role/audit/audit` },
    }));
    expect((await org('scan', '--check', check)).code).toBe(3);
    expect(await told()).toEqual({
      [management]: 'scanned',
      [first]: 'unreachable other-account',
      [second]: 'scanned',
    });
    expect((await org('doctor')).stdout).toContain(`the credentials lead to account ${second}`);
  });

  it.each<[readonly string[], string]>([
    [['--resume'], 'holds no plan'],
    [['--scan', '../x'], '--scan: ../x is no id of a scan'],
    [['--scan', '20260131T120000Z-0123abcd'], 'holds no plan 20260131T120000Z-0123abcd'],
    [['--resume', '--role-name', 'x'], '--role-name is part of the plan'],
    [['--resume', '--check', check], '--check is part of the plan'],
    [['--shard', '1/2'], '--shard needs --scan or --resume'],
    [['--resume', '--shard', '3/2'], '--shard: 3/2 is no part'],
    [['--resume', '--shard', '0/2'], '--shard: 0/2 is no part'],
  ])('refuses %j', async (args, said) => {
    await open({ ids: [] });
    const { code, stderr } = await org('scan', ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(front.record.count()).toBe(0);
  });

  it('gives members the control policies over them, asked once, and trusts the accounts of the organization', async () => {
    await open({ ids: [first, second, third, fourth] });
    const policyFor = (principal: string): string =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'sqs:SendMessage', Resource: '*' }],
      });
    front.answer({ service: 'sqs', operation: 'ListQueues' }, ({ account }) => ({
      QueueUrls: ['ours', 'theirs'].map((name) => `https://sqs.eu-west-1.amazonaws.com/${account}/${name}`),
    }));
    front.answer({ service: 'sqs', operation: 'GetQueueAttributes' }, ({ account, input }) => {
      const name = String(input['QueueUrl']).split('/').at(-1) ?? '';
      return {
        Attributes: {
          QueueArn: `arn:aws:sqs:eu-west-1:${account}:${name}`,
          Policy: policyFor(name === 'ours' ? (account === first ? fourth : first) : '999999999999'),
        },
      };
    });
    // What members are answered by themselves.
    const refusal = { code: 'AccessDeniedException', message: "You don't have permissions to access this resource." };
    front.error({ service: 'organizations', operation: /^List/, account: /^2/ }, refusal);
    const { stderr } = await org('scan', '--check', 'sqs-queue-policy-no-cross-account');
    expect(stderr).toContain('5 accounts = 5 scanned');
    for (const id of [first, second, third, fourth])
      expect(
        [...(exportOfAccount(id).judged?.findings ?? [])].map(({ status, resource, message }) => [
          status,
          resource.name,
          message,
        ]),
      ).toEqual([['fail', 'theirs', expect.not.stringContaining('were not read')]]);
    expect(new Set(front.record.find({ operation: 'ListPoliciesForTarget' }).map(({ account }) => account))).toEqual(
      new Set([management]),
    );
    // The root, two units and four members, each once; of resource control policies the organization has none.
    expect(front.record.count({ operation: 'ListPoliciesForTarget' })).toBe(7);
  });

  it('goes by where accounts are now, not by where they were planned', async () => {
    await open({ ids: [first, second] });
    await plan();
    const moved = { ParentId: 'ou-ab12-prodprod' };
    front.answer({ service: 'organizations', operation: 'ListAccountsForParent' }, ({ input }) => ({
      Accounts: input['ParentId'] === moved.ParentId ? [{ Id: first }, { Id: second }] : [{ Id: management }],
    }));
    const connection = await Connection.open({ endpointUrl: front.url, regions: ['eu-west-1'] });
    const facts = new OrganizationFacts(organizationsOf(ownSession(connection), management, 'aws'));
    const type = 'organizations/AWS::Organizations::Organization';
    const known = await facts.over({ id: first });
    expect(known?.facet(type, 'global', 'arn', 'levels')).toEqual({
      kind: 'present',
      value: ['r-ab12', 'ou-ab12-workload', 'ou-ab12-prodprod', first],
    });
    expect(known?.facet(type, 'global', 'arn', 'resourceControls')).toEqual({
      kind: 'present',
      value: { none: 'the organization has not enabled resource control policies' },
    });
    expect(known?.facet(type, 'global', 'arn', 'delegatedAdministrators')).toBeUndefined();
    expect(await facts.over({ id: management })).toBeUndefined();
    connection.close();
  });

  it('reads again what failed in a way that passes', async () => {
    await open({ ids: [first] });
    front.error(
      { service: 's3', operation: 'GetBucketVersioning', account: first },
      { code: 'InternalError', status: 500 },
    );
    expect((await org('scan', '--check', check)).code).toBe(3);
    expect(await told()).toMatchObject({ [first]: 'partial network' });
    await front.stop();
    front = await startOrganization({ ids: [first] });
    expect((await org('scan', '--resume')).code).toBe(0);
    expect(await told()).toMatchObject({ [first]: 'scanned' });
  });
});

describe('org doctor', () => {
  it('tries every account and tells the causes apart', async () => {
    await open({
      ids: members(5),
      states: { [members(5)[4] ?? '']: 'SUSPENDED' },
      refused: {
        [second]: notAuthorized(second),
        [third]: notAuthorized(third, ' with an explicit deny in a service control policy'),
      },
    });
    await plan();
    const { code, stdout } = await org('doctor');
    expect(code).toBe(3);
    expect(stdout).toContain(
      `role-refused: 1 account\n  ${second}  member-02  arn:aws:iam::${second}:role/audit is not there, or does not let us in\n`,
    );
    expect(stdout).toContain('control-policy: 1 account\n');
    expect(stdout).toContain('3 of 5 accounts let us in; 1 skipped.');
    const { accounts } = JSON.parse((await org('doctor', '--format', 'json')).stdout) as {
      accounts: { id: string; cause?: { kind: string } }[];
    };
    expect(accounts.map(({ id, cause }) => [id, cause?.kind])).toEqual([
      [management, undefined],
      [first, undefined],
      [second, 'role-refused'],
      [third, 'control-policy'],
      [fourth, undefined],
    ]);
    expect(front.record.count({ service: 's3' })).toBe(0);
  });

  it('sends the external id, and exits 0 when every account lets us in', async () => {
    await open({ ids: [first] });
    await plan('--external-id', 'e-1');
    expect(manifest().access).toEqual({ kind: 'role', role: 'audit', externalId: true });
    expect(readFileSync(join(dir.path, 'scans', manifest().scan, 'manifest.json'), 'utf8')).not.toContain('e-1"');
    for (const without of [await org('doctor'), await org('scan', '--resume')])
      expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('made with an external id')]);
    expect(front.record.count({ operation: 'AssumeRole' })).toBe(0);
    expect((await org('doctor', '--external-id', 'e-1')).code).toBe(0);
    expect(front.record.find({ operation: 'AssumeRole' })[0]?.input).toMatchObject({ ExternalId: 'e-1' });
  });
});
