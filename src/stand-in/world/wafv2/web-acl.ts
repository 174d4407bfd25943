import { answers } from '../../answers.ts';
import { account, mainRegion, otherAccount } from '../../facts.ts';

const arn = (region: string, scope: string, rest: string, owner = account) =>
  `arn:aws:wafv2:${region}:${owner}:${scope === 'CLOUDFRONT' ? 'global' : 'regional'}/${rest}`;
const visible = (MetricName: string, CloudWatchMetricsEnabled: boolean) => ({
  SampledRequestsEnabled: true,
  CloudWatchMetricsEnabled,
  MetricName,
});
const managed = (Priority: number, Name: string, Version?: string) => ({
  Name,
  Priority,
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name, ...(Version === undefined ? {} : { Version }) } },
  OverrideAction: { None: {} },
  VisibilityConfig: visible(Name, true),
});
const groupArn = (region: string) => arn(region, 'REGIONAL', 'rulegroup/partners/00000000-0000-4000-8000-0000000000b1');

/** `shop` is as it should be; `legacy` lets partners in before anything is looked at, and logs nothing; CloudFront has `cdn`, without rules. */
const acls = (region: string, scope: unknown): readonly [name: string, id: string][] =>
  scope === 'CLOUDFRONT'
    ? [['cdn', '00000000-0000-4000-8000-0000000000a3']]
    : region === mainRegion
      ? [
          ['shop', '00000000-0000-4000-8000-0000000000a1'],
          ['legacy', '00000000-0000-4000-8000-0000000000a2'],
        ]
      : [['office', '00000000-0000-4000-8000-0000000000a4']];

const aclArn = (region: string, scope: unknown, [name, id]: readonly [string, string]) =>
  arn(region, String(scope), `webacl/${name}/${id}`);

const rulesOf = (region: string, name: unknown) =>
  name === 'legacy'
    ? [
        {
          Name: 'partners',
          Priority: 0,
          Statement: { RuleGroupReferenceStatement: { ARN: groupArn(region) } },
          OverrideAction: { None: {} },
          VisibilityConfig: visible('partners', true),
        },
        {
          Name: 'not-the-office',
          Priority: 1,
          Statement: {
            NotStatement: {
              Statement: {
                IPSetReferenceStatement: {
                  ARN: arn(region, 'REGIONAL', 'ipset/wide/00000000-0000-4000-8000-0000000000c2'),
                },
              },
            },
          },
          Action: { Count: {} },
          VisibilityConfig: visible('office', false),
        },
        managed(2, 'AWSManagedRulesSQLiRuleSet', 'Version_1.0'),
      ]
    : name === 'cdn'
      ? []
      : [
          managed(0, 'AWSManagedRulesCommonRuleSet'),
          managed(1, 'AWSManagedRulesKnownBadInputsRuleSet', 'Version_1.22'),
          {
            Name: 'too-many',
            Priority: 2,
            Statement: { RateBasedStatement: { Limit: 1000, AggregateKeyType: 'IP' } },
            Action: { Block: {} },
            VisibilityConfig: visible('too-many', true),
          },
        ];

export default answers(
  'wafv2',
  {
    ListWebACLs: ({ region, input }) => ({
      WebACLs: acls(region, input['Scope']).map((one) => ({
        Name: one[0],
        Id: one[1],
        ARN: aclArn(region, input['Scope'], one),
        LockToken: '00000000-0000-4000-8000-0000000000d1',
      })),
    }),
    GetWebACL: ({ region, input: { Name, Id, Scope } }) => ({
      WebACL: {
        Name,
        Id,
        ARN: aclArn(region, Scope, [String(Name), String(Id)]),
        DefaultAction: Name === 'office' ? { Block: {} } : { Allow: {} },
        Rules: rulesOf(region, Name),
        VisibilityConfig: visible(String(Name), Name !== 'cdn'),
        Capacity: 900,
        PostProcessFirewallManagerRuleGroups:
          Name === 'shop'
            ? [
                {
                  Name: 'everywhere',
                  Priority: 0,
                  FirewallManagerStatement: {
                    RuleGroupReferenceStatement: {
                      ARN: arn(
                        region,
                        'REGIONAL',
                        'rulegroup/everywhere/00000000-0000-4000-8000-0000000000b2',
                        otherAccount,
                      ),
                    },
                  },
                  OverrideAction: { None: {} },
                  VisibilityConfig: visible('everywhere', true),
                },
              ]
            : [],
      },
      LockToken: '00000000-0000-4000-8000-0000000000d1',
    }),
    ListLoggingConfigurations: ({ region, input: { Scope, LogScope } }) => ({
      LoggingConfigurations: acls(region, Scope)
        .filter(([name]) =>
          LogScope === 'SECURITY_LAKE' ? name === 'office' : LogScope === 'CUSTOMER' && name === 'shop',
        )
        .map((one) => ({
          ResourceArn: aclArn(region, Scope, one),
          LogDestinationConfigs: [`arn:aws:logs:${region}:${account}:log-group:aws-waf-logs-${one[0]}`],
          LogScope,
        })),
    }),
    ListResourcesForWebACL: ({ region, input: { WebACLArn, ResourceType } }) => ({
      ResourceArns: !String(WebACLArn).includes('/shop/')
        ? []
        : ResourceType === 'COGNITO_USER_POOL'
          ? [`arn:aws:cognito-idp:${region}:${account}:userpool/us-east-1_customers`]
          : [`arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/web/50dc6c495c0c9188`],
    }),
    GetRuleGroup: ({ region }) => ({
      RuleGroup: {
        Name: 'partners',
        Id: '00000000-0000-4000-8000-0000000000b1',
        ARN: groupArn(region),
        Capacity: 10,
        Rules: [
          {
            Name: 'their-networks',
            Priority: 0,
            Statement: {
              IPSetReferenceStatement: {
                ARN: arn(region, 'REGIONAL', 'ipset/partners/00000000-0000-4000-8000-0000000000c1'),
              },
            },
            Action: { Allow: {} },
            VisibilityConfig: visible('their-networks', true),
          },
        ],
        VisibilityConfig: visible('partners', true),
      },
      LockToken: '00000000-0000-4000-8000-0000000000d1',
    }),
    ListAvailableManagedRuleGroupVersions: {
      Versions: [{ Name: 'Version_1.21' }, { Name: 'Version_1.22' }],
      CurrentDefaultVersion: 'Version_1.22',
    },
  },
  { 'AWS::WAFv2::WebACL': '00000000-0000-4000-8000-0000000000a1' },
);
