import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { CredentialsExpired } from '../../../src/aws/errors.ts';
import { planFor } from '../../../src/inventory/plan.ts';
import { plannedCalls } from '../../../src/inventory/planned-calls.ts';
import type { RegionProofs } from '../../../src/inventory/region-proof.ts';
import { covered } from '../../../src/services/resourceexplorer2/covered.ts';
import { provable, proveEmpty } from '../../../src/services/resourceexplorer2/proof.ts';
import { sessionServices } from '../../../src/services/session-services.ts';
import { awsError, stubbedApis, type Answers, type Sent } from '../../helpers/resource-suite.ts';

const account = '111122223333';
const now = Date.parse('2026-06-10T00:00:00.000Z');
const long = new Date('2026-06-01T00:00:00.000Z');
const viewArn = `arn:aws:resource-explorer-2:eu-west-1:${account}:view/all/1`;
const plan = planFor(checks);

const index = (region: string, type = 'LOCAL') => ({
  Region: region,
  Type: type,
  Arn: `arn:aws:resource-explorer-2:${region}:${account}:index/1`,
});
const resource = (ResourceType: string, Region = 'eu-west-3', OwningAccountId = account) => ({
  Arn: 'arn:aws:ec2:eu-west-3:111122223333:some/thing',
  ResourceType,
  Region,
  OwningAccountId,
});
const settled = (region: string) =>
  region === 'eu-west-1'
    ? { Type: 'AGGREGATOR', State: 'ACTIVE', LastUpdatedAt: long, ReplicatingFrom: ['eu-west-3'] }
    : { Type: 'LOCAL', State: 'ACTIVE', LastUpdatedAt: long };
const view = { ViewArn: viewArn, Scope: `arn:aws:iam::${account}:root`, Filters: { FilterString: '' } };
const found = (...Resources: object[]) => ({ Resources, Count: { TotalResources: Resources.length, Complete: true } });
const good: Answers = {
  ListIndexes: { Indexes: [index('eu-west-1', 'AGGREGATOR'), index('eu-west-3')] },
  GetIndex: (_: object, region: string) => settled(region),
  GetDefaultView: { ViewArn: viewArn },
  GetView: { View: view },
  ListSupportedResourceTypes: {
    ResourceTypes: [...new Set(Object.values(covered).flat())].map((ResourceType) => ({ ResourceType })),
  },
  Search: found(resource('ec2:vpc'), resource('ec2:subnet')),
};

const prove = (answers: Answers, regions = ['us-east-1', 'eu-west-3'], sent: Sent[] = [], of = plan) =>
  proveEmpty(stubbedApis({ ...good, ...answers }, sent), of, { account, partition: 'aws', regions, now });
const typesIn = ({ proven }: RegionProofs, region = 'eu-west-3') =>
  proven.find((proof) => proof.region === region)?.types ?? [];
const whyNot = ({ unproven }: RegionProofs, region = 'eu-west-3') =>
  unproven.find((each) => each.region === region)?.reason;

/** Answers of the region alone, the aggregator's being as ever. */
const ofRegion = (answer: object | Error) => (_: object, region: string) =>
  region === 'eu-west-3' ? answer : settled(region);
/** Answers of the region of all indexes. */
const ofAll = (answer: object) => (_: object, region: string) =>
  region === 'eu-west-1' ? { ...settled(region), ...answer } : settled(region);

it('leaves less than two thirds of the calls of a region, most of them for settings that only the region tells', () => {
  const callsOf = (some: typeof plan): number =>
    plannedCalls(some, sessionServices, ['eu-west-3'], 'aws', 'eu-west-3')
      .filter(({ per }) => per === 'region')
      .reduce((sum, { operations }) => sum + operations.length, 0);
  const provables = new Set(provable(plan));
  const left = plan.filter((each) => !provables.has(each));
  expect(callsOf(left) / callsOf(plan)).toBeLessThan(2 / 3);
  expect(callsOf(left.filter(({ type }) => type.singleton)) / callsOf(left)).toBeGreaterThan(1 / 2);
});

