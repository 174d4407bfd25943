import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { networkfirewall } from './service.ts';

/** A firewall, in subnets of a VPC or attached to a transit gateway. */
export const firewall = listed(networkfirewall, 'AWS::NetworkFirewall::Firewall', 'ListFirewalls', {
  at: 'Firewalls',
  input: { MaxResults: 100 },
  narrows: { VpcIds: 'unless given' },
  id: ({ FirewallName }) => FirewallName,
  keep: { arn: 'FirewallArn', ownerId: ({ FirewallArn }) => arnAccount(FirewallArn) },
  label: ({ name }) => `Firewall ${name}`,
  references: ['https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_Firewall.html'],
}).facets((facet) => ({
  details: facet.call('DescribeFirewall', {
    input: ({ arn }) => ({ FirewallArn: arn }),
    keep: ({ Firewall: found, FirewallStatus: status }) => ({
      policyArn: found?.FirewallPolicyArn,
      vpcId: found?.VpcId,
      /** `DELETING`, `PROVISIONING` or `READY`. */
      status: status?.Status,
      key: { type: found?.EncryptionConfiguration?.Type, id: found?.EncryptionConfiguration?.KeyId },
      deleteProtection: found?.DeleteProtection,
      subnetChangeProtection: found?.SubnetChangeProtection,
      policyChangeProtection: found?.FirewallPolicyChangeProtection,
      /** At a transit gateway AWS has its subnets. */
      at: found?.TransitGatewayId === undefined ? ('vpc' as const) : ('transit gateway' as const),
      /** Its subnets, each in a zone of its own; the zones of one at a transit gateway. */
      places: [
        ...(found?.SubnetMappings ?? []).flatMap(({ SubnetId: id }) => (id === undefined ? [] : [id])),
        ...(found?.AvailabilityZoneMappings ?? []).flatMap(({ AvailabilityZone: zone }) =>
          zone === undefined ? [] : [zone],
        ),
      ],
      /** Zones in which it has something to inspect with, and the VPC endpoint there that routes lead to. */
      endpoints: Object.entries(status?.SyncStates ?? {}).map(([zone, { Attachment }]) => ({
        zone,
        endpoint: Attachment?.EndpointId,
      })),
    }),
  }),
  /** What it logs; one without any logging has no configuration. */
  logging: facet.call('DescribeLoggingConfiguration', {
    input: ({ arn }) => ({ FirewallArn: arn }),
    keep: ({ LoggingConfiguration }) => ({
      // One that logs nothing is answered without: https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_DescribeLoggingConfiguration.html
      logs: (LoggingConfiguration?.LogDestinationConfigs ?? []).map(({ LogType, LogDestinationType }) => ({
        type: LogType,
        to: LogDestinationType,
      })),
    }),
  }),
}));

/** What encrypts its rules and state: https://docs.aws.amazon.com/network-firewall/latest/developerguide/kms-encryption-at-rest.html. AWS's own key is the default, and named. */
export const firewallEncryption = {
  at: 'details.key.type',
  is: { AWS_OWNED_KMS_KEY: 'aws', CUSTOMER_KMS: 'kms' },
  unsaid: undefined,
  key: 'details.key.id',
  what: 'its data',
} as const;
