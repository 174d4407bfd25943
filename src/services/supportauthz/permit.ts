import { resource } from '../../inventory/resource.ts';
import { supportauthz } from './service.ts';

/** What lets people of AWS Support look at the data of the account's services in a region. */
export const supportPermit = resource(supportauthz, 'AWS::SupportAuthZ::SupportPermit', {
  calls: ['ListSupportPermits'],
  resumable: 'ListSupportPermits',
  narrows: { ListSupportPermits: { supportPermitStatuses: 'unless given' } },
  async *list(api) {
    for await (const { supportPermits } of api.pages('ListSupportPermits', { maxResults: 100 })) {
      for (const { name, arn, permit, status } of supportPermits ?? []) {
        if (arn === undefined) continue;
        const { actions, resources, conditions } = permit ?? {};
        const bound = (which: 'allowAfter' | 'allowBefore') =>
          // a permit without conditions has no end: https://docs.aws.amazon.com/awssupport/latest/user/support-authorization-concepts.html
          (conditions ?? []).flatMap((one) => one[which]?.toISOString() ?? []).sort();
        yield {
          id: arn.slice(arn.lastIndexOf('/') + 1),
          arn,
          name,
          /** `ACTIVE`, `INACTIVE` or `DELETING`. */
          status,
          /** Undefined: of a kind that is not known here. */
          actions: actions?.allActions !== undefined ? ('all' as const) : actions?.actions,
          resources: resources?.allResourcesInRegion !== undefined ? ('all' as const) : resources?.resources,
          /** ISO 8601; the latest of several, where it begins. */
          begins: bound('allowAfter').at(-1),
          /** The earliest of several. */
          ends: bound('allowBefore')[0],
        };
      }
    }
  },
  label: ({ name, id }) => `Support permit ${name ?? id}`,
  references: ['https://docs.aws.amazon.com/awssupport/latest/user/support-authorization-concepts.html'],
});
