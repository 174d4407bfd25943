import { describe, expect, it } from 'vitest';
import { Inventory } from '../../../src/inventory/inventory.ts';
import type { Outcome } from '../../../src/aws/outcome.ts';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { holdsPolicyOf, policyIn, policyNeedsOf } from '../../../src/judgements/policies/resource-policies.ts';
import { key } from '../../../src/services/kms/key.ts';
import { table } from '../../../src/services/dynamodb/table.ts';
import { repository } from '../../../src/services/ecr/repository.ts';
import { fileSystem } from '../../../src/services/efs/file-system.ts';
import { eventBus } from '../../../src/services/eventbridge/event-bus.ts';
import { domain } from '../../../src/services/opensearch/domain.ts';
import { dataCatalog } from '../../../src/services/glue/data-catalog.ts';
import { glacierVault } from '../../../src/services/glacier/vault.ts';
import { bucket } from '../../../src/services/s3/bucket.ts';
import { layerVersion } from '../../../src/services/lambda/layer-version.ts';
import { vectorBucket } from '../../../src/services/s3vectors/vector-bucket.ts';
import { queue } from '../../../src/services/sqs/queue.ts';
import { parameter } from '../../../src/services/ssm/parameter.ts';

const document = '{"Version":"2012-10-17","Statement":[]}';
const payroll = 'arn:aws:s3:::payroll';
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1';

