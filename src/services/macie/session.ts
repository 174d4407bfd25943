import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { macie } from './service.ts';

/** Stop counting findings here: one is enough to fail, and the console shows the rest. */
const countedFindings = 500;

/** Macie says that it is off by the same code as that one may not ask: the message alone tells, and every other stays a denial. */
export const off = 'AccessDeniedException: Macie is not enabled';

/** Macie in a region: one item, whether or not it is on there. */
export const macieSession = resource(macie, 'AWS::Macie::Session', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Macie in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:macie2:${region}:${id}:session`,
  references: ['https://docs.aws.amazon.com/macie/latest/user/what-is-macie.html'],
})
  .facets((facet) => ({
    /** Absent where Macie is off (https://docs.aws.amazon.com/macie/latest/APIReference/macie.html). */
    session: facet.call('GetMacieSession', {
      absentOn: [off],
      keep: ({ status, findingPublishingFrequency }) => ({ status, publishing: findingPublishingFrequency }),
    }),
  }))
  .facets((facet) => ({
    /** The account that administers Macie for this one; none where it stands alone or administers itself. Not asked where Macie is off. */
    administrator: facet({
      calls: ['GetAdministratorAccount'],
      absentOn: [off, 'ResourceNotFoundException'],
      after: ['session'],
      async read(api, _item, { session }) {
        if (session === undefined) return undefined;
        const { administrator } = await api.call('GetAdministratorAccount', {});
        return administrator === undefined
          ? undefined
          : { account: administrator.accountId, relationship: administrator.relationshipStatus };
      },
    }),
    /** Which findings Security Hub is told of; undefined, and not asked for, where Macie is off. */
    publication: facet({
      calls: ['GetFindingsPublicationConfiguration'],
      absentOn: [off],
      after: ['session'],
      async read(api, _item, { session }) {
        if (session === undefined) return undefined;
        const { securityHubConfiguration: told } = await api.call('GetFindingsPublicationConfiguration', {});
        return { sensitiveData: told?.publishClassificationFindings, policies: told?.publishPolicyFindings };
      },
    }),
    /** Where results of discovery are kept for longer than Macie's 90 days; as above. */
    resultsBucket: facet({
      calls: ['GetClassificationExportConfiguration'],
      absentOn: [off],
      after: ['session'],
      async read(api, _item, { session }) {
        if (session === undefined) return undefined;
        const { configuration } = await api.call('GetClassificationExportConfiguration', {});
        // Left out where nobody chose a bucket: https://docs.aws.amazon.com/macie/latest/APIReference/classification-export-configuration.html
        return { bucket: configuration?.s3Destination?.bucketName };
      },
    }),
    /** Open findings of high severity; undefined, and not asked for, where Macie is off. */
    highFindings: facet({
      calls: ['ListFindings'],
      absentOn: [off],
      after: ['session'],
      async read(api, _item, { session }) {
        if (session === undefined) return undefined;
        const ids: string[] = [];
        for await (const { findingIds } of api.pages('ListFindings', {
          findingCriteria: {
            criterion: {
              'severity.description': { eq: ['High'] },
              archived: { eq: ['false'] },
              // An administrator sees findings of its members too: they are judged there.
              accountId: { eq: [api.account] },
            },
          },
          sortCriteria: { attributeName: 'updatedAt', orderBy: 'DESC' },
          maxResults: 50,
        })) {
          if (findingIds === undefined) throw new MalformedAnswer('ListFindings gives no findingIds');
          ids.push(...findingIds);
          if (ids.length >= countedFindings) break;
        }
        return { count: ids.length, more: ids.length >= countedFindings, worst: ids.slice(0, 10) };
      },
    }),
  }))
  .facets((facet) => ({
    /** Whether buckets are sampled day by day; undefined, and not asked for, where Macie is off or another account administers it. */
    discovery: facet({
      calls: ['GetAutomatedDiscoveryConfiguration'],
      absentOn: [off],
      after: ['session', 'administrator'],
      async read(api, _item, { session, administrator }) {
        if (session === undefined || isAdministered(administrator)) return undefined;
        const { status, autoEnableOrganizationMembers } = await api.call('GetAutomatedDiscoveryConfiguration', {});
        return { status, members: autoEnableOrganizationMembers };
      },
    }),
  }));

/** Members of an organization are administered, whoever stands in another relationship is not (any more). */
export const isAdministered = (administrator: { readonly relationship?: string | undefined } | undefined): boolean =>
  administrator?.relationship === 'Enabled' || administrator?.relationship === 'Paused';
