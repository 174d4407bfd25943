import { checks } from '../../../checks/index.ts';
import type { Check } from '../../../src/engine/check.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import type { AnyResourceType } from '../../../src/inventory/resource.ts';
import { nameInFront, nameOf } from './run.ts';

const byId = new Map(checks.map((check) => [check.id, check]));

const operationsOf = (type: AnyResourceType, facets: readonly string[]): string[] => [
  ...type.calls.map((operation) => nameInFront(type.service, operation)),
  ...(type.first?.calls ?? []).map((operation) => nameInFront(type.first?.service ?? type.service, operation)),
  ...facets.flatMap((facet) => ofFacet(type, facet)),
];
const ofFacet = (type: AnyResourceType, facet: string): string[] => {
  const def = type.facetDefs[facet];
  return def === undefined ? [] : def.calls.map((operation) => nameInFront(def.service, operation));
};

interface Part {
  readonly name: string;
  readonly operations: readonly string[];
}

/** What every verdict of a check rests on, with the operations behind each. */
function partsOf({ resource, needs, along }: Check): Part[] {
  return [
    { name: 'list', operations: operationsOf(resource, []) },
    ...needs.map((name) => ({ name, operations: ofFacet(resource, name) })),
    ...Object.entries(along).map(([name, other]) => ({ name, operations: operationsOf(other.resource, other.needs) })),
  ];
}

/**
 * Verdicts that call something read although an operation behind it failed: `AccessDenied` taken for "there is none" leaves a
 * verdict as it was where there was none before, so comparing findings does not show it.
 * @param failed operations as `service:operation`
 * @param way how they failed: the front's fault or error
 */
export function restsOnFailed(findings: Iterable<Finding>, failed: ReadonlySet<string>, way: string): string[] {
  const faults: string[] = [];
  for (const finding of findings) {
    const check = byId.get(finding.check);
    if (finding.status === 'unknown' || check === undefined) continue;
    const entries = [...finding.evidence];
    for (const { name, operations } of partsOf(check)) {
      // A need and a companion may have one name: they come in this order.
      const index = entries.findIndex(({ facet }) => facet === name);
      const [entry] = index === -1 ? [] : entries.splice(index, 1);
      if (entry === undefined) faults.push(`${nameOf(finding)}: has no evidence for ${name}`);
      else if (entry.outcome === 'present' || entry.outcome === 'absent')
        faults.push(
          ...operations
            .filter((operation) => failed.has(operation) && !isTrue(finding, name, operation, way))
            .map(
              (operation) =>
                `${nameOf(finding)}: rests on ${name}, which is ${entry.outcome}, although ${operation} failed`,
            ),
        );
    }
    // Where a resource is may be added, when that could not be read.
    for (const { facet } of entries)
      if (facet !== check.resource.regionFrom)
        faults.push(`${nameOf(finding)}: has evidence for ${facet}, which it does not read`);
  }
  return faults;
}

/** Operations that a part declares and whose failure leaves what was read of some resources of this account true. */
interface Reason {
  /** The name of a need or a companion. */
  readonly facet: string;
  readonly operations: readonly string[];
  readonly of: (finding: Finding) => boolean;
  readonly why: string;
  /** Only where they fail so; default: however they fail. */
  readonly ways?: readonly string[];
}

/** Of the account's two regions the one where some things are not turned on and some resources are not. */
const barren = ({ region }: Finding): boolean => region === 'eu-west-1';

/** REST JSON names an error in a header, which these faults leave as it is: "there is none" is still what the service said. */
const bodyOnly = ['empty', 'foreign'];

