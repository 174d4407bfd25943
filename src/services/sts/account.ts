import { lacking } from '../../partitions/partitions.ts';
import { resource } from '../../inventory/resource.ts';
import { recentEvents } from '../cloudtrail/recent-events.ts';
import { cloudtrail } from '../cloudtrail/service.ts';
import { globalRequest } from './global-endpoint.ts';
import { issuedBy } from './issued.ts';
import { sts } from './service.ts';

/** Use of STS in a region. */
export const stsRegion = resource(sts, 'AWS::::Account', {
  calls: [],
  scope: 'region',
  singleton: true,
  async *list({ account, region }) {
    yield { id: account, name: `STS in ${region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:sts:${region}:${id}:settings`,
}).facets((facet) => ({
  /**
   * Requests to the global endpoint that this region served. They are all recorded in us-east-1, so its history is read
   * once for all regions. Null in partitions without a global endpoint.
   */
  globalEndpoint: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    often: { LookupEvents: 'once in the account' },
    async read(api) {
      if (lacking(api.partition, 'STS global endpoint') !== undefined) return null;
      const home = api.in('us-east-1');
      const { events, complete, readBackTo } = await home.once('sts-global-endpoint', () =>
        recentEvents(home, { key: 'EventSource', value: 'sts.amazonaws.com' }, globalRequest),
      );
      return {
        times: events.flatMap(({ at, servedIn }) => (servedIn === api.region ? [at] : [])),
        complete,
        readBackTo,
      };
    },
  }),
  /** Sessions that users ask for themselves, up to 36 hours. */
  sessionTokens: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    often: { LookupEvents: 'apart' },
    read: (api) => issuedBy(api, 'GetSessionToken'),
  }),
  /** Credentials that users hand on to others, up to 36 hours. */
  federationTokens: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    often: { LookupEvents: 'apart' },
    read: (api) => issuedBy(api, 'GetFederationToken'),
  }),
  /** Sessions as the root user of member accounts, which the management account and who it delegates that to may have. */
  rootSessions: facet.from(cloudtrail, {
    calls: ['LookupEvents'],
    often: { LookupEvents: 'apart' },
    read: (api) => issuedBy(api, 'AssumeRoot'),
  }),
}));
