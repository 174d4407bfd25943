import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../reports/organization/json.ts';
import { sumText } from '../../reports/organization/words.ts';
import {
  accountId,
  putInfos,
  syntheticExport,
  syntheticJudgement,
} from '../../src/dev/bench/organization/synthetic.ts';
import { syntheticAccounts, syntheticManifest } from '../../src/dev/bench/organization/synthetic.ts';
import type { Known } from '../../src/engine/changes/known.ts';
import { attemptPath, exportPath } from '../../src/organization/attempts.ts';
import type { AccountExport, ExportedJudgement } from '../../src/organization/export.ts';
import { exportBytes } from '../../src/organization/export.ts';
import type { Manifest, ManifestAccount, SealedManifest, Skip } from '../../src/organization/manifest.ts';
import { merge } from '../../src/organization/merge/merge.ts';
import type { OrganizationResult } from '../../src/organization/merge/model.ts';
import type { Accepted } from '../../src/organization/merge/scoped.ts';
import { heldAgainst } from '../../src/organization/merge/held.ts';
import { nothingAccepted } from '../../src/organization/merge/scoped.ts';
import { MemoryStore } from './examples.ts';

/** What the store holds of an account. */
type Holds = Partial<AccountExport> | 'nothing' | 'damaged' | 'of another manifest' | Skip;

const size = { accounts: 0, findings: 6, checks: 8, requirements: 4 };

interface World {
  readonly store: MemoryStore;
  readonly manifest: SealedManifest;
}

async function world(
  holds: readonly Holds[],
  judge: (at: number, given: ExportedJudgement) => ExportedJudgement = (_, given) => given,
  place: (account: ManifestAccount, at: number) => ManifestAccount = (account) => account,
): Promise<World> {
  const store = new MemoryStore();
  const skips = ['suspended', 'closed', 'not-active-yet', 'excluded'];
  const accounts = syntheticAccounts(holds.length).map((account, at) => {
    const held = holds[at];
    return typeof held === 'string' && skips.includes(held) ? { ...account, skip: held as Skip } : account;
  });
  const manifest = syntheticManifest(accounts.map(place));
  const infos = await putInfos(store, size.checks);
  for (const [at, held] of holds.entries()) {
    if (held === 'nothing' || (typeof held === 'string' && skips.includes(held))) continue;
    const judged = judge(at, syntheticJudgement(at, size, infos));
    const more = typeof held === 'string' ? (held === 'damaged' ? {} : { manifest: 'f'.repeat(64) }) : held;
    const none = more.status === 'failed' || more.status === 'unreachable';
    const given = syntheticExport(manifest, at, none ? undefined : judged, more);
    const bytes = Buffer.from(exportBytes(given));
    if (held === 'damaged') bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    const id = accountId(at);
    await store.put(none ? attemptPath(manifest.scan, id, given.attempt) : exportPath(manifest.scan, id), bytes);
  }
  return { store, manifest };
}

const text = async (result: OrganizationResult): Promise<string> => {
  let all = '';
  for await (const piece of json(result)) all += piece;
  return all;
};
const cause = (kind: 'gaps' | 'role-refused' | 'program', message: string) => ({ cause: { kind, message } });

