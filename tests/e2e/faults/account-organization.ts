import type { Front } from '../../../src/stand-in/front.ts';
import { account } from './account-facts.ts';

const management = '210987654321';
const root = 'r-exam';
const unit = 'ou-exam-11111111';
const arnOf = (rest: string): string => `arn:aws:organizations::${management}:${rest}`;

/** By type: the policies and the targets each is attached to. */
const policies = {
  SERVICE_CONTROL_POLICY: {
    'p-FullAWSAccess': {
      name: 'FullAWSAccess',
      targets: [root, unit, account],
      document: { Effect: 'Allow', Action: '*', Resource: '*' },
    },
    'p-leave0000': {
      name: 'nobody-leaves',
      targets: [unit],
      document: { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
    },
  },
  RESOURCE_CONTROL_POLICY: {
    'p-RCPFullAWSAccess': {
      name: 'RCPFullAWSAccess',
      targets: [root, unit, account],
      document: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
    },
  },
} as const;

/**
 * Makes the account a member that administers services for its organisation: such an account is bound by control policies
 * and is told what they are.
 */
export function answerOrganization(front: Front): void {
  const answer = (operation: string, body: Parameters<Front['answer']>[1]): void =>
    front.answer({ service: 'organizations', operation }, body);
  answer('DescribeOrganization', {
    Organization: {
      Id: 'o-example',
      Arn: arnOf('organization/o-example'),
      FeatureSet: 'ALL',
      MasterAccountId: management,
      MasterAccountArn: arnOf(`account/o-example/${management}`),
    },
  });
  answer('ListDelegatedAdministrators', {
    DelegatedAdministrators: [{ Id: account, Name: 'security', Arn: arnOf(`account/o-example/${account}`) }],
  });
  answer('ListRoots', {
    Roots: [
      {
        Id: root,
        Arn: arnOf(`root/o-example/${root}`),
        Name: 'Root',
        PolicyTypes: Object.keys(policies).map((Type) => ({ Type, Status: 'ENABLED' })),
      },
    ],
  });
  answer('ListParents', ({ input }) => ({
    Parents: [input['ChildId'] === account ? { Id: unit, Type: 'ORGANIZATIONAL_UNIT' } : { Id: root, Type: 'ROOT' }],
  }));
  const all = Object.entries(policies).flatMap(([Type, byId]) =>
    Object.entries(byId).map(([Id, each]) => ({ Type, Id, ...each, targets: each.targets as readonly string[] })),
  );
  const summaryOf = ({ Id, Type, name }: (typeof all)[number]): object => ({ Id, Name: name, Type, AwsManaged: false });
  answer('ListPoliciesForTarget', ({ input }) => ({
    Policies: all
      .filter(({ Type, targets }) => Type === input['Filter'] && targets.includes(String(input['TargetId'])))
      .map(summaryOf),
  }));
  answer('DescribePolicy', ({ input }) => {
    const found = all.find(({ Id }) => Id === input['PolicyId']);
    if (found === undefined) throw new Error(`no policy ${String(input['PolicyId'])}`);
    const Content = JSON.stringify({ Version: '2012-10-17', Statement: [found.document] });
    return { Policy: { PolicySummary: summaryOf(found), Content } };
  });
  // Told to the management account only: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListOrganizationAdminAccounts.html
  front.error(
    { service: 'guardduty', operation: 'ListOrganizationAdminAccounts' },
    {
      code: 'BadRequestException',
      message: 'The request is rejected because it can only be called by the management account.',
    },
  );
  front.answer(
    { service: 'config-service', operation: 'DescribeConfigurationAggregators', region: 'us-east-1' },
    {
      ConfigurationAggregators: [
        {
          ConfigurationAggregatorName: 'organization',
          ConfigurationAggregatorArn: `arn:aws:config:us-east-1:${account}:config-aggregator/config-aggregator-abcdefgh`,
          OrganizationAggregationSource: { RoleArn: `arn:aws:iam::${account}:role/config`, AllAwsRegions: true },
        },
      ],
    },
  );
}
