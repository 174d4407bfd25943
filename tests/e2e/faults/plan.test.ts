import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { callsOfPlan, planFor } from '../../../src/inventory/plan.ts';
import type { PlannedCall } from '../../../src/inventory/planned-calls.ts';
import type { Front } from '../../../src/stand-in/front.ts';
import { startWorld } from '../../../src/stand-in/world.ts';
import { nameInFront, resident } from './run.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
const { cli, scan } = resident();

const folder = mkdtempSync(path.join(tmpdir(), 'audit-plan-'));
const regions = ['eu-west-1', 'us-east-1'];
const here = regions.flatMap((region) => ['--region', region]);
let front: Front;

beforeAll(async () => void (front = await startWorld()));
afterAll(async () => {
  await front.stop();
  rmSync(folder, { recursive: true });
});

const services = new Map(callsOfPlan(planFor(checks)).map(({ service }) => [service.id, service] as const));

/** How many resources of each type a snapshot has, by CloudFormation's name. */
function resourcesIn(save: string): Map<string, number> {
  const counts = new Map<string, number>();
  const lines = readFileSync(save, 'utf8').trim().split('\n');
  let type = '';
  for (const line of lines.map((text) => JSON.parse(text) as { list?: [string, string]; record?: object })) {
    if (line.list !== undefined) type = line.list[0].replace(/^.*\//, '');
    else if (line.record !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

interface Compared {
  /** Sent, and not planned. */
  readonly unplanned: string[];
  /** Sent more often than planned. */
  readonly more: string[];
  /** Once in each region or for the account by the plan, and sent less often. */
  readonly fewer: string[];
  /** Sent to a region that the plan does not name for it. */
  readonly elsewhere: string[];
}

async function compared(args: readonly string[], name: string): Promise<Compared> {
  const { calls } = (await cli(front, ['plan', '--format', 'json', ...here, ...args])).json() as {
    calls: PlannedCall[];
  };
  front.record.clear();
  const save = path.join(folder, `${name}.ndjson`);
  await scan(front, [...here, ...args, '--save', save]);
  const counts = resourcesIn(save);
  const sent = new Map<string, number>();
  for (const { service, operation, status = 0 } of front.record.requests) {
    // What failed in passing is sent again.
    if (status < 500) sent.set(`${service}:${operation}`, (sent.get(`${service}:${operation}`) ?? 0) + 1);
  }
  const most = new Map<string, number>();
  const places = new Map<string, Set<string>>();
  const perResource = new Set<string>();
  for (const { service: id, operations, per, unit = '', regions: where } of calls) {
    const service = services.get(id);
    for (const operation of operations) {
      const key = service === undefined ? `${id}:${operation}` : nameInFront(service, operation);
      const [, each = 1, type] = /^(?:(\d+) )?(AWS::.*)$/.exec(unit) ?? [];
      // A list that is cut by region ends with a request that is not full.
      const ofUnit =
        type === undefined
          ? Infinity
          : Math.ceil((counts.get(type) ?? 0) / Number(each)) + (each === 1 ? 0 : where.length - 1);
      const times = { account: 1, region: where.length, resource: ofUnit }[per];
      most.set(key, (most.get(key) ?? 0) + times);
      places.set(key, new Set([...(places.get(key) ?? []), ...where]));
      if (per === 'resource') perResource.add(key);
    }
  }
  return {
    unplanned: [...sent.keys()].filter((key) => !most.has(key)).sort(),
    more: [...sent].filter(([key, n]) => n > (most.get(key) ?? Infinity)).map(([key, n]) => `${key} ${n}`),
    fewer: [...most]
      .filter(([key, n]) => !perResource.has(key) && (sent.get(key) ?? 0) < n)
      .map(([key]) => key)
      .sort(),
    elsewhere: [
      ...new Set(
        front.record.requests.flatMap(({ service, operation, region }) => {
          const key = `${service}:${operation}`;
          // What is asked per resource is asked where the resource is, and planned where it is listed.
          return !perResource.has(key) && places.get(key)?.has(region) === false ? [`${key} ${region}`] : [];
        }),
      ),
    ].sort(),
  };
}

/** Once in each region by the plan, and sent only where something is there to ask about. */
const whereNeeded = [
  'apigatewayv2:GetDomainNames',
  'backup:DescribeRegionSettings',
  'cloudtrail:LookupEvents',
  'cloudwatch-logs:DescribeDeliveries',
  'cloudwatch-logs:DescribeDeliverySources',
  'config-service:DescribeComplianceByConfigRule',
  'config-service:DescribeConfigRuleEvaluationStatus',
  'controltower:ListBaselines',
  'controltower:ListEnabledBaselines',
  'controltower:ListEnabledControls',
  'directory-service:DescribeEventTopics',
  'directory-service:ListLogSubscriptions',
  'ec2:DescribeVpcBlockPublicAccessExclusions',
  'eks:DescribeClusterVersions',
  'elastic-load-balancing-v2:DescribeSSLPolicies',
  'elasticache:DescribeCacheSubnetGroups',
  'guardduty:DescribeOrganizationConfiguration',
  'guardduty:GetAdministratorAccount',
  'guardduty:GetDetector',
  'guardduty:ListFindings',
  'guardduty:ListIPSets',
  'guardduty:ListMembers',
  'guardduty:ListOrganizationAdminAccounts',
  'guardduty:ListPublishingDestinations',
  'inspector2:GetConfiguration',
  'inspector2:GetDelegatedAdminAccount',
  'inspector2:GetEc2DeepInspectionConfiguration',
  'inspector2:ListCisScanConfigurations',
  'inspector2:ListCodeSecurityIntegrations',
  'inspector2:ListCodeSecurityScanConfigurations',
  'inspector2:ListCoverage',
  'inspector2:ListFindings',
  'kms:ListAliases',
  'macie2:GetAdministratorAccount',
  'macie2:GetAutomatedDiscoveryConfiguration',
  'macie2:GetClassificationExportConfiguration',
  'macie2:GetFindingsPublicationConfiguration',
  'macie2:ListFindings',
  'memorydb:DescribeACLs',
  'memorydb:DescribeUsers',
  'rds:DescribeCertificates',
  'rds:DescribeDBSubnetGroups',
  'redshift:DescribeClusterSubnetGroups',
  'securityhub:GetEnabledStandards',
  'securityhub:ListEnabledProductsForImport',
  'service-quotas:ListAWSDefaultServiceQuotas',
];

describe('what `audit plan` says is what a scan sends', () => {
  it('of everything', async () => {
    expect(await compared([], 'whole')).toEqual({ unplanned: [], more: [], fewer: whereNeeded, elsewhere: [] });
  });

  it.each([
    ['s3'],
    ['iam'],
    ['ec2'],
    ['kms', 'lambda'],
    ['guardduty', 'securityhub', 'config'],
    ['cloudtrail'],
    ['ssm'],
  ])('of %s', async (...names) => {
    const args = names.flatMap((name) => ['--service', name]);
    const { unplanned, more, elsewhere } = await compared(args, names.join('-'));
    expect({ unplanned, more, elsewhere }).toEqual({ unplanned: [], more: [], elsewhere: [] });
  });
});
