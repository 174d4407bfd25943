import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { arnAccount } from '../../text/arn.ts';
import { managersRuleOf, ruleOf, type WafRule } from './rules.ts';
import { perScope, scopesOf, type Scope } from './scope.ts';
import { wafv2 } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-wafv2');

/** Most that a list gives at once. */
const Limit = 100;

/** Who set logging up: the account, Security Lake, or a telemetry rule of CloudWatch. One list tells one of them. */
const logScopes = ['CUSTOMER', 'SECURITY_LAKE', 'CLOUDWATCH_TELEMETRY_RULE_MANAGED'] as const;

/** Where web ACLs log to, by their ARN: asked once for a scope. */
const loggingOf = (api: Api<Sdk, 'ListLoggingConfigurations'>, Scope: Scope, LogScope: (typeof logScopes)[number]) =>
  api.once(`logging ${Scope} ${LogScope}`, async () => {
    const found = new Map<string, readonly string[]>();
    const pages = everyPage(
      (NextMarker: string | undefined) => api.call('ListLoggingConfigurations', { Scope, LogScope, Limit, NextMarker }),
      (page) => page.NextMarker,
    );
    for await (const { LoggingConfigurations } of pages)
      for (const { ResourceArn, LogDestinationConfigs } of LoggingConfigurations ?? [])
        if (ResourceArn !== undefined) found.set(ResourceArn, LogDestinationConfigs ?? []);
    return found;
  });

/** Versions of a managed rule group that are not on their way out. */
const versionsOf = (
  api: Api<Sdk, 'ListAvailableManagedRuleGroupVersions'>,
  Scope: Scope,
  VendorName: string,
  Name: string,
) =>
  api.once(`versions ${Scope} ${VendorName}/${Name}`, async () => {
    const names = new Set<string>();
    let current: string | undefined;
    const pages = everyPage(
      (NextMarker: string | undefined) =>
        api.call('ListAvailableManagedRuleGroupVersions', { VendorName, Name, Scope, Limit, NextMarker }),
      (page) => page.NextMarker,
    );
    for await (const page of pages) {
      for (const version of page.Versions ?? []) if (version.Name !== undefined) names.add(version.Name);
      current ??= page.CurrentDefaultVersion;
    }
    return { names, current };
  });

