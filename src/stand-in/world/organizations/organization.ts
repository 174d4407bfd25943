import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

const management = '210987654321';
const root = 'r-exam';
const unit = 'ou-exam-11111111';
const arn = (rest: string): string => `arn:aws:organizations::${management}:${rest}`;
const member = { Id: account, Name: 'security', Arn: arn(`account/o-example/${account}`) };

interface Policy {
  readonly Type: string;
  readonly Id: string;
  readonly Name: string;
  readonly targets: readonly string[];
  readonly document: object;
}

/** The policies and the targets each is attached to. */
const policies: readonly Policy[] = [
  {
    Type: 'SERVICE_CONTROL_POLICY',
    Id: 'p-FullAWSAccess',
    Name: 'FullAWSAccess',
    targets: [root, unit, account],
    document: { Effect: 'Allow', Action: '*', Resource: '*' },
  },
  {
    Type: 'SERVICE_CONTROL_POLICY',
    Id: 'p-leave0000',
    Name: 'nobody-leaves',
    targets: [unit],
    document: { Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
  },
  {
    Type: 'RESOURCE_CONTROL_POLICY',
    Id: 'p-RCPFullAWSAccess',
    Name: 'RCPFullAWSAccess',
    targets: [root, unit, account],
    document: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
  },
];
const summaryOf = ({ Id, Type, Name }: Policy): object => ({ Id, Name, Type, AwsManaged: false });

/**
 * The account is a member that administers services for its organization: such an account is bound by control policies and is
 * told what they are.
 */
export default answers('organizations', {
  DescribeOrganization: {
    Organization: {
      Id: 'o-example',
      Arn: arn('organization/o-example'),
      FeatureSet: 'ALL',
      MasterAccountId: management,
      MasterAccountArn: arn(`account/o-example/${management}`),
    },
  },
  ListDelegatedAdministrators: { DelegatedAdministrators: [member] },
  ListAccounts: { Accounts: [{ ...member, Status: 'ACTIVE' }] },
  ListRoots: {
    Roots: [
      {
        Id: root,
        Arn: arn(`root/o-example/${root}`),
        Name: 'Root',
        PolicyTypes: [...new Set(policies.map(({ Type }) => Type))].map((Type) => ({ Type, Status: 'ENABLED' })),
      },
    ],
  },
  ListParents: ({ input }) => ({
    Parents: [input['ChildId'] === account ? { Id: unit, Type: 'ORGANIZATIONAL_UNIT' } : { Id: root, Type: 'ROOT' }],
  }),
  ListPoliciesForTarget: ({ input }) => ({
    Policies: policies
      .filter(({ Type, targets }) => Type === input['Filter'] && targets.includes(String(input['TargetId'])))
      .map(summaryOf),
  }),
  DescribePolicy: ({ input }) => {
    const found = policies.find(({ Id }) => Id === input['PolicyId']);
    if (found === undefined) throw new Error(`no policy ${String(input['PolicyId'])}`);
    const Content = JSON.stringify({ Version: '2012-10-17', Statement: [found.document] });
    return { Policy: { PolicySummary: summaryOf(found), Content } };
  },
});
