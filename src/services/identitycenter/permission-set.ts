import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { documentOf } from '../../text/policy-document.ts';
import { iam } from '../iam/service.ts';
import type { IamSdk } from '../iam/service.ts';
import { accountsWith, administrators, describedSet, permissionSetsOf } from './instances.ts';
import { identitycenter } from './service.ts';

/** A managed policy of AWS, with the text of its default version. */
const awsPolicy = (api: Api<IamSdk, 'GetPolicy' | 'GetPolicyVersion'>, arn: string): Promise<unknown> =>
  api.once(arn, async () => {
    const { Policy } = await api.call('GetPolicy', { PolicyArn: arn });
    const version = Policy?.DefaultVersionId;
    if (version === undefined) throw new Error(`IAM does not say which version of ${arn} is in force`);
    const { PolicyVersion } = await api.call('GetPolicyVersion', { PolicyArn: arn, VersionId: version });
    return documentOf(PolicyVersion?.Document);
  });

/** A customer managed policy that each account has for itself under this name. */
export interface PolicyReference {
  readonly name: string;
  /** `/` unless it says otherwise. */
  readonly path: string;
}

const referenceOf = ({ Name = '', Path = '/' }: { Name?: string | undefined; Path?: string | undefined }) => ({
  name: Name,
  path: Path,
});

/** A permission set of an instance that the account may read: what it becomes in accounts are roles, which IAM shows there. */
export const permissionSet = resource(identitycenter, 'AWS::SSO::PermissionSet', {
  calls: ['ListInstances', 'DescribeInstance', 'ListPermissionSets'],
  often: { DescribeInstance: 'per instance of the account', ListPermissionSets: 'per instance of the account' },
  first: administrators,
  async *list(api, administrators) {
    for (const { arn, instance } of await permissionSetsOf(api, administrators))
      yield { id: arn.slice(arn.lastIndexOf('/') + 1), arn, instance };
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html'],
})
  .facets((facet) => ({
    /** Its name, and how long a session lasts (ISO 8601, `PT8H`). */
    described: facet({
      calls: ['DescribePermissionSet'],
      read: (api, { arn, instance }) => describedSet(api, { arn, instance }),
    }),
    /** The accounts in which it is provisioned. */
    accounts: facet({
      calls: ['ListAccountsForProvisionedPermissionSet'],
      read: (api, { arn, instance }) => accountsWith(api, { arn, instance }),
    }),
    /** Managed policies of AWS. */
    awsPolicies: facet({
      calls: ['ListManagedPoliciesInPermissionSet'],
      async read(api, { arn, instance }) {
        const found = [];
        const asked = { InstanceArn: instance, PermissionSetArn: arn };
        for await (const page of api.pages('ListManagedPoliciesInPermissionSet', asked))
          for (const { Name, Arn } of page.AttachedManagedPolicies ?? [])
            if (Arn !== undefined) found.push({ name: Name ?? Arn, arn: Arn });
        return found;
      },
    }),
    /** Managed policies of the customer, which each account has for itself. */
    ownPolicies: facet({
      calls: ['ListCustomerManagedPolicyReferencesInPermissionSet'],
      async read(api, { arn, instance }): Promise<readonly PolicyReference[]> {
        const found: PolicyReference[] = [];
        const asked = { InstanceArn: instance, PermissionSetArn: arn };
        for await (const page of api.pages('ListCustomerManagedPolicyReferencesInPermissionSet', asked))
          found.push(...(page.CustomerManagedPolicyReferences ?? []).map(referenceOf));
        return found;
      },
    }),
    /** As plain JSON; undefined: it has none. */
    inline: facet({
      calls: ['GetInlinePolicyForPermissionSet'],
      async read(api, { arn, instance }): Promise<unknown> {
        const { InlinePolicy } = await api.call('GetInlinePolicyForPermissionSet', {
          InstanceArn: instance,
          PermissionSetArn: arn,
        });
        return InlinePolicy === '' ? undefined : documentOf(InlinePolicy);
      },
    }),
    /** A policy of AWS by its ARN, or one that each account has for itself; absent: it has no boundary. */
    boundary: facet({
      calls: ['GetPermissionsBoundaryForPermissionSet'],
      absentOn: ['ResourceNotFoundException'],
      async read(api, { arn, instance }): Promise<{ readonly arn: string } | PolicyReference> {
        const { PermissionsBoundary } = await api.call('GetPermissionsBoundaryForPermissionSet', {
          InstanceArn: instance,
          PermissionSetArn: arn,
        });
        const { ManagedPolicyArn, CustomerManagedPolicyReference } = PermissionsBoundary ?? {};
        if (ManagedPolicyArn !== undefined) return { arn: ManagedPolicyArn };
        if (CustomerManagedPolicyReference === undefined)
          throw new Error('the permissions boundary came without a policy');
        return referenceOf(CustomerManagedPolicyReference);
      },
    }),
  }))
  .facets((facet) => ({
    /** The texts of AWS's policies that it has, its boundary included, by ARN. */
    awsDocuments: facet.from(iam, {
      calls: ['GetPolicy', 'GetPolicyVersion'],
      often: {
        GetPolicy: 'per managed policy of AWS in permission sets',
        GetPolicyVersion: 'per managed policy of AWS in permission sets',
      },
      after: ['awsPolicies', 'boundary'],
      async read(api, _, { awsPolicies, boundary }): Promise<Readonly<Record<string, unknown>>> {
        const arns = awsPolicies.map(({ arn }) => arn);
        if (boundary !== undefined && 'arn' in boundary) arns.push(boundary.arn);
        const documents: Record<string, unknown> = {};
        for (const arn of arns) documents[arn] = await awsPolicy(api, arn);
        return documents;
      },
    }),
  }));
