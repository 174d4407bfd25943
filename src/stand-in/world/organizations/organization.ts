import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

const management = '210987654321';
const root = 'r-exam';
const unit = 'ou-exam-11111111';
const lone = '345678901234';
const arn = (rest: string): string => `arn:aws:organizations::${management}:${rest}`;
const named = (Id: string, Name: string) => ({ Id, Name, Arn: arn(`account/o-example/${Id}`), State: 'ACTIVE' });
const member = named(account, 'security');
const sandbox = 'ou-exam-22222222';

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
    targets: [root, unit, sandbox, account, management, lone],
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
    targets: [root, unit, sandbox, account, management, lone],
    document: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
  },
  {
    Type: 'DECLARATIVE_POLICY_EC2',
    Id: 'p-ec2base0',
    Name: 'ec2-baseline',
    targets: [unit],
    document: {},
  },
];
/** What of a management policy is in force on the account. */
const inForce: Readonly<Record<string, object>> = {
  DECLARATIVE_POLICY_EC2: {
    ec2_attributes: {
      image_block_public_access: { state: 'block_new_sharing' },
      snapshot_block_public_access: { state: 'block_all_sharing' },
      instance_metadata_defaults: { http_tokens: 'required', http_endpoint: 'enabled' },
      serial_console_access: { status: 'disabled' },
    },
  },
  S3_POLICY: { s3_attributes: { public_access_block_configuration: 'all' } },
};
const summaryOf = ({ Id, Type, Name }: Policy) => ({
  Id,
  Arn: arn(`policy/o-example/${Type.toLowerCase()}/${Id}`),
  Name,
  Type,
  AwsManaged: Id.endsWith('FullAWSAccess'),
});

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
  ListDelegatedServicesForAccount: {
    DelegatedServices: ['config', 'guardduty'].map((name) => ({ ServicePrincipal: `${name}.amazonaws.com` })),
  },
  ListAWSServiceAccessForOrganization: {
    EnabledServicePrincipals: ['config', 'ram', 'sso'].map((name) => ({ ServicePrincipal: `${name}.amazonaws.com` })),
  },
  ListAccounts: { Accounts: [member, named(lone, 'lone'), named(management, 'management')] },
  ListOrganizationalUnitsForParent: ({ input }) => ({
    OrganizationalUnits:
      input['ParentId'] === root
        ? [
            { Id: unit, Arn: arn(`ou/o-example/${unit}`), Name: 'Security' },
            { Id: sandbox, Arn: arn(`ou/o-example/${sandbox}`), Name: 'Sandbox' },
          ]
        : [],
  }),
  ListAccountsForParent: ({ input }) => ({
    Accounts:
      input['ParentId'] === root
        ? [named(management, 'management')]
        : input['ParentId'] === unit
          ? [member]
          : [named(lone, 'lone')],
  }),
  ListPolicies: ({ input }) => ({ Policies: policies.filter(({ Type }) => Type === input['Filter']).map(summaryOf) }),
  ListTargetsForPolicy: ({ input }) => ({
    Targets: policies
      .filter(({ Id }) => Id === input['PolicyId'])
      .flatMap(({ targets }) => targets.map((TargetId) => ({ TargetId }))),
  }),
  DescribeEffectivePolicy: ({ input }) => {
    const PolicyType = String(input['PolicyType']);
    return { EffectivePolicy: { PolicyContent: JSON.stringify(inForce[PolicyType]), TargetId: account, PolicyType } };
  },
  ListAccountsWithInvalidEffectivePolicy: ({ input }) => ({
    Accounts: [named(lone, 'lone')],
    PolicyType: input['PolicyType'],
  }),
  ListEffectivePolicyValidationErrors: ({ input }) => ({
    AccountId: input['AccountId'],
    PolicyType: input['PolicyType'],
    EffectivePolicyValidationErrors: [
      { ErrorCode: 'ELEMENTS_TOO_MANY', ErrorMessage: 'too many', PathToError: 'ec2_attributes' },
    ],
  }),
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
