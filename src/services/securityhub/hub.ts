import { resource } from '../../inventory/resource.ts';
import { securityhub } from './service.ts';

/** Security Hub (CSPM) of a region: one item even where it is not enabled. */
export const hub = resource(securityhub, 'AWS::SecurityHub::Hub', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Security Hub in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:securityhub:${region}:${id}:hub/default`,
})
  .facets((facet) => ({
    /**
     * Absent where Security Hub is not enabled. It says so with `InvalidAccessException`; a caller without permission
     * gets `AccessDeniedException`, like everywhere
     * (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeHub.html).
     */
    details: facet.call('DescribeHub', {
      absentOn: ['InvalidAccessException', 'ResourceNotFoundException'],
      keep: ({ SubscribedAt, AutoEnableControls }) => ({
        subscribedAt: SubscribedAt,
        autoEnableControls: AutoEnableControls,
      }),
    }),
  }))
  .facets((facet) => ({
    /**
     * The other Security Hub, which is subscribed to apart; absent where it is not
     * (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DescribeSecurityHubV2.html).
     */
    v2: facet.call('DescribeSecurityHubV2', {
      absentOn: ['ResourceNotFoundException'],
      keep: ({ HubV2Arn, SubscribedAt }) => ({ arn: HubV2Arn, subscribedAt: SubscribedAt }),
    }),
    /** Enabled standards; none, and not asked for, where there is no hub. */
    standards: facet({
      calls: ['GetEnabledStandards'],
      after: ['details'],
      async read(api, _item, { details }) {
        const standards: { arn: string | undefined; status: string | undefined }[] = [];
        if (details === undefined) return standards;
        for await (const page of api.pages('GetEnabledStandards')) {
          for (const { StandardsArn, StandardsStatus } of page.StandardsSubscriptions ?? [])
            standards.push({ arn: StandardsArn, status: StandardsStatus });
        }
        return standards;
      },
    }),
    /** ARNs of the products whose findings are taken in; none, and not asked for, where there is no hub. */
    products: facet({
      calls: ['ListEnabledProductsForImport'],
      after: ['details'],
      async read(api, _item, { details }) {
        const products: string[] = [];
        if (details === undefined) return products;
        for await (const page of api.pages('ListEnabledProductsForImport'))
          products.push(...(page.ProductSubscriptions ?? []));
        return products;
      },
    }),
  }));