describe('a region that an index proves empty', () => {
  it('lists nothing of all types that the index would name', async () => {
    const proofs = await prove({});
    expect(typesIn(proofs)).toEqual(provable(plan).map(({ type }) => type.key));
    expect(proofs.proven[0]).toMatchObject({
      by: 'AWS Resource Explorer',
      at: '2026-06-10T00:00:00.000Z',
      request: { operation: 'resourceexplorer2:Search', region: 'eu-west-1' },
    });
  });

  it('is asked two questions, the account five, and only the region of the existing index is searched', async () => {
    const sent: Sent[] = [];
    await prove({}, ['us-east-1', 'eu-west-3'], sent);
    expect(sent.map(({ operation, region }) => `${operation} ${region}`).sort()).toEqual([
      'GetDefaultView eu-west-1',
      'GetIndex eu-west-1',
      'GetIndex eu-west-3',
      'GetView eu-west-1',
      'ListIndexes eu-west-3',
      'ListSupportedResourceTypes eu-west-1',
      'Search eu-west-1',
    ]);
    const search = sent.find(({ operation }) => operation === 'Search');
    expect(search?.input).toEqual({ QueryString: 'region:eu-west-3', ViewArn: viewArn, MaxResults: 1000 });
  });

  it.each<[string, string, string[]]>([
    ['ec2:volume', 'ec2/AWS::EC2::Volume', []],
    ['EC2:Volume', 'ec2/AWS::EC2::Volume', []],
    ['ecs:cluster', 'ecs/AWS::ECS::Service', ['ecs/AWS::ECS::TaskDefinition']],
    ['elasticloadbalancing:loadbalancer/app', 'elbv2/AWS::ElasticLoadBalancingV2::Listener', []],
    ['elasticloadbalancing:loadbalancer', 'elbv2/AWS::ElasticLoadBalancingV2::LoadBalancer', []],
    ['rds:db', 'rds/AWS::RDS::DBSnapshot', ['rds/AWS::RDS::DBCluster']],
    ['rds:cluster', 'rds/AWS::DocDB::DBClusterSnapshot', ['rds/AWS::RDS::DBInstance']],
  ])('is listed %s has all the same', async (name, listed, proven) => {
    const told = typesIn(await prove({ Search: found(resource(name)) }));
    expect(told).not.toContain(listed);
    expect(told).toEqual(expect.arrayContaining(proven));
  });

  it('may come on several pages, one of them empty', async () => {
    const pages: Readonly<Record<string, object>> = {
      '1': { ...found(), NextToken: '2' },
      '2': found(resource('sqs:queue')),
    };
    const told = await prove({
      Search: ({ NextToken = '0' }: { NextToken?: string }) =>
        pages[NextToken] ?? { ...found(resource('ec2:volume')), NextToken: '1' },
    });
    expect(typesIn(told)).not.toContain('ec2/AWS::EC2::Volume');
    expect(typesIn(told)).not.toContain('sqs/AWS::SQS::Queue');
    expect(typesIn(told)).toContain('sns/AWS::SNS::Topic');
  });

  it('is believed of what Resource Explorer says that it supports, and of nothing else', async () => {
    const ResourceTypes = [{ ResourceType: 'sns:topic' }, { ResourceType: 'rds:snapshot' }];
    expect(typesIn(await prove({ ListSupportedResourceTypes: { ResourceTypes } }))).toEqual(['sns/AWS::SNS::Topic']);
  });
});

const recent = new Date('2026-06-09T00:00:00.000Z');
const thousand = Array.from({ length: 1000 }, () => resource('ec2:vpc'));

