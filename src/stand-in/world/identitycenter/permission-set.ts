import { answers } from '../../answers.ts';
import { fails } from '../../front.ts';
import { daysAgo, policy } from '../../facts.ts';
import { isOwn } from './instance.ts';

const arnOf = (name: string): string => `arn:aws:sso:::permissionSet/ssoins-1111222233334444/ps-${name}`;
const admin = arnOf('aaaa000000000001');
const reader = arnOf('aaaa000000000002');
const unused = arnOf('aaaa000000000003');
const isAdmin = (input: Readonly<Record<string, unknown>>): boolean => input['PermissionSetArn'] === admin;

/** Permission sets: one with everything for half a day, one that reads notebooks for an hour, and one like it that is in no account. */
export default answers(
  'sso-admin',
  {
    // The organization has sets of its own, none of which is shown here.
    ListPermissionSets: ({ input }) => ({ PermissionSets: isOwn(input) ? [admin, reader, unused] : [] }),
    DescribePermissionSet: ({ input }) => ({
      PermissionSet: {
        Name: isAdmin(input) ? 'NotebookAdmin' : input['PermissionSetArn'] === reader ? 'NotebookReader' : 'Trial',
        PermissionSetArn: String(input['PermissionSetArn']),
        CreatedDate: daysAgo(180),
        SessionDuration: isAdmin(input) ? 'PT12H' : 'PT1H',
      },
    }),
    ListManagedPoliciesInPermissionSet: ({ input }) => ({
      AttachedManagedPolicies: isAdmin(input)
        ? [{ Name: 'AdministratorAccess', Arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }]
        : [],
    }),
    ListCustomerManagedPolicyReferencesInPermissionSet: { CustomerManagedPolicyReferences: [] },
    GetInlinePolicyForPermissionSet: ({ input }) => ({
      InlinePolicy: isAdmin(input)
        ? policy({ Effect: 'Allow', Action: 'sagemaker:*', Resource: '*' })
        : policy({ Effect: 'Allow', Action: 'sagemaker:DescribeNotebookInstance', Resource: '*' }),
    }),
    GetPermissionsBoundaryForPermissionSet: ({ input }) =>
      isAdmin(input)
        ? fails({ code: 'ResourceNotFoundException', status: 400 })
        : { PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
  },
  { 'AWS::SSO::PermissionSet': 'ps-aaaa000000000002' },
);