describe('every account of the manifest', () => {
  it.each<[string, readonly Holds[], string, string[]]>([
    ['no account', [], '0 scanned + 0 partial + 0 failed + 0 unreachable + 0 skipped = 0 accounts of the manifest', []],
    [
      'one that was scanned',
      [{}],
      '1 scanned + 0 partial + 0 failed + 0 unreachable + 0 skipped = 1 account of the manifest',
      ['scanned'],
    ],
    [
      'one of each',
      [
        {},
        { status: 'partial', ...cause('gaps', 'something was denied') },
        { status: 'failed', ...cause('program', 'it fell over') },
        { status: 'unreachable', ...cause('role-refused', 'no way in') },
        'suspended',
        'closed',
        'not-active-yet',
        'excluded',
      ],
      '1 scanned + 1 partial + 1 failed + 1 unreachable + 4 skipped = 8 accounts of the manifest',
      [
        'scanned',
        'partial gaps',
        'failed program',
        'unreachable role-refused',
        'skipped suspended',
        'skipped closed',
        'skipped not-active-yet',
        'skipped excluded',
      ],
    ],
    [
      'nothing in the store of one',
      [{}, 'nothing'],
      '1 scanned + 0 partial + 0 failed + 1 unreachable + 0 skipped = 2 accounts of the manifest',
      ['scanned', 'unreachable not-tried'],
    ],
    [
      'a damaged export',
      [{}, 'damaged'],
      '1 scanned + 0 partial + 1 failed + 0 unreachable + 0 skipped = 2 accounts of the manifest',
      ['scanned', 'failed damaged'],
    ],
    [
      'nothing that is not skipped',
      ['excluded', 'closed'],
      '0 scanned + 0 partial + 0 failed + 0 unreachable + 2 skipped = 2 accounts of the manifest',
      ['skipped excluded', 'skipped closed'],
    ],
    [
      'an export of another manifest',
      ['of another manifest', {}],
      '1 scanned + 0 partial + 1 failed + 0 unreachable + 0 skipped = 2 accounts of the manifest',
      ['failed damaged', 'scanned'],
    ],
  ])('is told: %s', async (_, holds, sum, told) => {
    const { store, manifest } = await world(holds);
    const result = await merge(store, manifest);
    expect(sumText(result.summary.accounts)).toBe(sum);
    expect(result.accounts.map(({ id }) => id)).toEqual(manifest.accounts.map(({ id }) => id));
    expect(result.accounts.map(({ status, cause: why }) => `${status} ${why?.kind ?? ''}`.trim())).toEqual(told);
    const scanned = told.filter((each) => each === 'scanned').length;
    const skips = told.filter((each) => each.startsWith('skipped')).length;
    expect(result.summary.complete).toBe(scanned > 0 && scanned + skips === told.length);
    for (const { accounts } of [...result.checks, ...(result.compliance[0]?.requirements ?? [])])
      expect(Object.values(accounts).reduce((all, count) => all + count, 0)).toBe(holds.length);
    for (const { counts } of result.organizationFindings)
      expect(Object.values(counts).reduce((all, count) => all + count, 0)).toBe(holds.length);
  });

  it('is of the scan that was asked for, whatever else is in the store', async () => {
    const { store, manifest } = await world([{}, 'nothing']);
    const other: Manifest = { ...manifest, scan: '20260201T120000Z-0123abcd' };
    const second = syntheticManifest(manifest.accounts, { scan: other.scan });
    await store.put(
      exportPath(second.scan, accountId(1)),
      exportBytes(syntheticExport(second, 1, undefined, { status: 'failed', ...cause('program', 'x') })),
    );
    const statuses = async (of: SealedManifest) => (await merge(store, of)).accounts.map(({ status }) => status);
    expect(await statuses(manifest)).toEqual(['scanned', 'unreachable']);
    expect(await statuses(second)).toEqual(['unreachable', 'failed']);
  });

  it('counts what gave most, where an export is damaged and attempts are there', async () => {
    const { store, manifest } = await world(['damaged', 'nothing']);
    const put = (at: number, attempt: string, more: Partial<AccountExport>) =>
      store.put(
        attemptPath(manifest.scan, accountId(at), attempt),
        exportBytes(syntheticExport(manifest, at, undefined, { attempt, ...more })),
      );
    await put(0, 'a1', { status: 'unreachable', ...cause('role-refused', 'no way in') });
    await put(1, 'a1', { status: 'failed', ...cause('program', 'first') });
    await put(1, 'a2', { status: 'failed', ...cause('program', 'second') });
    await put(1, 'a3', { status: 'unreachable', ...cause('role-refused', 'no way in') });
    const result = await merge(store, manifest);
    expect(result.accounts.map(({ status, cause: why }) => `${status}: ${why?.message ?? ''}`)).toEqual([
      'unreachable: no way in',
      'failed: second',
    ]);
    expect(result.notes).toHaveLength(1);
    expect(result.notes[0]).toContain('is damaged');
  });

  it('is told by its id where its checks are not described', async () => {
    const { store, manifest } = await world([{}]);
    for (const path of store.files.keys()) if (path.includes('/checks/')) store.files.delete(path);
    const result = await merge(store, manifest);
    expect(result.checks.every(({ check, title }) => check === title)).toBe(true);
    expect(result.notes[0]).toContain('is missing, so checks are called by their ids');
  });
});