/** Most are not sent for some resources, and are for others. {@link askedInOneRegion} tells those that go by the region. */
const reasons: readonly Reason[] = [
  {
    facet: 'detail',
    operations: ['guardduty:GetDetector'],
    of: barren,
    why: 'there is no detector',
  },
  {
    facet: 'groups',
    operations: ['wafv2:GetRuleGroup'],
    of: ({ resource }) => resource.name !== 'legacy',
    why: 'it has no rule group of its own',
  },
  {
    facet: 'acls',
    operations: ['wafv2:GetRuleGroup'],
    of: barren,
    why: 'the web ACLs have no rule group of their own',
  },
  {
    facet: 'endpoints',
    operations: ['network-firewall:DescribeVpcEndpointAssociation'],
    of: barren,
    why: 'no firewall has endpoints in other VPCs',
  },
  {
    facet: 'firewalls',
    operations: ['network-firewall:DescribeFirewall'],
    of: barren,
    why: 'there is no firewall',
  },
  {
    facet: 'standards',
    operations: ['securityhub:GetEnabledStandards'],
    of: barren,
    why: 'Security Hub is off',
  },
  {
    facet: 'mfaDevices',
    operations: ['iam:ListMFADevices'],
    of: ({ message }) => message.endsWith('has a console password but no MFA device'),
    why: 'the credential report says that there is none',
  },
  {
    facet: 'findings',
    operations: ['inspector2:ListFindings'],
    of: barren,
    why: 'Inspector is off',
  },
  {
    facet: 'networkFindings',
    operations: ['inspector2:ListFindings'],
    of: barren,
    why: 'Inspector is off',
  },
  {
    facet: 'exploited',
    operations: ['inspector2:ListFindings', 'inspector2:BatchGetFindingDetails'],
    of: barren,
    why: 'Inspector is off',
  },
  {
    facet: 'codeSecurity',
    operations: ['inspector2:ListCodeSecurityIntegrations', 'inspector2:ListCodeSecurityScanConfigurations'],
    of: barren,
    why: 'code security is off',
  },
  {
    facet: 'configuration',
    operations: ['inspector2:GetConfiguration'],
    of: barren,
    why: 'Inspector scans no instances',
  },
  {
    facet: 'deepInspection',
    operations: ['inspector2:GetEc2DeepInspectionConfiguration'],
    of: barren,
    why: 'Inspector scans no instances',
  },
  {
    facet: 'cisScans',
    operations: ['inspector2:ListCisScanConfigurations'],
    of: barren,
    why: 'Inspector is off',
  },
  {
    facet: 'administrator',
    operations: ['inspector2:GetDelegatedAdminAccount'],
    of: barren,
    why: 'Inspector is off',
  },
  {
    facet: 'run',
    operations: ['config-service:DescribeConfigRuleEvaluationStatus'],
    of: ({ message }) => message.includes(' is broken by ') || message.includes(' is followed by '),
    why: 'how the rule stands is said, whenever it ran last',
  },
  {
    facet: 'publication',
    operations: ['macie2:GetFindingsPublicationConfiguration'],
    of: barren,
    why: 'Macie is off',
  },
  {
    facet: 'resultsBucket',
    operations: ['macie2:GetClassificationExportConfiguration'],
    of: barren,
    why: 'Macie is off',
  },
  {
    facet: 'deliveredLogs',
    operations: ['cloudwatch-logs:DescribeDeliverySources', 'cloudwatch-logs:DescribeDeliveries'],
    of: ({ message }) => message.includes(' logs nothing: '),
    why: 'its level lets the bus write no log that could be delivered',
  },
  {
    facet: 'highFindings',
    operations: ['macie2:ListFindings'],
    of: barren,
    why: 'Macie is off',
  },
  {
    facet: 'administrator',
    operations: ['macie2:GetAdministratorAccount'],
    of: barren,
    why: 'Macie is off',
  },
  {
    facet: 'discovery',
    operations: ['macie2:GetAutomatedDiscoveryConfiguration'],
    of: barren,
    why: 'Macie is off',
  },
  {
    facet: 'administrator',
    operations: ['guardduty:GetAdministratorAccount'],
    of: barren,
    why: 'there is no detector',
  },
  {
    facet: 'rules',
    operations: ['eventbridge:ListTargetsByRule'],
    of: barren,
    why: 'no rule takes findings',
  },
  {
    facet: 'v2',
    operations: ['securityhub:DescribeSecurityHubV2'],
    of: barren,
    why: 'the error says that it is not enabled',
    ways: bodyOnly,
  },
  {
    facet: 'members',
    operations: ['guardduty:ListMembers'],
    of: barren,
    why: 'GuardDuty is off',
  },
  {
    facet: 'products',
    operations: ['securityhub:ListEnabledProductsForImport'],
    of: barren,
    why: 'Security Hub is off',
  },
  {
    facet: 'ec2',
    operations: ['service-quotas:ListAWSDefaultServiceQuotas'],
    of: (finding) => !barren(finding),
    why: 'the applied quotas name it',
  },
  {
    facet: 'vpc',
    operations: ['service-quotas:ListAWSDefaultServiceQuotas'],
    of: (finding) => !barren(finding),
    why: 'the applied quotas name it',
  },
  {
    facet: 'subnets',
    operations: ['ec2:DescribeVpcBlockPublicAccessExclusions'],
    of: barren,
    why: 'no subnet is blocked, so there is nothing to exclude',
  },
  {
    facet: 'prefixLists',
    operations: ['ec2:GetManagedPrefixListEntries'],
    of: barren,
    why: 'no group names a prefix list',
  },
  {
    facet: 'loadBalancers',
    operations: ['elastic-load-balancing-v2:DescribeListeners', 'elastic-load-balancing-v2:DescribeRules'],
    of: barren,
    why: 'there is no load balancer',
  },
  {
    facet: 'listeners',
    operations: ['elastic-load-balancing-v2:DescribeRules'],
    of: ({ resource }) => resource.arn.includes(':loadbalancer/net/'),
    why: 'listeners of Network Load Balancers have no rules but what they do by default',
  },
  {
    facet: 'rules',
    operations: ['elastic-load-balancing-v2:DescribeRules'],
    of: ({ message }) => message.endsWith(' takes HTTPS'),
    why: 'what takes HTTPS is as it should be, whatever its rules do',
  },
  {
    facet: 'targetGroups',
    operations: [
      'elastic-load-balancing-v2:DescribeTargetHealth',
      'elastic-load-balancing-v2:DescribeTargetGroupAttributes',
    ],
    of: barren,
    why: 'there is no target group',
  },
  {
    facet: 'accessPoints',
    operations: ['s3-control:GetAccessPoint', 's3-control:GetAccessPointPolicy'],
    of: barren,
    why: 'there is no access point',
  },
  {
    facet: 'prefixListCidrs',
    operations: ['ec2:GetManagedPrefixListEntries'],
    of: ({ resource }) => resource.id !== 'sg-a4',
    why: 'the group names no prefix list; one does',
  },
  {
    facet: 'accessed',
    operations: ['iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails'],
    of: ({ resource }) => resource.id === 'alice',
    why: 'alice has no access key; bob has',
  },
  {
    facet: 'bucketAnswer',
    operations: ['s3:GetBucketLocation'],
    of: ({ check }) => check === 'config-delivery-channel-bucket-exists',
    why: 'its deliveries prove that the bucket is there',
  },
  {
    facet: 'details',
    operations: ['securityhub:DescribeHub'],
    of: barren,
    why: 'the error says that Security Hub is off',
    ways: bodyOnly,
  },
  {
    facet: 'users',
    operations: ['memorydb:DescribeACLs', 'memorydb:DescribeUsers'],
    of: ({ message }) => message.includes('its ACL is open-access'),
    why: 'nothing is asked about the ACL of AWS, which lets everybody in',
  },
  {
    facet: 'tls',
    operations: ['rds:DescribeDBParameters'],
    of: ({ message }) => message.includes('in the parameter group ledger'),
    why: 'the parameters of its cluster hold for it',
  },
  {
    facet: 'sharing',
    operations: ['rds:DescribeDBClusterSnapshotAttributes'],
    of: ({ resource }) => !resource.arn.includes(':cluster-snapshot:'),
    why: 'the snapshot is one of an instance',
  },
  {
    facet: 'sharing',
    operations: ['rds:DescribeDBSnapshotAttributes'],
    of: ({ resource }) => resource.arn.includes(':cluster-snapshot:'),
    why: 'the snapshot is one of a cluster',
  },
  {
    facet: 'policy',
    operations: ['lambda:GetPolicy'],
    of: ({ message }) => message.endsWith('has no resource policy'),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'bucketPolicy',
    operations: ['s3tables:GetTableBucketPolicy'],
    of: ({ resource }) => resource.name.startsWith('trial/'),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'lock',
    operations: ['glacier:GetVaultLock'],
    of: ({ resource }) => resource.name !== 'invoices-2014',
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'policy',
    operations: [
      'dsql:GetClusterPolicy',
      'dynamodb:GetResourcePolicy',
      'acm-pca:GetPolicy',
      'glacier:GetVaultAccessPolicy',
      'kinesis:GetResourcePolicy',
      's3files:GetFileSystemPolicy',
      's3tables:GetTablePolicy',
      's3vectors:GetVectorBucketPolicy',
      'lambda:GetLayerVersionPolicy',
      'vpc-lattice:GetAuthPolicy',
      'bedrock-agent:GetResourcePolicy',
      'kafka:GetClusterPolicy',
      'bedrock-agentcore-control:GetResourcePolicy',
    ],
    of: ({ message }) => message.endsWith('has no resource policy'),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'policy',
    operations: ['efs:DescribeFileSystemPolicy'],
    of: ({ message }) => message.includes(' has no policy, so '),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'backups',
    operations: ['efs:DescribeBackupPolicy'],
    of: ({ message }) => message.endsWith('they were never turned on'),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'policy',
    operations: ['backup:GetBackupVaultAccessPolicy'],
    of: ({ resource }) => resource.id === 'apart' || resource.id === 'bare',
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'selections',
    operations: ['backup:GetBackupSelection'],
    of: ({ message }) => message.endsWith('has no resources assigned'),
    why: 'the list of its selections is empty',
  },
  {
    facet: 'policy',
    operations: ['ssm:GetResourcePolicies'],
    of: ({ check, message }) => check === 'ssm-parameter-tier-needed' && message.endsWith('is a standard parameter'),
    why: 'only advanced parameters are asked for resource policies',
  },
  {
    facet: 'valueSecrets',
    operations: ['ssm:GetParameters'],
    of: ({ check, resource }) => check === 'ssm-parameter-tier-needed' && resource.id === '/shop/token',
    why: 'the value of a SecureString is not asked for',
  },
  {
    facet: 'policy',
    operations: ['ssm:GetResourcePolicies'],
    of: ({ message }) => message.endsWith('has no resource policy'),
    why: 'only advanced parameters may have one, and no other is asked',
  },
  {
    facet: 'resourcePolicy',
    operations: ['lambda:GetResourcePolicy'],
    of: ({ message }) => message.endsWith('has no resource policy'),
    why: 'the error says that there is none',
    ways: bodyOnly,
  },
  {
    facet: 'securityContact',
    operations: ['account:GetAlternateContact'],
    of: ({ check }) => check === 'account-security-contact-registered',
    why: 'the error says that there is no such contact',
    ways: bodyOnly,
  },
];

/** Operations that a scan sends in another region only. */
export const askedInOneRegion: readonly string[] = reasons.flatMap(({ of, operations, ways }) =>
  of === barren && ways === undefined ? operations : [],
);

const isTrue = (finding: Finding, facet: string, operation: string, way: string): boolean =>
  reasons.some(
    (each) =>
      each.facet === facet &&
      each.operations.includes(operation) &&
      each.of(finding) &&
      each.ways?.includes(way) !== false,
  );
