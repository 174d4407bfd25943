import { resource } from '../../inventory/resource.ts';
import { detective } from './service.ts';

/**
 * Detective in a region: one item, whether or not it is on there. A behavior graph is the account's own, which then administers it, or
 * another account's that takes this one's data in.
 */
export const detectiveGraphs = resource(detective, 'AWS::Detective::Graph', {
  calls: ['ListGraphs'],
  singleton: true,
  async *list(api) {
    const graphs = [];
    for await (const { GraphList } of api.pages('ListGraphs', { MaxResults: 200 }))
      for (const { Arn } of GraphList ?? []) if (Arn !== undefined) graphs.push(Arn);
    yield { id: api.account, name: `Detective in ${api.region}`, graphs };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:detective:${region}:${id}:graph`,
  references: ['https://docs.aws.amazon.com/detective/latest/userguide/what-is-detective.html'],
}).facets((facet) => ({
  /**
   * Graphs of other accounts: those that the account is in, and those that it was only invited to
   * (https://docs.aws.amazon.com/detective/latest/APIReference/API_ListInvitations.html).
   */
  memberships: facet({
    calls: ['ListInvitations'],
    async read(api) {
      const found = [];
      for await (const { Invitations } of api.pages('ListInvitations', { MaxResults: 200 }))
        for (const { GraphArn, AdministratorId, Status, DisabledReason } of Invitations ?? [])
          found.push({ graph: GraphArn, administrator: AdministratorId, status: Status, reason: DisabledReason });
      return found;
    },
  }),
}));