describe('over accounts', () => {
  it('groups a check: in so many of so many accounts', async () => {
    const { store, manifest } = await world([{}, {}, {}, 'nothing', 'suspended'], (at, given) =>
      at === 2
        ? {
            ...given,
            findings: [],
            causes: [],
            byStatus: { ...given.byStatus, fail: 0, unknown: 0 },
            checks: { 'macie-session-enabled': { pass: 1 } },
          }
        : { ...given, checks: { 'macie-session-enabled': { fail: 1 } } },
    );
    const { checks, causes } = await merge(store, manifest);
    const macie = checks.find(({ check }) => check === 'macie-session-enabled');
    expect(macie?.status).toBe('fail');
    expect(macie?.accounts).toEqual({
      fail: 2,
      unknown: 0,
      manual: 0,
      suppressed: 0,
      pass: 1,
      'not-applicable': 0,
      'not-judged': 1,
      skipped: 1,
    });
    const setting = causes.find(({ subject }) => subject === 'arn:aws:service:eu-west-1:ACCOUNT:settings/0');
    expect(setting).toMatchObject({ accounts: 2, causes: 2, findings: 2, title: 'the setting 0 of ACCOUNT is off' });
  });

  it.each<[string, Record<string, object>, string]>([
    ['passes', { 'guardduty-detector-enabled': { pass: 3 } }, 'pass'],
    ['fails in a region', { 'guardduty-detector-enabled': { pass: 3, fail: 1 } }, 'fail'],
    ['is unknown in a region', { 'guardduty-detector-enabled': { pass: 3, unknown: 1 } }, 'unknown'],
    ['fails and is unknown', { 'guardduty-detector-enabled': { fail: 1, unknown: 1 } }, 'fail'],
    ['was accepted', { 'guardduty-detector-enabled': { suppressed: 1 } }, 'suppressed'],
    ['does not apply', { 'guardduty-detector-enabled': { notApplicable: 1 } }, 'not-applicable'],
  ])('tells who is covered by GuardDuty where its check %s', async (_, checks, status) => {
    const { store, manifest } = await world([{}], (_at, given) => ({ ...given, checks }));
    const { organizationFindings } = await merge(store, manifest);
    expect(organizationFindings.map(({ check, status: is }) => [check, is])).toEqual([
      ['organization-accounts-scanned', 'pass'],
      ['organization-guardduty-covers-accounts', status],
    ]);
  });

  it.each<[string, Record<string, object>, string]>([
    ['of either kind', { 'securityhub-hub-enabled': { fail: 1 }, 'securityhub-v2-enabled': { pass: 1 } }, 'pass'],
    ['of neither', { 'securityhub-hub-enabled': { fail: 1 }, 'securityhub-v2-enabled': { fail: 1 } }, 'fail'],
    ['of which one was not selected', { 'securityhub-hub-enabled': { fail: 1 } }, 'unknown'],
  ])('tells who is covered by Security Hub %s', async (_, checks, status) => {
    const { store, manifest } = await world([{}], (_at, given) => ({ ...given, checks }));
    const { organizationFindings } = await merge(store, manifest);
    expect(organizationFindings.at(-1)).toMatchObject({ check: 'organization-securityhub-covers-accounts', status });
  });

  /** The management account, an account to which services are delegated, and a member. */
  type Own = Record<string, number> | Holds;
  const root = 'iam-root-credentials-centrally-managed';
  const [guardduty, trail] = ['guardduty-detector-enabled', 'cloudtrail-organization-trail-enabled'];
  const [member, away] = [{ notApplicable: 1 }, { status: 'unreachable', ...cause('role-refused', 'no') } as Holds];
  it.each<[string, string, [Own, Own, Own], string, Record<string, number>]>([
    ['all are covered', guardduty, [{ pass: 2 }, { pass: 2 }, { pass: 2 }], 'pass', { pass: 3 }],
    ['a member is not', guardduty, [{ pass: 2 }, { pass: 2 }, { pass: 1, fail: 1 }], 'fail', { pass: 2, fail: 1 }],
    ['a member was denied', guardduty, [{ pass: 2 }, { pass: 2 }, { unknown: 2 }], 'unknown', { pass: 2, unknown: 1 }],
    [
      'a member was denied in a region',
      guardduty,
      [{ pass: 2 }, { pass: 2 }, { pass: 1, unknown: 1 }],
      'unknown',
      { pass: 2, unknown: 1 },
    ],
    ['a member is closed', guardduty, [{ pass: 2 }, { pass: 2 }, 'closed'], 'pass', { pass: 2, skipped: 1 }],
    [
      'a member is suspended',
      guardduty,
      [{ pass: 2 }, { fail: 2 }, 'suspended'],
      'fail',
      { pass: 1, fail: 1, skipped: 1 },
    ],
    ['nobody got into a member', guardduty, [{ pass: 2 }, { pass: 2 }, away], 'unknown', { pass: 2, unknown: 1 }],
    [
      'only who administers it was not judged',
      guardduty,
      [{ pass: 2 }, away, { pass: 2 }],
      'unknown',
      { pass: 2, unknown: 1 },
    ],
    [
      'a member is told nothing of the trail',
      trail,
      [{ pass: 1 }, { pass: 1 }, { unknown: 1 }],
      'unknown',
      { pass: 2, unknown: 1 },
    ],
    [
      'the management account manages them',
      root,
      [{ pass: 1 }, member, member],
      'pass',
      { pass: 1, 'not-applicable': 2 },
    ],
    ['it does not', root, [{ fail: 1 }, member, member], 'fail', { fail: 1, 'not-applicable': 2 }],
    ['it was denied', root, [{ unknown: 1 }, member, member], 'unknown', { unknown: 3 }],
    ['it does not apply to it', root, [member, member, member], 'unknown', { unknown: 3 }],
    ['nobody got into it', root, [away, member, member], 'unknown', { unknown: 3 }],
    ['the plan leaves it out', root, ['excluded', member, member], 'unknown', { unknown: 2, skipped: 1 }],
    ['who it is delegated to says so', root, [away, { pass: 1 }, member], 'pass', { pass: 1, 'not-applicable': 2 }],
    [
      'a member was denied, which it decides for',
      root,
      [{ pass: 1 }, member, { unknown: 1 }],
      'pass',
      { pass: 1, 'not-applicable': 2 },
    ],
    [
      'nobody got into a member that it decides for',
      root,
      [{ fail: 1 }, member, away],
      'fail',
      { fail: 1, 'not-applicable': 2 },
    ],
  ])('tells of three accounts: %s', async (_, check, of, status, counts) => {
    const isHeld = (own: Own): own is Holds => typeof own === 'string' || own === away;
    const { store, manifest } = await world(
      of.map((own) => (isHeld(own) ? own : {})),
      (at, given) => ({ ...given, checks: { [check]: of[at] as Record<string, number> } }),
    );
    const { organizationFindings } = await merge(store, manifest);
    const told = organizationFindings.at(-1);
    expect(told).toMatchObject({ status, counts });
    const all = Object.values(told?.counts ?? {}).reduce((sum, count) => sum + count, 0);
    expect([told?.check.startsWith('organization-'), all]).toEqual([true, 3]);
    expect(told?.accounts).toHaveLength((counts['fail'] ?? 0) + (counts['unknown'] ?? 0));
  });

  it('takes no account to decide for others where they may be of several organizations', async () => {
    const { store, manifest } = await world([{}, {}], (at, given) => ({
      ...given,
      checks: { [root]: at === 0 ? { pass: 1 } : { unknown: 1 } },
    }));
    const { organization: _, ...more } = manifest;
    const { organizationFindings } = await merge(store, more);
    expect(organizationFindings.at(-1)).toMatchObject({ status: 'unknown', counts: { pass: 1, unknown: 1 } });
  });
});

