import { type RunOptions, sessionWith } from '../helpers/connection.ts';
import { AuditError } from '../../src/program/errors.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Identity, RegionChoice, Session } from '../../src/aws/session.ts';
import { assertRegionNames, chooseRegions } from '../../src/aws/session.ts';
import { iam } from '../../src/services/iam/service.ts';
import { callerIdentity } from '../../src/aws/session-services.ts';
import { sts } from '../../src/services/sts/service.ts';
import type { Front } from '../../src/stand-in/front.ts';
import { startFront } from '../../src/stand-in/front.ts';

const env = { AWS_ACCESS_KEY_ID: 'AKIAENV', AWS_SECRET_ACCESS_KEY: 'env-secret' };
let front: Front;
const sessions: Session[] = [];
beforeAll(async () => void (front = await startFront()));
afterAll(() => front.stop());
afterEach(() => {
  front.reset();
  for (const session of sessions.splice(0)) session.connection.close();
});

function open(options: RunOptions = {}): Session {
  const session = sessionWith({ endpointUrl: front.url, env, ...options });
  sessions.push(session);
  return session;
}

const identity = (partition = 'aws'): Identity => ({
  account: '111122223333',
  arn: `arn:${partition}:iam::111122223333:user/me`,
  partition,
});

describe('identity', () => {
  it('is what STS says, with the partition of the ARN', async () => {
    front.answer(
      { service: 'sts', operation: 'GetCallerIdentity' },
      { Account: '111122223333', Arn: 'arn:aws-cn:iam::111122223333:user/me', UserId: 'u' },
    );
    expect(await open({ regions: ['cn-north-1'] }).identity()).toEqual(identity('aws-cn'));
  });

  it('is remembered for the checks that ask who audits', async () => {
    front.answer(
      { service: 'sts', operation: 'GetCallerIdentity' },
      { Account: '111122223333', Arn: identity().arn, UserId: 'u' },
    );
    const session = open();
    await session.identity();
    const api = session.apis.for(sts, { ...identity(), region: 'us-east-1' }, ['GetCallerIdentity']);
    const answer = await api.once(callerIdentity, () => Promise.reject(new Error('asked again')));
    expect(answer).toMatchObject({ Account: '111122223333' });
  });

  it('without an account in the answer is no identity', async () => {
    front.answer({ service: 'sts', operation: 'GetCallerIdentity' }, {});
    await expect(open().identity()).rejects.toMatchObject({ exitCode: 4 });
  });

  it('is not known where the host is not found: AWS could not be reached', async () => {
    await expect(open({ endpointUrl: 'http://sts.invalid' }).identity()).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringMatching(/AWS could not be reached: .*(ENOTFOUND|EAI_AGAIN)/) as string,
    });
  });

  it('ends with the reason of whoever stopped the run', async () => {
    const reason = new Error('stopped');
    await expect(open({ signal: AbortSignal.abort(reason) }).identity()).rejects.toBe(reason);
  });
});

describe('a region that does not know the credentials', () => {
  const ask = async (session: Session): Promise<unknown> => {
    const place = { ...identity(), region: 'af-south-1' };
    session.connection.guard.allow(iam, ['ListVirtualMFADevices']);
    return session.apis
      .for(iam, place, ['ListVirtualMFADevices'])
      .call('ListVirtualMFADevices')
      .catch((error: unknown) => error);
  };

  it('is closed while STS knows them', async () => {
    front.error({ service: 'iam' }, 'region-disabled');
    front.answer(
      { service: 'sts', operation: 'GetCallerIdentity' },
      { Account: '111122223333', Arn: identity().arn, UserId: 'u' },
    );
    expect(await ask(open())).toMatchObject({ name: 'InvalidClientTokenId' });
    expect(front.record.count({ service: 'sts' })).toBe(1);
  });

  it.each(['invalid-token', 'expired-token'] as const)('is one of many once STS does not either: %s', async (error) => {
    front.error({ service: 'iam' }, 'region-disabled');
    front.error({ service: 'sts' }, error);
    expect(await ask(open())).toMatchObject({ name: 'CredentialsExpired', awsCode: 'InvalidClientTokenId' });
  });

  it('is believed to be closed when STS cannot be asked', async () => {
    front.error({ service: 'iam' }, 'region-disabled');
    front.error({ service: 'sts' }, 'access-denied');
    expect(await ask(open())).toMatchObject({ name: 'InvalidClientTokenId' });
  });
});

describe('the region asked first', () => {
  it.each<[RunOptions, string]>([
    [{}, 'us-east-1'],
    [{ regions: ['eu-west-1', 'us-*'] }, 'eu-west-1'],
    [{ regions: ['eu-*'] }, 'us-east-1'],
    [{ regions: ['eu-*'], env: { AWS_REGION: 'eu-north-1' } }, 'eu-north-1'],
    [{ env: { AWS_DEFAULT_REGION: 'eu-north-1' } }, 'eu-north-1'],
    [{ regions: ['us-gov-east-1'] }, 'us-gov-east-1'],
    [{ regions: ['us-gov-*'] }, 'us-gov-west-1'],
    [{ regions: ['cn-*'] }, 'cn-north-1'],
  ])('with %j is %s', (options, expected) =>
    expect(open({ env: {}, ...options }).connection.startRegion).toBe(expected),
  );
});