function inventoryOf(
  type: AnyResourceType,
  arn: string,
  outcome: Outcome | undefined,
  { item = {}, facet = 'policy' }: { readonly item?: object; readonly facet?: string } = {},
): Inventory {
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
  const outcomes = outcome === undefined ? {} : { [facet]: outcome };
  inventory.add({
    type: type.key,
    region: 'global',
    result: { kind: 'present', records: [{ item: { id: 'x', ...item }, arn, region: 'global', outcomes }] },
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
    expect(policyNeedsOf(arn)).toEqual({ type: bucket, facets: ['policy'] });
  });

  it('is that of the catalog for a table in it, and of no job', () => {
    const arn = (rest: string): string => `arn:aws:glue:eu-west-1:111122223333:${rest}`;
    const inventory = inventoryOf(dataCatalog, arn('catalog'), { kind: 'present', value: document });
    expect(policyIn(inventory, arn('table/sales/orders'))?.policies).toEqual([
      { name: 'policy of the data catalog', document },
    ]);
    expect(policyIn(inventory, arn('job/nightly'))).toBeUndefined();
  });

  it('is both where a lock has another one, and not known without either', () => {
    const arn = 'arn:aws:glacier:eu-west-1:111122223333:vaults/archive';
    const inventory = inventoryOf(glacierVault, arn, { kind: 'absent', code: 'ResourceNotFoundException' });
    const asked = (): ReturnType<typeof policyIn> => policyIn(inventory, arn);
    expect(asked()?.missing).toMatch(/not in the snapshot/);
    const [listing] = inventory.listings(glacierVault);
    const record = listing?.result.kind === 'present' ? listing.result.records[0] : undefined;
    Object.assign(record?.outcomes ?? {}, { lock: { kind: 'present', value: document } });
    expect(asked()).toEqual({ policies: [{ name: 'vault lock policy', document }] });
    Object.assign(record?.outcomes ?? {}, { lock: denied });
    expect(asked()?.policies).toBe('unknown');
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
    expect(
      policyIn(inventoryOf(bucket, payroll, undefined), 'arn:aws:states:eu-west-1:111122223333:stateMachine:t'),
    ).toBe(undefined);
    expect(policyNeedsOf(undefined)).toBe(undefined);
  });

  const own = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:111122223333:${rest}`;
  const present = (value: unknown): Outcome => ({ kind: 'present', value });
  it.each<[string, AnyResourceType, string, string, Outcome | undefined, { item?: object; facet?: string }]>([
    ['a queue', queue, own('sqs', 'jobs'), own('sqs', 'jobs'), present({ policy: document }), { facet: 'attributes' }],
    [
      'an event bus',
      eventBus,
      own('events', 'event-bus/b'),
      own('events', 'event-bus/b'),
      undefined,
      { item: { policy: document } },
    ],
    [
      'a rule of it',
      eventBus,
      own('events', 'event-bus/b'),
      own('events', 'rule/b/r'),
      undefined,
      { item: { policy: document } },
    ],
    [
      'a rule of the default bus',
      eventBus,
      own('events', 'event-bus/default'),
      own('events', 'rule/r'),
      undefined,
      { item: { policy: document } },
    ],
    [
      'an index of vectors',
      vectorBucket,
      own('s3vectors', 'bucket/v'),
      own('s3vectors', 'bucket/v/index/i'),
      present(document),
      {},
    ],
    [
      'paths of a domain',
      domain,
      own('es', 'domain/d'),
      own('es', 'domain/d/orders/1'),
      present({ accessPolicy: document, fineGrainedAccess: false }),
      { facet: 'details' },
    ],
    ['a layer', layerVersion, own('lambda', 'layer:l:1'), own('lambda', 'layer:l:1'), present(document), {}],
    ['a parameter', parameter, own('ssm', 'parameter/a/b'), own('ssm', 'parameter/a/b'), present(document), {}],
    [
      'an index of a table',
      table,
      own('dynamodb', 'table/t'),
      own('dynamodb', 'table/t/index/i'),
      present(document),
      {},
    ],
    [
      'a file system',
      fileSystem,
      own('elasticfilesystem', 'file-system/fs-1'),
      own('elasticfilesystem', 'file-system/fs-1'),
      present(document),
      {},
    ],
    ['a repository', repository, own('ecr', 'repository/a/b'), own('ecr', 'repository/a/b'), present(document), {}],
  ])('is found for %s', (_, type, holder, arn, outcome, more) => {
    const inventory = inventoryOf(type, holder, outcome, more);
    expect(policyIn(inventory, arn)?.policies).toMatchObject([{ document }]);
    expect(holdsPolicyOf(arn, holder)).toBe(true);
    expect(policyNeedsOf(arn)).toEqual({ type, facets: outcome === undefined ? [] : [more.facet ?? 'policy'] });
  });

  it.each<[string, AnyResourceType, string, readonly [string, unknown]]>([
    ['a queue', queue, own('sqs', 'jobs'), ['attributes', {}]],
    ['a domain', domain, own('es', 'domain/d'), ['details', { accessPolicy: '', fineGrainedAccess: false }]],
  ])('is known not to be there of %s that has an empty one', (_, type, arn, facets) => {
    const [facet, value] = facets;
    expect(policyIn(inventoryOf(type, arn, present(value), { facet }), arn)).toEqual({ policies: [] });
  });

  it('does not decide of a file system that has none: nobody needs rights there', () => {
    const arn = own('elasticfilesystem', 'file-system/fs-1');
    const found = policyIn(inventoryOf(fileSystem, arn, { kind: 'absent', code: 'PolicyNotFound' }), arn);
    expect(found).toMatchObject({ policies: 'unknown', missing: expect.stringContaining('needs no rights') as string });
  });

  it.each([[true], [undefined]])(
    'is not all that decides of a domain with users of its own (%s)',
    (fineGrainedAccess) => {
      const arn = own('es', 'domain/d');
      const found = policyIn(
        inventoryOf(domain, arn, present({ accessPolicy: document, fineGrainedAccess }), { facet: 'details' }),
        arn,
      );
      expect(found).toMatchObject({ policies: 'unknown', missing: expect.stringContaining('fine-grained') as string });
    },
  );

  it.each([
    ['an access point', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/a'],
    ['a layer of no version', own('lambda', 'layer:l')],
    ['a document', own('ssm', 'document/d')],
    ['a model', 'arn:aws:bedrock:eu-west-1::foundation-model/m'],
    ['a registry', own('ecr', 'registry')],
    ['a stream of a table', own('dynamodb', 'table/t/stream/2026-01-01T00:00:00.000')],
  ])('is not taken from another type for %s', (_, arn) => {
    expect(policyNeedsOf(arn)).toBe(undefined);
  });
});