describe('frameworks', () => {
  type Status = ExportedJudgement['compliance'][number]['requirements'][number]['status'];
  it.each<[string, [Status | Holds, Status | Holds, Status | Holds], string, string]>([
    ['all meet it', ['met', 'met', 'met'], 'met 2', 'met 1'],
    ['one does not', ['met', 'not-met', 'met'], 'not-met 2', 'met 1'],
    ['the one of the other does not', ['met', 'met', 'not-met'], 'met 2', 'not-met 1'],
    ['one was not judged', ['met', 'nothing', 'met'], 'unknown 1', 'met 1'],
    ['one does not and one was not judged', ['not-met', 'nothing', 'met'], 'not-met 1', 'met 1'],
    ['the plan leaves one out', ['met', 'suspended', 'met'], 'met 1', 'met 1'],
    ['it does not apply in one', ['not-applicable', 'met', 'not-applicable'], 'met 2', 'not-applicable 1'],
    ['the other has none that was judged', ['met', 'met', 'closed'], 'met 2', ''],
    ['nobody was held against it', ['nothing', 'nothing', 'nothing'], '', ''],
  ])('are held against the accounts below a unit: %s', async (_, of, unit, other) => {
    const holds = of.map((each): Holds =>
      ['nothing', 'suspended', 'closed'].includes(each as string) ? (each as Holds) : {},
    );
    const { store, manifest } = await world(
      holds,
      (at, given) => ({
        ...given,
        compliance: given.compliance.map((framework) => ({
          ...framework,
          requirements: framework.requirements.slice(0, 1).map((each) => ({ ...each, status: of[at] as Status })),
        })),
      }),
      (account, at) =>
        at < 2 ? account : { ...account, ou: [...account.ou.slice(0, 2), { id: 'ou-ab12-00002000', name: 'Other' }] },
    );
    const { units, accounts, compliance } = await merge(store, manifest);
    const told = (id: string): string =>
      (units.find((each) => each.id === id)?.compliance ?? [])
        .map(({ summary, accounts: held, notMet }) => {
          const { total, ...counts } = summary;
          const [status] = Object.entries(counts).find(([, count]) => count > 0) ?? [];
          expect([total, notMet]).toEqual([1, status === 'not-met' ? ['H.1'] : []]);
          return `${status} ${held}`;
        })
        .join();
    expect([told('ou-ab12-00001000'), told('ou-ab12-00002000')]).toEqual([unit, other]);
    // An account that was judged is told what it meets.
    for (const [at, line] of accounts.entries())
      expect(heldAgainst(compliance, [at])).toHaveLength(line.status === 'scanned' ? 1 : 0);
  });
});

