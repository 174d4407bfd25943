import check from '../../../checks/backup/backup-critical-resources-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = (name: string): string => `arn:aws:rds:eu-west-1:111122223333:db:${name}`;
const day = (n: number): string => new Date(Date.parse('2026-06-01T00:00:00Z') - n * 86_400_000).toISOString();
const tagged = (...all: readonly (readonly [string, Record<string, string>])[]) => ({
  tagged: all.map(([name, tags]) => ({ arn: arn(name), tags })),
});
const critical = { Criticality: 'Critical' };
const base = {
  id: '111122223333',
  name: 'AWS Backup in eu-west-1',
  arn: 'arn:aws:backup:eu-west-1:111122223333:settings',
  protected: { [arn('orders')]: day(1) },
  ...tagged(['orders', critical]),
};
const now = day(0);

checkSuite(check, base, [
  { when: 'the critical one is backed up', given: {}, now, expect: 'pass' },
  {
    when: 'it is not backed up',
    given: { protected: {} },
    now,
    expect: 'fail',
    message: /db:orders without any backup/,
  },
  { when: 'only others are backed up', given: { protected: { [arn('orders-2')]: day(1) } }, now, expect: 'fail' },
  {
    when: 'its last backup is old',
    given: { protected: { [arn('orders')]: day(32) } },
    now,
    expect: 'fail',
    message: /last 31 days/,
  },
  {
    when: 'its last backup is of the last day',
    given: { protected: { [arn('orders')]: day(31) } },
    now,
    expect: 'pass',
  },
  { when: 'AWS does not say when', given: { protected: { [arn('orders')]: undefined } }, now, expect: 'unknown' },
  {
    when: 'more may pass for a backup',
    given: { protected: { [arn('orders')]: day(32) } },
    settings: { backupDays: 60 },
    now,
    expect: 'pass',
  },
  {
    when: 'the tag has other letters',
    given: { ...tagged(['orders', { CRITICALITY: 'high' }]), protected: {} },
    now,
    expect: 'fail',
  },
  {
    when: 'the tag has another value',
    given: { ...tagged(['orders', { Criticality: 'low' }]), protected: {} },
    now,
    expect: 'not-applicable',
  },
  { when: 'nothing is tagged', given: { tagged: [], protected: {} }, now, expect: 'not-applicable' },
  {
    when: 'other tags are set',
    given: { protected: {} },
    settings: { criticalTags: ['tier=1'] },
    now,
    expect: 'not-applicable',
  },
  {
    when: 'a tag of its own is set',
    given: { ...tagged(['orders', { Tier: '1' }]), protected: {} },
    settings: { criticalTags: ['tier=1'] },
    now,
    expect: 'fail',
  },
  { when: 'no tag is set', given: { protected: {} }, settings: { criticalTags: [] }, now, expect: 'not-applicable' },
  {
    when: 'one of five is backed up',
    given: tagged(['orders', critical], ['a', critical], ['b', critical], ['c', critical], ['d', critical]),
    now,
    expect: 'fail',
    message: /db:c and 1 more without/,
  },
]);
