import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { route53resolver } from '../route53resolver/service.ts';
import { ec2 } from './service.ts';
import { labelOf, ofOwner, tagged } from './tags.ts';

/** A VPC. Those that another account shares are listed too: see `ownerId`. */
export const vpc = listed(ec2, 'AWS::EC2::VPC', 'DescribeVpcs', {
  at: 'Vpcs',
  input: { MaxResults: 1000 },
  narrows: { Filters: 'unless given', VpcIds: 'unless given' },
  id: ({ VpcId }) => VpcId,
  keep: {
    ...tagged,
    ownerId: 'OwnerId',
    isDefault: 'IsDefault',
  },
  arn: ofOwner('vpc'),
  label: labelOf,
}).facets((facet) => ({
  /**
   * Whether the resolver of the VPC validates DNSSEC. It is off until somebody turns it on, and only then there is a configuration:
   * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dnssec-validation.html
   */
  dnssec: facet.from(route53resolver, {
    calls: ['ListResolverDnssecConfigs'],
    often: { ListResolverDnssecConfigs: 'once' },
    read: async (api, { id }) => ({ validation: (await validationOf(api)).get(id) ?? ('NEVER_ENABLED' as const) }),
  }),
}));

/** Of each VPC that has a configuration: asked once per region. */
const validationOf = (api: Api<typeof import('../route53resolver/client.ts'), 'ListResolverDnssecConfigs'>) =>
  api.once('dnssec validation', async () => {
    const found = new Map<string, ReturnType<typeof statusOf>>();
    for await (const { ResolverDnssecConfigs } of api.pages('ListResolverDnssecConfigs', { MaxResults: 100 }))
      for (const { ResourceId, ValidationStatus } of ResolverDnssecConfigs ?? [])
        if (ResourceId !== undefined) found.set(ResourceId, statusOf(ValidationStatus));
    return found;
  });

const statuses = [
  'ENABLING',
  'ENABLED',
  'DISABLING',
  'DISABLED',
  'UPDATING_TO_USE_LOCAL_RESOURCE_SETTING',
  'USE_LOCAL_RESOURCE_SETTING',
] as const;
const statusOf = (status: string | undefined) => statuses.find((one) => one === status) ?? ('OTHER' as const);
