import { parseDocument } from '../../text/policy-document.ts';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { describedPolicy } from './control-policies.ts';
import { notTold, organizationDetails } from './organization.ts';
import { organizations } from './service.ts';
import { rootsOf } from './tree.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');
type PolicyType = import('@aws-sdk/client-organizations').PolicyType;

/** The types that are on for the root, or being turned on or off: `ListPolicies` takes one at a time. */
async function typesOn(api: Api<Sdk, 'ListRoots'>): Promise<readonly PolicyType[]> {
  const roots = await rootsOf(api);
  // What AWS calls them is what it takes.
  return [...new Set(roots.flatMap(({ types }) => Object.keys(types)))].sort() as PolicyType[];
}

/** Several lists in one: a page's token would not say of which it is, so that they are read as a whole. */
const policiesOf = (api: Api<Sdk, 'ListRoots' | 'ListPolicies'>) =>
  api.once('policies', async () => {
    const lists = (await typesOn(api)).map(async (type) => {
      const own = [];
      for await (const page of api.pages('ListPolicies', { Filter: type })) {
        for (const { Id, Arn, Name, AwsManaged } of page.Policies ?? [])
          if (Id !== undefined) own.push({ id: Id, arn: Arn, name: Name, policyType: type, awsManaged: AwsManaged });
      }
      return own;
    });
    return (await Promise.all(lists)).flat();
  });

/**
 * Policies of the types that the organisation has turned on, whether attached or not. Told to the management account and to
 * delegated administrators; elsewhere there are none.
 */
export const organizationPolicy = resource(organizations, 'AWS::Organizations::Policy', {
  calls: ['DescribeOrganization', 'ListRoots', 'ListPolicies'],
  often: { ListPolicies: 'per type of policy that is turned on' },
  noneOn: notTold,
  async *list(api) {
    await organizationDetails(api);
    yield* await policiesOf(api);
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:organizations::${account}:policy/${id}`,
}).facets((facet) => ({
  /** Plain JSON; undefined where what came is none. */
  document: facet({
    calls: ['DescribePolicy'],
    async read(api, { id }) {
      const parsed = parseDocument((await describedPolicy(api, id)).document);
      return parsed.ok ? parsed.json : undefined;
    },
  }),
  /** Ids of the roots, units and accounts to which it is attached. */
  targets: facet({
    calls: ['ListTargetsForPolicy'],
    async read(api, { id }) {
      const targets: string[] = [];
      for await (const page of api.pages('ListTargetsForPolicy', { PolicyId: id })) {
        for (const { TargetId } of page.Targets ?? []) if (TargetId !== undefined) targets.push(TargetId);
      }
      return targets;
    },
  }),
}));
