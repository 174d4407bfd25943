import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { lacking } from '../../partitions/partitions.ts';
import { checkResult } from './check-result.ts';
import { support } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-support');

/** What Trusted Advisor says of one of its checks. */
export interface AdvisorCheck {
  readonly id: string;
  readonly name: string | undefined;
  /** Such as `security`, `service_limits`. */
  readonly category: string | undefined;
  /** `ok`, `warning`, `error` or `not_available`; undefined: there is no summary of it. */
  readonly status: string | undefined;
  /** ISO 8601, when it was refreshed last. */
  readonly checkedAt: string | undefined;
  /** How many resources it lists. */
  readonly flagged: number | undefined;
  /** How many resources somebody took out of it. */
  readonly excluded: number | undefined;
  /** The headings of what it tells of each resource; earlier versions did not keep them. */
  readonly columns?: readonly string[] | undefined;
}

/** A resource that a check of Trusted Advisor lists in red or yellow. */
export interface AdvisorResource {
  /** `error` or `warning`. */
  readonly status: string | undefined;
  /** Undefined for global resources, and where AWS does not say. */
  readonly region: string | undefined;
  /** Whether somebody took it out of the check. */
  readonly excluded: boolean | undefined;
  /** What stands under the check's columns; an empty cell is an empty text. */
  readonly cells: readonly string[];
}

/**
 * All checks and what they say: two requests, however many there are
 * (https://docs.aws.amazon.com/awssupport/latest/APIReference/API_DescribeTrustedAdvisorCheckSummaries.html).
 */
async function advisorChecks(
  api: Api<Sdk, 'DescribeTrustedAdvisorChecks' | 'DescribeTrustedAdvisorCheckSummaries'>,
): Promise<readonly AdvisorCheck[]> {
  const { checks = [] } = await api.call('DescribeTrustedAdvisorChecks', { language: 'en' });
  const ids = checks.flatMap(({ id }) => id ?? []);
  const { summaries = [] } =
    ids.length === 0 ? {} : await api.call('DescribeTrustedAdvisorCheckSummaries', { checkIds: ids });
  const byId = new Map(summaries.map((one) => [one.checkId, one]));
  return checks.flatMap(({ id, name, category, metadata }): AdvisorCheck[] => {
    if (id === undefined) return [];
    const { status, timestamp, resourcesSummary } = byId.get(id) ?? {};
    const available = status !== undefined && status !== 'not_available';
    return [
      {
        id,
        name,
        category,
        status,
        checkedAt: available ? timestamp : undefined,
        flagged: available ? resourcesSummary?.resourcesFlagged : undefined,
        excluded: available ? resourcesSummary?.resourcesSuppressed : undefined,
        columns: metadata?.map(textOf),
      },
    ];
  });
}

/** An empty cell is null. */
const textOf = (cell: string | null): string => cell ?? '';

/** By the ids of red and yellow checks, one request each: what they list that is not green. */
async function flaggedResources(
  api: Api<Sdk, 'DescribeTrustedAdvisorCheckResult'>,
  checks: readonly AdvisorCheck[],
): Promise<Readonly<Record<string, readonly AdvisorResource[]>>> {
  const found: Record<string, readonly AdvisorResource[]> = {};
  for (const { id, status } of checks)
    if (status === 'error' || status === 'warning')
      found[id] = ((await checkResult(api, id))?.flaggedResources ?? []).flatMap((one): AdvisorResource[] =>
        one.status === 'ok'
          ? []
          : [
              {
                status: one.status,
                region: one.region,
                excluded: one.isSuppressed,
                cells: (one.metadata ?? []).map(textOf),
              },
            ],
      );
  return found;
}

/** Trusted Advisor's own checks, as far as the account's support plan lets programs ask for them. */
export const trustedAdvisor = resource(support, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'Trusted Advisor' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:trustedadvisor::${id}:settings`,
  references: ['https://docs.aws.amazon.com/awssupport/latest/user/get-started-with-aws-trusted-advisor-api.html'],
})
  .facets((facet) => ({
    /** Absent where the support plan has no API; null where the partition has none. */
    checks: facet({
      calls: ['DescribeTrustedAdvisorChecks', 'DescribeTrustedAdvisorCheckSummaries'],
      absentOn: ['SubscriptionRequiredException'],
      read: async (api) => (lacking(api.partition, 'Trusted Advisor API') === undefined ? advisorChecks(api) : null),
    }),
  }))
  .facets((facet) => ({
    /** Of its red and yellow checks, by their ids: absent and null as `checks` are. */
    flagged: facet({
      calls: ['DescribeTrustedAdvisorCheckResult'],
      often: { DescribeTrustedAdvisorCheckResult: 'per check that is red or yellow' },
      absentOn: ['SubscriptionRequiredException'],
      after: ['checks'],
      read: async (api, _item, { checks }) =>
        checks === undefined || checks === null ? null : flaggedResources(api, checks),
    }),
  }));
