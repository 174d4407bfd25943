import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { coverageOf, inWords } from '../../src/cli/framework-coverage.ts';
import { readCatalogue, readReasons } from '../../src/dev/catalogue.ts';
import { root } from '../../src/stand-in/root.ts';
import { audit } from './run.ts';

const catalogue = readCatalogue(root);
const live = new Set(checks.map(({ id }) => id));
const notLive = [...catalogue.values()].filter(({ id }) => !live.has(id));
const never = [...readReasons(root, catalogue)];
const [first] = notLive.filter(({ id }) => !never.some(([other]) => other === id)).toSorted((a, b) => a.tier - b.tier);

const listed = async (...options: string[]): Promise<Record<string, unknown>[]> => {
  const { code, stdout } = await audit(['checks', 'list', '--not-live', '--format', 'json', ...options]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>[];
};

const idsOf = (list: readonly Record<string, unknown>[]): string[] => list.map(({ id }) => id as string).toSorted();

describe('checks list --not-live', () => {
  it('lists exactly the rows of the catalogue without a check, those of the first tier first', async () => {
    const list = await listed();
    expect(idsOf(list)).toEqual(notLive.map(({ id }) => id).toSorted());
    const tiers = list.map(({ tier }) => `${tier as number}`);
    expect(tiers).toEqual(tiers.toSorted());
  });

  it('says what the catalogue says of each, and why there is none', async () => {
    const list = new Map((await listed()).map((entry) => [entry['id'], entry]));
    for (const { id, service, tier, severity, category } of notLive)
      expect(list.get(id)).toMatchObject({ id, service, tier, severity, category });
    for (const [id, reason] of never) expect(list.get(id)).toMatchObject({ reason });
    const rest = [...list.values()].filter(({ id }) => !never.some(([other]) => other === id));
    expect(new Set(rest.map(({ reason }) => reason))).toEqual(new Set(['not written yet']));
    expect(Object.keys(rest[0] ?? {})).toEqual([
      'id',
      'service',
      'tier',
      'severity',
      'category',
      'reason',
      'frameworks',
    ]);
  });

  it('is a table too', async () => {
    const { stdout } = await audit(['checks', '--not-live']);
    expect(stdout).toMatch(/^TIER  SEVERITY +CONTROL +WHY\n/);
    if (first !== undefined)
      expect(stdout).toMatch(new RegExp(`^${first.tier} +${first.severity} +${first.id} +not written yet$`, 'm'));
    for (const [id, reason] of never) expect(stdout).toMatch(new RegExp(`${id} +${reason}`));
    expect(stdout).toContain(`\n${notLive.length} controls without a check\n`);
  });

  it.each([
    ['service', 'athena'],
    ['severity', 'critical'],
    ['category', 'service_limits'],
  ])('is narrowed by --%s %s', async (option, value) => {
    const list = await listed(`--${option}`, value);
    const wanted = notLive.filter((row) => row[option as 'service'] === value);
    expect(idsOf(list)).toEqual(wanted.map(({ id }) => id).toSorted());
  });

  it('is narrowed by --framework and --check, and names the requirements', async () => {
    const list = await listed('--framework', 'cis_7.0', '--check', 'organizations-*');
    for (const { frameworks } of list) expect(frameworks).toContainEqual(expect.stringMatching(/^cis_7\.0:/));
  });

  it('is empty for a service that has all its checks', async () => {
    expect(await listed('--service', 'shield')).toEqual([]);
  });

  it('knows no service that the catalogue does not', async () => {
    const { code, stderr } = await audit(['checks', 'list', '--not-live', '--service', 'atena']);
    expect(code).toBe(2);
    expect(stderr).toContain('unknown service: atena; did you mean athena');
  });

  it('goes with list only', async () => {
    const { code, stderr } = await audit(['checks', 'show', 'iam-root-mfa-enabled', '--not-live']);
    expect(code).toBe(2);
    expect(stderr).toContain('--not-live goes with checks list');
  });
});

describe('what a requirement lacks', () => {
  const known = new Set(['a', 'b']);
  const why = (id: string): string | undefined => (id === 'd' ? 'Its API is gone.' : undefined);

  it.each([
    [['a', 'b'], 'a, b'],
    [['a', 'c'], 'a, (not yet: c)'],
    [['c', 'd'], '(not yet: c), (never: d. Its API is gone.)'],
    [['b', 'd'], 'b, (never: d. Its API is gone.)'],
  ])('%j: %s', (ids, words) => expect(inWords(coverageOf(ids, known, why))).toBe(words));

  it('is told from the catalogue', () => {
    const [[id, reason] = ['', '']] = never;
    expect(coverageOf([id], known)).toEqual({ available: [], missing: [id], never: [{ id, reason }] });
  });
});
