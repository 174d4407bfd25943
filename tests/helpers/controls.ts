import type { UnreadReason } from '../../src/engine/check.ts';
import type { ControlPolicies } from '../../src/services/organizations/control-policies.ts';

/** AWS's own policies, as `DescribePolicy` gives them. */
const full = {
  SERVICE_CONTROL_POLICY: {
    id: 'p-FullAWSAccess',
    name: 'FullAWSAccess',
    document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  },
  RESOURCE_CONTROL_POLICY: {
    id: 'p-RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    document: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
  },
} as const;

/** A root and an account below it, both with AWS's own policy; these policies are attached to the root besides. */
export const controls = (
  type: keyof typeof full,
  policies: Readonly<Record<string, readonly object[]>> = {},
): ControlPolicies => ({
  levels: [
    {
      target: 'r-ab12',
      policies: [
        full[type],
        ...Object.entries(policies).map(([name, Statement], at) => ({
          id: `p-own0000${at}`,
          name,
          document: JSON.stringify({ Version: '2012-10-17', Statement }),
        })),
      ],
    },
    { target: '111122223333', policies: [full[type]] },
  ],
});

const id = '111122223333';
export const serviceControls = (policies?: Readonly<Record<string, readonly object[]>>) => ({
  serviceControls: [{ id, serviceControls: controls('SERVICE_CONTROL_POLICY', policies) }],
});
export const resourceControls = (policies?: Readonly<Record<string, readonly object[]>>) => ({
  resourceControls: [{ id, resourceControls: controls('RESOURCE_CONTROL_POLICY', policies) }],
});

/** What a member is told. */
export const notTold: UnreadReason = {
  actions: ['organizations:ListRoots'],
  cause: 'organizations:ListRoots denied: AWS gives no reason (AccessDeniedException)',
};

/**
 * A perimeter: only principals of the organisation, and AWS's services for it, use these actions.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html
 */
export const perimeter = (...Action: string[]) => ({
  Perimeter: [
    {
      Sid: 'OwnIdentities',
      Effect: 'Deny',
      Principal: '*',
      Action,
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-oursoursou' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    },
    {
      Sid: 'OwnServices',
      Effect: 'Deny',
      Principal: '*',
      Action,
      Resource: '*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-oursoursou' },
        Null: { 'aws:SourceAccount': 'false' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      },
    },
  ],
});