describe('who is administrator by IAM Identity Center', () => {
  type Assigned = NonNullable<ExportedJudgement['assignments']>[number];
  const [a, b] = [accountId(0), accountId(1)];
  const gives = (account: string, administrator: Assigned['administrator'], ...people: string[]): Assigned => ({
    account,
    set: `set-${administrator}`,
    administrator,
    people: people.map((id) => ({ id, type: 'GROUP' })),
  });
  const none = { administratorOf: [], escalatesIn: [], possibleIn: [], unknownIn: [] };
  it.each<[string, Assigned[] | undefined, object[] | undefined]>([
    ['nobody tells', undefined, undefined],
    ['nobody is', [gives(a, 'no', 'g1')], []],
    ['of two accounts', [gives(a, 'yes', 'g1'), gives(b, 'yes', 'g1')], [{ id: 'g1', administratorOf: [a, b] }]],
    [
      'by two sets of one account: the most counts',
      [gives(a, 'possible', 'g1'), gives(a, 'yes', 'g1')],
      [{ administratorOf: [a], possibleIn: [], sets: ['set-possible', 'set-yes'] }],
    ],
    [
      'who is of more accounts first',
      [gives(a, 'unknown', 'g1'), gives(a, 'escalates', 'g2'), gives(b, 'yes', 'g3')],
      [
        { ...none, id: 'g3', administratorOf: [b] },
        { ...none, id: 'g2', escalatesIn: [a] },
        { ...none, id: 'g1', unknownIn: [a] },
      ],
    ],
  ])('%s', async (_, assignments, wanted) => {
    // The management account and a delegated administrator tell the same.
    const { store, manifest } = await world([{}, {}], (_at, { assignments: _own, ...given }) =>
      assignments === undefined ? given : { ...given, assignments },
    );
    const { people } = await merge(store, manifest);
    if (wanted === undefined) expect(people).toBeUndefined();
    else expect(people).toMatchObject(wanted);
    expect(people ?? []).toHaveLength(wanted?.length ?? 0);
  });
});

