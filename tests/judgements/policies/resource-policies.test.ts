import { describe, expect, it } from 'vitest';
import { Inventory } from '../../../src/inventory/inventory.ts';
import type { Outcome } from '../../../src/aws/outcome.ts';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { holdsPolicyOf, policyIn, policyTypeOf } from '../../../src/judgements/policies/resource-policies.ts';
import { key } from '../../../src/services/kms/key.ts';
import { bucket } from '../../../src/services/s3/bucket.ts';

const document = '{"Version":"2012-10-17","Statement":[]}';
const payroll = 'arn:aws:s3:::payroll';
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1';

function inventoryOf(type: AnyResourceType, arn: string, outcome: Outcome | undefined): Inventory {
  const inventory = new Inventory({
    account: '111122223333',
    partition: 'aws',
    caller: 'arn:aws:iam::111122223333:user/test',
    regions: ['eu-west-1'],
    skippedRegions: [],
    startedAt: '2026-06-01T00:00:00.000Z',
    version: '0.0.0',
  });
  inventory.collected.add(type.key);
  const outcomes = outcome === undefined ? {} : { policy: outcome };
  inventory.add({
    type: type.key,
    region: 'global',
    result: { kind: 'present', records: [{ item: { id: 'x' }, arn, region: 'global', outcomes }] },
  });
  return inventory;
}
const denied: Outcome = {
  kind: 'denied',
  actions: ['s3:GetBucketPolicy'],
  code: 'AccessDenied',
  by: 'missing-permission',
};

describe('the policy of a resource', () => {
  it.each([
    ['a bucket', payroll],
    ['an object of it', `${payroll}/2026/june.csv`],
  ])('is found for %s', (_, arn) => {
    const found = policyIn(inventoryOf(bucket, payroll, { kind: 'present', value: document }), arn);
    expect(found).toEqual({ policies: [{ name: 'bucket policy', document }] });
    expect(holdsPolicyOf(arn, payroll)).toBe(true);
    expect(policyTypeOf(arn)?.key).toBe(bucket.key);
  });

  it('is known not to be there', () => {
    const found = policyIn(inventoryOf(bucket, payroll, { kind: 'absent', code: 'NoSuchBucketPolicy' }), payroll);
    expect(found).toEqual({ policies: [] });
  });

  it.each([
    ['denied', bucket, payroll, denied, /^bucket policy of arn:aws:s3:::payroll: s3:GetBucketPolicy denied/],
    ['not in the snapshot', bucket, payroll, undefined, /not in the snapshot/],
    ["of another account's bucket", bucket, 'arn:aws:s3:::other', denied, /has no such resource/],
    ['of a key that AWS manages', key, keyArn, { kind: 'present', value: undefined }, /key policy .* AWS gave none/],
  ] as const)('is not known when it is %s, which it says', (_, type, arn, outcome, why) => {
    const held = arn === 'arn:aws:s3:::other' ? payroll : arn;
    const found = policyIn(inventoryOf(type, held, outcome), arn);
    expect(found?.policies).toBe('unknown');
    expect(found?.missing).toMatch(why);
  });

  it('is not known when the list was denied, or not collected', () => {
    const inventory = inventoryOf(bucket, payroll, undefined);
    inventory.add({ type: bucket.key, region: 'global', result: { ...denied, actions: ['s3:ListAllMyBuckets'] } });
    expect(policyIn(inventory, payroll)?.missing).toMatch(/s3:ListAllMyBuckets denied/);
    inventory.collected.clear();
    expect(policyIn(inventory, payroll)).toMatchObject({ policies: 'unknown' });
  });

  it('is no question for a service whose policies are not collected', () => {
    expect(policyIn(inventoryOf(bucket, payroll, undefined), 'arn:aws:dynamodb:eu-west-1:111122223333:table/t')).toBe(
      undefined,
    );
    expect(policyTypeOf(undefined)).toBe(undefined);
  });
});