/** A web ACL: regional, or for CloudFront and then in us-east-1. */
export const webAcl = resource(wafv2, 'AWS::WAFv2::WebACL', {
  calls: ['ListWebACLs'],
  often: { ListWebACLs: perScope },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html'],
  async *list(api) {
    for (const scope of scopesOf(api.region)) {
      const pages = everyPage(
        (NextMarker: string | undefined) => api.call('ListWebACLs', { Scope: scope, Limit, NextMarker }),
        (page) => page.NextMarker,
      );
      for await (const { WebACLs } of pages)
        for (const { Id, Name, ARN } of WebACLs ?? [])
          if (Id !== undefined && Name !== undefined && ARN !== undefined)
            yield { id: Id, name: Name, arn: ARN, scope };
    }
  },
  label: ({ name }) => `Web ACL ${name}`,
})
  .facets((facet) => ({
    details: facet.call('GetWebACL', {
      input: ({ id, name, scope }) => ({ Id: id, Name: name, Scope: scope }),
      keep: ({ WebACL: found }) => ({
        /** What happens to a request that no rule ends. */
        default:
          found?.DefaultAction?.Block !== undefined
            ? ('block' as const)
            : found?.DefaultAction?.Allow !== undefined
              ? ('allow' as const)
              : undefined,
        metrics: found?.VisibilityConfig?.CloudWatchMetricsEnabled,
        /** Firewall Manager made it, and alone may change its groups. */
        managed: found?.ManagedByFirewallManager === true,
        /** In the order in which they are asked. */
        rules: inOrder([
          ...(found?.PreProcessFirewallManagerRuleGroups ?? []).map((one) => managersRuleOf(one, 'first')),
          ...(found?.Rules ?? []).map(ruleOf),
          ...(found?.PostProcessFirewallManagerRuleGroups ?? []).map((one) => managersRuleOf(one, 'last')),
        ]),
      }),
    }),
    /** Where it logs to; undefined where nobody has set up that it logs. */
    logging: facet({
      calls: ['ListLoggingConfigurations'],
      often: { ListLoggingConfigurations: 'per scope, and again for others than the account where that has none' },
      async read(api, { arn, scope }) {
        for (const by of logScopes) {
          const destinations = (await loggingOf(api, scope, by)).get(arn);
          if (destinations !== undefined) return { by, destinations };
        }
        return { by: 'NOBODY' as const, destinations: [] };
      },
    }),
    /**
     * ARNs of the Application Load Balancers in front of which it stands; none of one for CloudFront.
     */
    loadBalancers: facet({
      calls: ['ListResourcesForWebACL'],
      async read(api, { arn, scope }) {
        if (scope === 'CLOUDFRONT') return [];
        const { ResourceArns } = await api.call('ListResourcesForWebACL', {
          WebACLArn: arn,
          ResourceType: 'APPLICATION_LOAD_BALANCER',
        });
        // Each answer has the list: https://docs.aws.amazon.com/waf/latest/APIReference/API_ListResourcesForWebACL.html
        return ResourceArns ?? [];
      },
    }),
    /** ARNs of the user pools of Cognito in front of which it stands; none of one for CloudFront. */
    userPools: facet({
      calls: ['ListResourcesForWebACL'],
      // That of load balancers is another call.
      often: { ListResourcesForWebACL: 'per web ACL, for user pools' },
      async read(api, { arn, scope }) {
        if (scope === 'CLOUDFRONT') return [];
        const ResourceType = 'COGNITO_USER_POOL';
        const { ResourceArns } = await api.call('ListResourcesForWebACL', { WebACLArn: arn, ResourceType });
        // As above, each answer has the list.
        return ResourceArns ?? [];
      },
    }),
  }))
  .facets((facet) => ({
    /** Rules of the account's own rule groups, by the group's ARN; those of others are not the account's to read. */
    groups: facet({
      calls: ['GetRuleGroup'],
      often: { GetRuleGroup: 'per rule group of the account' },
      after: ['details'],
      async read(api, _item, { details }): Promise<Readonly<Record<string, readonly WafRule[]>>> {
        const own = details.rules.flatMap(({ group }) =>
          group !== undefined && arnAccount(group) === api.account ? [group] : [],
        );
        return Object.fromEntries(
          await Promise.all(
            [...new Set(own)].map(
              async (arn) =>
                [
                  arn,
                  await api.once(`rule group ${arn}`, async () =>
                    inOrder(((await api.call('GetRuleGroup', { ARN: arn })).RuleGroup?.Rules ?? []).map(ruleOf)),
                  ),
                ] as const,
            ),
          ),
        );
      },
    }),
    /**
     * Managed groups whose version is named. A version that its vendor lets expire is listed no more, from the day on which that
     * is announced: https://docs.aws.amazon.com/waf/latest/APIReference/API_UpdateManagedRuleSetVersionExpiryDate.html
     */
    versions: facet({
      calls: ['ListAvailableManagedRuleGroupVersions'],
      often: { ListAvailableManagedRuleGroupVersions: 'per managed rule group of a named version' },
      after: ['details'],
      read: (api, { scope }, { details }) =>
        Promise.all(
          details.rules.flatMap(({ managed }) => {
            if (managed?.version === undefined || managed.vendor === undefined || managed.name === undefined) return [];
            const { vendor, name, version } = managed;
            return [
              versionsOf(api, scope, vendor, name).then(({ names, current }) => ({
                group: `${vendor}/${name}`,
                version,
                listed: names.has(version),
                current,
              })),
            ];
          }),
        ),
    }),
  }));

const places = { first: 0, own: 1, last: 2 } as const;

/** In the order in which they are asked: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html */
function inOrder(rules: readonly WafRule[]): readonly WafRule[] {
  return rules.toSorted((a, b) => places[a.place] - places[b.place] || (a.priority ?? 0) - (b.priority ?? 0));
}