describe('nothing is proven', () => {
  it.each<[string, Answers, RegExp]>([
    ['there is no aggregator index', { ListIndexes: { Indexes: [index('eu-west-3')] } }, /no aggregator index/],
    [
      'it is another account’s',
      {
        ListIndexes: {
          Indexes: [{ ...index('eu-west-1', 'AGGREGATOR'), Arn: 'arn:aws:x:eu-west-1:999988887777:index/1' }],
        },
      },
      /no aggregator index/,
    ],
    [
      'there are two',
      { ListIndexes: { Indexes: [index('eu-west-1', 'AGGREGATOR'), index('eu-west-3', 'AGGREGATOR')] } },
      /several aggregator indexes/,
    ],
    [
      'indexes may not be listed',
      { ListIndexes: awsError('AccessDeniedException', 'not authorized to perform', 403) },
      /denied/,
    ],
    ['it is being changed', { GetIndex: ofAll({ State: 'UPDATING' }) }, /eu-west-1 is updating/],
    ['it is local by now', { GetIndex: ofAll({ Type: 'LOCAL' }) }, /no aggregator index/],
    ['it changed lately', { GetIndex: ofAll({ LastUpdatedAt: recent }) }, /less than 36 hours ago/],
    ['nobody says when it changed', { GetIndex: ofAll({ LastUpdatedAt: undefined }) }, /nothing says since when/],
    ['it does not copy the region', { GetIndex: ofAll({ ReplicatingFrom: [] }) }, /not copied to the one of eu-west-1/],
    ['there is no default view', { GetDefaultView: {} }, /no default view/],
    [
      'the view has a filter',
      { GetView: { View: { ...view, Filters: { FilterString: 'service:ec2' } } } },
      /has a filter/,
    ],
    [
      'the view is of an organization',
      { GetView: { View: { ...view, Scope: 'arn:aws:organizations::1:organization/o-1' } } },
      /not of this account alone/,
    ],
    [
      'the view says not of what it is',
      { GetView: { View: { ...view, Scope: undefined } } },
      /not of this account alone/,
    ],
    ['the view may not be read', { GetView: awsError('UnauthorizedException', '', 401) }, /Unauthorized/],
    ['an index lacks its region', { ListIndexes: { Indexes: [{ Arn: 'arn:aws:x' }] } }, /without region/],
    [
      'what is supported cannot be read',
      { ListSupportedResourceTypes: awsError('InternalServerException', '', 500) },
      /Internal/,
    ],
    [
      'the region has no index',
      { ListIndexes: { Indexes: [index('eu-west-1', 'AGGREGATOR')] } },
      /the region has no index/,
    ],
    [
      "the region's index is being made",
      { GetIndex: ofRegion({ State: 'CREATING', LastUpdatedAt: long }) },
      /eu-west-3 is creating/,
    ],
    [
      "the region's index is new",
      { GetIndex: ofRegion({ State: 'ACTIVE', LastUpdatedAt: recent }) },
      /less than 36 hours/,
    ],
    [
      "the region's index may not be read",
      { GetIndex: ofRegion(awsError('AccessDeniedException', '', 403)) },
      /denied/,
    ],
    ['a thousand resources are told', { Search: { Resources: thousand } }, /1000 resources or more/],
    [
      'not all are counted',
      { Search: { Resources: [], Count: { TotalResources: 1000, Complete: false } } },
      /1000 resources/,
    ],
    ['a search names no resources', { Search: {} }, /without resources/],
    [
      'a resource has no type',
      { Search: found({ Region: 'eu-west-3', OwningAccountId: account }) },
      /without its type/,
    ],
    [
      'a resource is of another region',
      { Search: found(resource('ec2:vpc', 'eu-west-2')) },
      /among those of eu-west-3/,
    ],
    ['a resource is of another account', { Search: found(resource('ec2:vpc', 'eu-west-3', '9')) }, /another account/],
    ['a search is throttled to the end', { Search: awsError('ValidationException') }, /ValidationException/],
  ])('where %s, and the reason is told', async (_, answers, reason) => {
    const told = await prove(answers);
    expect(told.proven).toEqual([]);
    expect(whyNot(told)).toMatch(reason);
  });

  it('of the main region, whose index has what is global', async () => {
    expect(whyNot(await prove({}), 'us-east-1')).toMatch(/global/);
  });

  it('where it would cost more than it saves', async () => {
    const sent: Sent[] = [];
    const two = provable(plan).slice(0, 2);
    expect(whyNot(await prove({}, ['eu-west-3'], sent, two))).toMatch(/too few/);
    expect(sent).toEqual([]);
  });

  it('of the others where one region cannot be', async () => {
    const answers = {
      ListIndexes: { Indexes: [index('eu-west-1', 'AGGREGATOR'), index('eu-west-3'), index('eu-west-2')] },
      GetIndex: ofAll({ ReplicatingFrom: ['eu-west-3'] }),
    };
    const told = await prove(answers, ['eu-west-2', 'eu-west-3', 'eu-west-1'], []);
    expect(told.unproven.map(({ region }) => region)).toEqual(['eu-west-2', 'eu-west-1']);
    expect(whyNot(told, 'eu-west-1')).toMatch(/among those of eu-west-1/);
  });

  it('when the credentials end: the run ends', async () => {
    const error = new CredentialsExpired('ended', undefined);
    await expect(prove({ Search: error })).rejects.toBe(error);
  });
});

describe('what an index covers', () => {
  it('is named of types that are, by region and several of a kind', () => {
    expect(provable(plan).map(({ type }) => type.key)).toEqual(Object.keys(covered).sort());
  });

  it('is nothing that also lists what others own, or AWS', () => {
    for (const key of [
      'ec2/AWS::EC2::VPC',
      'ec2/AWS::EC2::Subnet',
      'cloudtrail/AWS::CloudTrail::Trail',
      'kms/AWS::KMS::Key',
    ])
      expect(covered).not.toHaveProperty([key]);
  });
});
