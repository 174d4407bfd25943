import { answers, here } from '../../answers.ts';
import { arnOf, idIn, keyArn, mainRegion } from '../../facts.ts';

const arn = (rest: string) => arnOf('network-firewall', rest);
const named = (text: unknown): string => String(text).split('/').at(-1) ?? '';
const token = '00000000-0000-4000-8000-0000000000e1';

/** `egress` is as it should be, `lab` is not. */
export default answers(
  'network-firewall',
  {
    ListFirewalls: here({
      Firewalls: ['egress', 'lab'].map((name) => ({ FirewallName: name, FirewallArn: arn(`firewall/${name}`) })),
    }),
    DescribeFirewall: ({ input: { FirewallArn } }) => {
      const name = named(FirewallArn);
      const good = name === 'egress';
      const zones = good ? ['us-east-1a', 'us-east-1b'] : ['us-east-1a'];
      return {
        UpdateToken: token,
        Firewall: {
          FirewallName: name,
          FirewallArn,
          FirewallId: '00000000-0000-4000-8000-0000000000f1',
          FirewallPolicyArn: arn(`firewall-policy/${name}`),
          VpcId: idIn(mainRegion, 'vpc'),
          SubnetMappings: zones.map((_, at) => ({ SubnetId: idIn(mainRegion, 'subnet', at + 1) })),
          EncryptionConfiguration: good ? { Type: 'CUSTOMER_KMS', KeyId: keyArn } : { Type: 'AWS_OWNED_KMS_KEY' },
          DeleteProtection: good,
          SubnetChangeProtection: good,
          FirewallPolicyChangeProtection: good,
        },
        FirewallStatus: {
          Status: 'READY',
          ConfigurationSyncStateSummary: 'IN_SYNC',
          SyncStates: Object.fromEntries(
            zones.map((zone, at) => [
              zone,
              {
                Attachment: {
                  SubnetId: idIn(mainRegion, 'subnet', at + 1),
                  EndpointId: `vpce-${name}${at}`,
                  Status: 'READY',
                },
              },
            ]),
          ),
        },
      };
    },
    DescribeLoggingConfiguration: ({ input: { FirewallArn } }) => ({
      FirewallArn,
      ...(named(FirewallArn) === 'egress'
        ? {
            LoggingConfiguration: {
              LogDestinationConfigs: [
                { LogType: 'ALERT', LogDestinationType: 'CloudWatchLogs', LogDestination: { logGroup: 'firewall' } },
              ],
            },
          }
        : {}),
    }),
  },
  { 'AWS::NetworkFirewall::Firewall': 'egress' },
);
