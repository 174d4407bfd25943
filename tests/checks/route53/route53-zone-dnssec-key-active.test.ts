import check from '../../../checks/route53/route53-zone-dnssec-key-active.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const kmsArn = 'arn:aws:kms:us-east-1:111122223333:key/1';
const signing = (
  serving: 'SIGNING' | 'NOT_SIGNING' | 'DELETING' | 'ACTION_NEEDED' | 'INTERNAL_FAILURE' | 'PRIVATE' | 'OTHER',
  ...statuses: (string | undefined)[]
) => ({
  dnssec: {
    serving,
    says: undefined as string | undefined,
    keys: statuses.map((status, at) => ({
      name: `key-${at + 1}` as string | undefined,
      kmsArn: kmsArn as string | undefined,
      status,
      says: undefined as string | undefined,
    })),
  },
});
const details = {
  manager: 'CUSTOMER' as const,
  state: 'Enabled' as 'Enabled' | 'Disabled' | 'PendingDeletion' | undefined,
  origin: 'AWS_KMS' as const,
  spec: 'ECC_NIST_P256' as const,
  usage: 'SIGN_VERIFY' as const,
  multiRegion: false,
  multiRegionType: undefined,
  primaryArn: undefined,
  createdAt: undefined,
  deletionDate: undefined,
  deletionWindowInDays: undefined,
  expirationModel: undefined,
  validTo: undefined,
};
const kms = (state: (typeof details)['state'], arn = kmsArn) => ({
  along: { keys: [{ id: '1', arn, aliases: [], region: 'us-east-1', details: { ...details, state } }] },
});

checkSuite(
  check,
  {
    id: 'Z1',
    name: 'example.com',
    privateZone: false,
    recordCount: 4,
    linkedService: undefined,
    ...signing('SIGNING', 'ACTIVE'),
  },
  [
    { when: 'key and KMS key are in order', given: {}, ...kms('Enabled'), expect: 'pass' },
    {
      when: 'an old key is inactive',
      given: signing('SIGNING', 'INACTIVE', 'ACTIVE'),
      ...kms('Enabled'),
      expect: 'pass',
    },
    {
      when: 'the KMS key is disabled',
      given: {},
      ...kms('Disabled'),
      expect: 'fail',
      message: /key-1 of example\.com is Disabled/,
    },
    { when: 'the KMS key is to be deleted', given: {}, ...kms('PendingDeletion'), expect: 'fail' },
    {
      when: 'the key needs somebody',
      given: signing('SIGNING', 'ACTIVE', 'ACTION_NEEDED'),
      ...kms('Enabled'),
      expect: 'fail',
    },
    {
      when: 'the key has an internal failure',
      given: signing('SIGNING', 'INTERNAL_FAILURE'),
      ...kms('Enabled'),
      expect: 'fail',
    },
    {
      when: 'no key is active',
      given: signing('SIGNING', 'INACTIVE'),
      ...kms('Enabled'),
      expect: 'fail',
      message: /\(INACTIVE\)/,
    },
    { when: 'there is no key', given: signing('SIGNING'), expect: 'fail', message: /\(none\)/ },
    { when: 'the zone is not signed', given: signing('NOT_SIGNING'), expect: 'not-applicable' },
    {
      when: 'it is not signed and its key is not active',
      given: signing('NOT_SIGNING', 'INACTIVE'),
      expect: 'not-applicable',
    },
    {
      when: 'it is not signed and its key needs somebody',
      given: signing('NOT_SIGNING', 'ACTION_NEEDED'),
      expect: 'fail',
    },
    { when: 'the zone is private', given: signing('PRIVATE'), expect: 'not-applicable' },
    { when: 'the KMS key is no more', given: {}, expect: 'fail', message: /is no more/ },
    {
      when: 'keys of us-east-1 were not read',
      given: {},
      unreadRegions: ['us-east-1'],
      regions: ['eu-west-1'],
      expect: 'unknown',
    },
    {
      when: 'keys could not be read',
      given: {},
      unreadAlong: { keys: { actions: ['kms:DescribeKey'], cause: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'the KMS key is another account’s',
      given: {
        dnssec: {
          ...signing('SIGNING').dnssec,
          keys: [
            { name: 'theirs', kmsArn: 'arn:aws:kms:us-east-1:999999999999:key/1', status: 'ACTIVE', says: undefined },
          ],
        },
      },
      expect: 'unknown',
      message: /of another account/,
    },
  ],
);