it('tells the policies of the organization over each account, as the account was told them', async () => {
  const controls = {
    scps: { levels: [['FullAWSAccess', 'guard'], []] },
    rcps: { unknown: 'AWS was not asked for them' },
  };
  const { store, manifest } = await world([{}, {}, 'nothing'], (at, { controls: _own, ...given }) =>
    at === 0 ? { ...given, controls } : given,
  );
  const result = await merge(store, manifest);
  expect(result.accounts.map((account) => account.controls)).toEqual([controls, undefined, undefined]);
});

describe('what is accepted', () => {
  const suppression = { check: '*', reason: 'a sandbox', owner: 'ops' };
  const accepting = (scope: string | undefined, more: object = {}): Accepted => ({
    ...nothingAccepted,
    suppressions: [{ scope, file: 'x.yaml', entries: [{ ...suppression, ...more }] }],
  });
  /** In which accounts it is accepted: the last one is of another unit. */
  const acceptedIn = async (accepted: Accepted): Promise<string> => {
    const { store, manifest } = await world([{}, {}, {}], undefined, (account, at) =>
      at < 2 ? account : { ...account, ou: [...account.ou.slice(0, 2), { id: 'ou-ab12-00002000', name: 'Other' }] },
    );
    const { checks, accounts, summary } = await merge(store, manifest, accepted);
    const own = accounts.flatMap(({ judged }, at) => (judged?.byStatus.suppressed === 6 ? [at] : []));
    expect(summary.byStatus.suppressed).toBe(own.length * 6);
    expect(checks.reduce((sum, { byStatus }) => sum + byStatus.suppressed, 0)).toBe(own.length * 6);
    const { fail, unknown, manual, suppressed } = summary.byStatus;
    expect(fail + unknown + manual + suppressed).toBe(18);
    expect(Object.values(summary.failedBySeverity).reduce((sum, count) => sum + count, 0)).toBe(fail);
    return own.join(' ');
  };

  it.each<[string, string | undefined, object, string]>([
    ['in the organization', undefined, {}, '0 1 2'],
    ['below a unit', 'ou-ab12-00001000', {}, '0 1'],
    ['below the root', 'r-ab12', {}, '0 1 2'],
    ['below a path', 'Root/Division 0/Other', {}, '2'],
    ['in an account', accountId(0), {}, '0'],
    ['in an account that its entry names', undefined, { account: accountId(1) }, '1'],
    ['until a day before the plan', undefined, { until: '2026-01-30' }, ''],
    ['until the day of the plan', undefined, { until: '2026-01-31' }, '0 1 2'],
  ])('counts %s', async (_, scope, more, wanted) => {
    expect(await acceptedIn(accepting(scope, more))).toBe(wanted);
  });

  it.each<[string, string, unknown[]]>([
    ['all of it', '*', ['met-with-accepted-risks', 'suppressed', 0]],
    ['a part of it', 'macie-session-enabled', ['not-met', 'suppressed', 5]],
    ['none of it', 'service5-thing-5-safe', ['not-met', 'fail', 5]],
  ])('counts for requirements, causes and the organization: %s', async (_, check, [status, macie, causes]) => {
    const [own, other] = ['macie-session-enabled', 'guardduty-detector-enabled'];
    const { store, manifest } = await world([{}], (_at, given) => ({
      ...given,
      compliance: given.compliance.map((framework) => ({
        ...framework,
        requirements: [
          {
            id: 'H.1',
            number: '1.1',
            title: 'Secrets are found',
            status: 'not-met' as const,
            population: 4,
            counts: { failed: 2, passed: 2 },
            failing: { checks: { [own]: 1, [other]: 1 }, accepted: 'met-with-accepted-risks' as const },
          },
        ],
      })),
    }));
    const result = await merge(store, manifest, accepting(undefined, { check }));
    const [requirement] = result.compliance[0]?.requirements ?? [];
    const accepted = { '*': 2, [own]: 1 }[check] ?? 0;
    expect(requirement).toMatchObject({
      number: '1.1',
      title: 'Secrets are found',
      status,
      population: 4,
      counts: { passed: 2, failed: 2 - accepted, ...(accepted === 0 ? {} : { suppressed: accepted }) },
    });
    expect(result.organizationFindings.find(({ check: id }) => id.includes('macie'))?.status).toBe(macie);
    expect(result.causes.reduce((sum, { findings }) => sum + findings, 0)).toBe(causes);
  });

  it('is refused for a unit that the manifest does not hold', async () => {
    await expect(acceptedIn(accepting('ou-ab12-99999999'))).rejects.toThrow(
      'ou-ab12-99999999=x.yaml: the manifest of 20260131T120000Z-0123abcd has no unit or account',
    );
  });

  it('tells what is new against a baseline', async () => {
    const { store, manifest } = await world([{}, {}]);
    const all = await merge(store, manifest);
    expect(all.summary.new).toBeUndefined();
    const known: Known[] = [];
    for await (const { line, findings } of all.details())
      for (const { fingerprint, check, severity, region, resource, status } of findings)
        if (line.id === accountId(0) && status === 'fail')
          known.push({
            fingerprint,
            check,
            account: line.id,
            region,
            arn: resource.arn,
            severity,
            firstSeen: '2026-01-01',
          });
    const told = async (scope: string | undefined) => {
      const baselines = [{ scope, file: 'b', entries: known }];
      const { summary, units, accounts } = await merge(store, manifest, { suppressions: [], baselines });
      return [summary.new, units.at(-1)?.new, accounts.map(({ judged }) => judged?.new)];
    };
    expect(await told(undefined)).toEqual([6, 6, [0, 6]]);
    // Of the other account nothing says what was known.
    expect(await told(accountId(0))).toEqual([0, 0, [0, undefined]]);
  });
});

