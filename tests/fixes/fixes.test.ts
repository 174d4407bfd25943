import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { fixOf } from '../../src/engine/fix.ts';
import { ensureMoto, python } from '../../src/stand-in/moto.ts';
import { word } from '../../src/text/shell.ts';
import { affected } from '../helpers/affected.ts';
import { lackedIn } from './lacks.ts';
import { casesOf, isGoneThrough, tried } from './tried.ts';
import type { World } from './world.ts';
import { startWorld } from './world.ts';

const emulator = await ensureMoto();
const title = emulator.available ? 'the command of a finding' : `not run: ${emulator.reason}`;

// A service that is gone through alone may have none.
const cases = checks
  .filter(({ service }) => affected === undefined || service === affected)
  .flatMap((check) => casesOf(check).map((build, at) => [`${check.id} ${at + 1}`, check, build] as const));

describe.skipIf(!emulator.available || cases.length === 0)(title, () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  }, 60_000);
  afterAll(() => world.stop());

  it.each(cases)('%s', async (_name, check, build) => {
    await world.reset();
    const names = await build(world.aws, world.front);
    const before = await world.judge(check);
    const failing = before.filter((finding) => finding.check === check.id && finding.status === 'fail');
    expect(failing.length, told(before.filter((finding) => finding.check === check.id))).toBeGreaterThan(0);
    for (const finding of failing) {
      const { cli } = fixOf(finding, check.fix, 'aws');
      expect(cli, finding.message).toBeDefined();
      await world.paste(filled(cli ?? '', names ?? {}));
    }
    const after = await world.judge(check);
    const now = new Map(after.map((finding) => [finding.fingerprint, finding]));
    // Of what was deleted, or that the question no longer arises for, there is no finding.
    for (const { fingerprint } of failing)
      expect([undefined, 'pass'], told(after)).toContain(now.get(fingerprint)?.status);
    const then = new Map(before.map((finding) => [finding.fingerprint, finding.status]));
    const bad = (status: Finding['status'] | undefined): boolean => status === 'fail' || status === 'unknown';
    expect(after.filter(({ fingerprint, status }) => bad(status) && !bad(then.get(fingerprint))).map(told1)).toEqual(
      [],
    );
  });
});

describe.skipIf(!emulator.available)('what the emulator lacks', () => {
  const lacked = [...tried.values()].flatMap(({ untried }) =>
    Object.values(untried).flatMap((reason) => {
      const operation = lackedIn(reason);
      return operation === undefined ? [] : [operation];
    }),
  );

  /** Those that the emulator has. */
  const had = (operations: readonly (readonly string[])[]): unknown =>
    JSON.parse(
      spawnSync(python(), [path.join(import.meta.dirname, 'lacks.py')], {
        input: JSON.stringify(operations),
        encoding: 'utf8',
      }).stdout,
    );

  it('it lacks: a command is not tried for as long as that is so', () => {
    expect(had(lacked)).toEqual([]);
  });

  it('it would be asked for what it has, too', () => {
    const known = [
      ['s3', 'PutBucketPolicy'],
      ['ec2', 'DescribeVpcs'],
      ['iam', 'ListMFADevices'],
    ];
    expect(had([...known, ['no_such_service', 'GetThing']])).toEqual(known);
  });
});

describe('which commands are tried', () => {
  it('each check is in one list, in the file of its service', () => {
    for (const [service, { fixes, untried }] of tried) {
      const own = checks.filter((check) => check.service === service).map(({ id }) => id);
      const listed = [...Object.keys(fixes), ...Object.keys(untried)];
      expect(listed.filter((id, at) => !own.includes(id) || listed.indexOf(id) !== at)).toEqual([]);
    }
  });

  it('all are, or it is said why not', () => {
    const services = [...tried.values()];
    const count = (list: 'fixes' | 'untried'): number =>
      services.reduce((sum, each) => sum + Object.keys(each[list]).length, 0);
    console.log(`commands of fixes: ${count('fixes')} checks tried, ${count('untried')} not, of ${checks.length}`);
    expect(checks.filter((check) => !isGoneThrough(check)).map(({ id }) => id)).toEqual([]);
  });
});

/** Puts in what only a person can know. */
const filled = (cli: string, names: Readonly<Record<string, string>>): string =>
  Object.entries(names).reduce(
    (script, [name, value]) => script.replaceAll(new RegExp(`(?<![A-Z_])${name}(?![A-Z_])`, 'g'), () => word(value)),
    cli,
  );

const told1 = ({ check, status, message }: Finding): string => `${check}: ${status}: ${message}`;
const told = (findings: readonly Finding[]): string => findings.map(told1).join('\n');