describe('regions', () => {
  const all = [
    { RegionName: 'us-east-1', OptInStatus: 'opt-in-not-required' },
    { RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' },
    { RegionName: 'eu-south-1', OptInStatus: 'opted-in' },
    { RegionName: 'af-south-1', OptInStatus: 'not-opted-in' },
  ];
  const choose = async (options: RunOptions = {}, partition = 'aws'): Promise<RegionChoice> =>
    open(options).regions(identity(partition));

  it('are those the account has enabled; the others are named with the reason', async () => {
    front.answer({ service: 'ec2', operation: 'DescribeRegions' }, { Regions: all });
    expect(await choose()).toEqual({
      regions: ['eu-south-1', 'eu-west-1', 'us-east-1'],
      skipped: [{ region: 'af-south-1', reason: 'not enabled for this account' }],
    });
    expect(front.record.find({ operation: 'DescribeRegions' })[0]?.input).toMatchObject({ AllRegions: 'true' });
  });

  it('are narrowed by globs', async () => {
    front.answer({ service: 'ec2', operation: 'DescribeRegions' }, { Regions: all });
    expect(await choose({ regions: ['eu-*'] })).toEqual({
      regions: ['eu-south-1', 'eu-west-1'],
      skipped: [{ region: 'us-east-1', reason: 'not selected by --region' }],
    });
  });

  it('of another partition are left out: emulators list them all', async () => {
    front.answer(
      { service: 'ec2', operation: 'DescribeRegions' },
      { Regions: [...all, { RegionName: 'cn-north-1', OptInStatus: 'opt-in-not-required' }] },
    );
    expect((await choose({}, 'aws-cn')).regions).toEqual(['cn-north-1']);
  });

  it('that match no pattern are a mistake on the command line', async () => {
    front.answer({ service: 'ec2', operation: 'DescribeRegions' }, { Regions: all });
    await expect(choose({ regions: ['eu-*', 'xx-*'] })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--region xx-* matches no region') as string,
    });
  });

  it.each<[string, RunOptions, string[]]>([
    ['aws', { regions: ['eu-west-1', 'us-*'] }, ['eu-west-1', 'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2']],
    ['aws', { regions: ['il-central-1'] }, ['il-central-1']],
    ['aws-cn', {}, ['cn-north-1', 'cn-northwest-1']],
    ['aws-us-gov', {}, ['us-gov-east-1', 'us-gov-west-1']],
  ])('are guessed in %s with %j when the list is denied, and the run says so', async (partition, options, expected) => {
    front.error({ service: 'ec2' }, 'access-denied');
    const { regions, skipped } = await choose(options, partition);
    expect(regions).toEqual(expected);
    expect(skipped.at(-1)).toEqual({
      region: 'opt-in regions',
      reason:
        "the account's list of enabled regions could not be read (ec2:DescribeRegions: denied); only regions enabled by default were read",
    });
  });

  it('are not guessed when the credentials have expired', async () => {
    front.error({ service: 'ec2' }, 'expired-token');
    await expect(choose()).rejects.toMatchObject({ name: 'CredentialsExpired' });
  });
});

describe('chooseRegions', () => {
  it('refuses a region that is named but not enabled', () => {
    const all = [
      { name: 'af-south-1', enabled: false },
      { name: 'eu-west-1', enabled: true },
    ];
    expect(() => chooseRegions(all, ['af-*'])).toThrow('--region af-*: not enabled for this account');
    expect(chooseRegions(all, ['*']).regions).toEqual(['eu-west-1']);
  });
});

describe('assertRegionNames', () => {
  it.each(['eu-wset-1', 'us-est-1', 'eux-*'])(
    'refuses %s and offers the nearest, before anything is called',
    (name) => {
      expect(() => assertRegionNames([name])).toThrow(/matches no region of this partition/);
    },
  );
  it.each([
    ['eu-wset-1', {}, 'eu-west-1', /cn-|us-gov|iso|eusc/],
    ['us-gov-wset-1', {}, 'us-gov-west-1', / us-west-|eu-|cn-/],
    ['cn-nroth-1', {}, 'cn-north-1', /eu-|us-/],
    ['gov-wset-1', { AWS_REGION: 'us-gov-west-1' }, 'us-gov-west-1', /eu-|cn-| us-west-/],
    ['north-1x', { AWS_REGION: '', AWS_DEFAULT_REGION: 'cn-north-1' }, 'cn-north-1', /eu-|us-/],
  ])('offers for %s with %o only regions of that partition', (name, env, offered, others) => {
    let hint = '';
    try {
      assertRegionNames([name], env);
    } catch (error) {
      hint = error instanceof AuditError ? (error.hint ?? '') : '';
    }
    expect(hint).toContain(offered);
    expect(hint).not.toMatch(others);
  });
  it('offers the nearest', () => expect(() => assertRegionNames(['eu-wset-1'])).toThrow('did you mean eu-west-1'));
  it.each(['eu-west-1', 'eu-*', 'ap-southeast-9', 'cn-north-1', 'us-gov-*', '*'])('lets %s pass', (name) => {
    expect(() => assertRegionNames([name])).not.toThrow();
  });
});
