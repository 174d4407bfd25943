import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Default {
  readonly file: string;
  readonly line: string;
  /** Whether the line, or one of the two above it, says where AWS documents what absence means. */
  readonly explained: boolean;
}

const files = readdirSync('src/services', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src/services', name));

/** Where the code of services says something in place of what AWS did not say. */
function defaults(pattern: RegExp): Default[] {
  return files.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      // Looking something up in a map of our own is no default.
      if (!pattern.test(line) || /\.get\(/.test(line)) return [];
      return [
        {
          file,
          line: line.trim(),
          explained: lines
            .slice(Math.max(0, at - 2), at + 1)
            .join(' ')
            .includes('https://'),
        },
      ];
    });
  });
}

it('no switch, number or limit is made up for one that AWS does not tell, unless its documentation says what that means', () => {
  const found = [
    ...defaults(/(?:\?\?=?|\|\|=?)\s*(?:false|true|-?\d+|Infinity)\b/),
    // In parameters of our own functions a default is no answer's.
    ...defaults(/\{[^}]*\b\w+ = (?:false|true|-?\d+|Infinity)\b[^}]*\}\s*(?:=|of\b|\) =>)/),
  ];
  expect(found.filter(({ explained }) => !explained).map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
  expect(found.length).toBeGreaterThan(3);
});

/** Members that a service always sends: what stands for them when they are missing is there for the types alone. */
const sent = new Set(
  files
    .filter((file) => file.endsWith('service.ts'))
    .flatMap((file) => {
      const [, table = ''] = /\n {2}sends: \{(.*?)\n {2}\}/s.exec(readFileSync(file, 'utf8')) ?? [];
      return [...table.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
    }),
);

it('no list that is missing is taken for an empty one, unless the service leaves out what is empty', () => {
  const missing = defaults(/\?\?\s*(?:\[\]|\{\})/).flatMap(({ file, line, explained }) =>
    explained
      ? []
      : [...line.matchAll(/(\w+)(?:\))?\s*\?\?\s*(?:\[\]|\{\})/g)].flatMap(([, name = '']) =>
          sent.has(name) || emptyWhenMissing.has(name) || ours.has(name) ? [] : [`${file}: ${name}`],
        ),
  );
  expect(missing).toEqual([]);
});

/**
 * Lists and maps of which nothing is sent when they are empty. AWS's SDK for Java makes an empty list of each
 * that is missing, as services do not tell one from the other:
 * https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/migration-whats-different.html
 */
const emptyWhenMissing: ReadonlySet<string> = new Set(
  `resourceMethods tags types variables stageVariableOverrides Tags Outputs AdvancedEventSelectors Equals
    StartsWith EndsWith NotEquals NotStartsWith NotEndsWith EventSelectors trailList MetricAlarms Dimensions
    environmentVariables secondarySources AwsRegions resourceTypes PrivateIpAddresses Groups Ipv6Addresses
    Ipv6Prefixes Associations IpPermissionsEgress IpRanges Ipv6Ranges PrefixListIds UserIdGroupPairs Attachments
    RouteTableIds CidrBlockSet Ipv6CidrBlockSet TunnelOptions VgwTelemetry AvailabilityZones
    ListenerDescriptions PolicyNames LoadBalancerAddresses IpSets IpAddresses AdditionalConfiguration
    EnabledFeatures UserDetailList GroupDetailList RoleDetailList GroupList InstanceProfileList
    AttachedManagedPolicies OpenIDConnectProviderList SAMLProviderList Variables PolicyTypes HealthCheckIds
    LogBucketList EmergencyContactList Ipv4Prefixes Ipv6CidrBlockAssociationSet Values Conditions LoadBalancerArns
    PortOverrides PortRanges EndpointDescriptions Operations InvalidParameters MetricDataResults ExcludedRules RuleActionOverrides
    Statements PreProcessFirewallManagerRuleGroups PostProcessFirewallManagerRuleGroups
    SubnetMappings AvailabilityZoneMappings SyncStates StatelessRuleGroupReferences StatefulRuleGroupReferences
    StatefulDefaultActions RuleOptions Settings Actions StatefulRules Definition`.split(/\s+/),
);

/** What is no member of an answer, or one that only some entries of a list have. */
const ours: ReadonlySet<string> = new Set(
  `rcps uri methods stages routes among destination entry list details actions documents entries urls accessPoints
    inline recordingMode Ipv6Address Ipv6Prefix Ipv4Prefix vpcOriginId GatewayId HttpHeaderName ListenerPort features
    urlPolicies sets`.split(/\s+/),
);