describe('a report', () => {
  it('is the same, byte for byte, when it is made again', async () => {
    const { store, manifest } = await world([{}, 'nothing', 'damaged', 'excluded', {}]);
    const first = await text(await merge(store, manifest));
    expect(await text(await merge(store, manifest))).toBe(first);
    const copy = new MemoryStore();
    for (const [path, bytes] of [...store.files].reverse()) await copy.put(path, bytes);
    expect(await text(await merge(copy, manifest))).toBe(first);
  });

  it('never says more for an account less', async () => {
    const kinds: readonly Holds[] = [
      {},
      { status: 'partial', ...cause('gaps', 'x') },
      { status: 'failed', ...cause('program', 'x') },
      'nothing',
      'damaged',
      'excluded',
    ];
    const good = ({ checks, compliance, organizationFindings, summary }: OrganizationResult) => ({
      passing: checks.filter(({ status }) => status === 'pass').length,
      passed: summary.byStatus.pass,
      met: compliance.reduce((sum, { summary: counts }) => sum + counts.met + counts['met-with-accepted-risks'], 0),
      organization: organizationFindings.filter(({ status }) => status === 'pass').length,
    });
    const judged = (at: number, given: ExportedJudgement, clean: readonly boolean[]): ExportedJudgement =>
      clean[at] !== true
        ? given
        : {
            ...given,
            findings: [],
            causes: [],
            byStatus: { ...given.byStatus, fail: 0, unknown: 0 },
            failedBySeverity: { critical: 0, high: 0, medium: 0, low: 0, informational: 0 },
            checks: Object.fromEntries(Object.keys(given.checks).map((check) => [check, { pass: 3 }])),
            compliance: given.compliance.map((framework) => ({
              ...framework,
              requirements: framework.requirements.map((each) => ({ ...each, status: 'met' as const })),
            })),
          };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ kind: fc.nat(kinds.length - 1), clean: fc.boolean() }), { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        async (accounts, taken) => {
          const clean = accounts.map((each) => each.clean);
          const { store, manifest } = await world(
            accounts.map(({ kind }) => kinds[kind] ?? {}),
            (at, given) => judged(at, given, clean),
          );
          const before = good(await merge(store, manifest));
          const id = accountId(taken % accounts.length);
          for (const path of store.files.keys()) if (path.includes(`/accounts/${id}/`)) store.files.delete(path);
          const after = good(await merge(store, manifest));
          for (const name of Object.keys(before) as (keyof typeof before)[])
            expect(after[name]).toBeLessThanOrEqual(before[name]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
