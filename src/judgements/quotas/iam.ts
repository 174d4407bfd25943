import { judged } from '../../engine/forms/judged.ts';
import type { RowId } from '../../engine/rows.ts';
import { iamAccount } from '../../services/iam/account.ts';
import { judgeQuota, type quotaSettings } from './quota.ts';

interface IamQuota {
  /** In the plural: `IAM users`. */
  readonly what: string;
  /** Its counter in GetAccountSummary, which tells the quota by the same name with `Quota`. */
  readonly counter: string;
  readonly settings: typeof quotaSettings;
}

/**
 * A check of one of IAM's quotas. IAM tells them itself, as they apply to the account, with what is used
 * (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html).
 */
export const iamQuota = (id: RowId, { what, counter, settings }: IamQuota) =>
  judged(iamAccount, id, {
    title: `${what[0]?.toUpperCase()}${what.slice(1)} are well below their quota`,
    needs: ['summary'],
    settings,
    risk: `Where the quota is reached, nobody can make more ${what}: deployments and new colleagues wait until somebody has raised it.`,
    fix: {
      text: `Delete ${what} that nobody uses, or ask for a higher quota in Service Quotas, in the partition's main region, before it is reached.`,
    },
    references: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      'https://docs.aws.amazon.com/awssupport/latest/user/service-limits.html',
    ],
    judge: ({ name, summary }, context) =>
      judgeQuota({ name, what, used: summary[counter], quota: summary[`${counter}Quota`] }, context.settings),
    examples: () => {
      // The others are at their quota.
      const others = { Groups: 9, GroupsQuota: 9, Users: 9, UsersQuota: 9, Roles: 9, RolesQuota: 9 };
      const having = (used?: number, quota?: number) => ({
        summary: Object.fromEntries(
          Object.entries({ ...others, [counter]: used, [`${counter}Quota`]: quota }).filter(
            ([, value]) => value !== undefined,
          ),
        ),
      });
      return [
        { when: 'less is used', given: having(799, 1000), expect: 'pass' },
        { when: 'so much is used', given: having(800, 1000), expect: 'fail' },
        { when: 'all is used', given: having(20, 20), expect: 'fail' },
        { when: 'none is used', given: having(0, 20), expect: 'pass' },
        { when: 'the quota is 0', given: having(0, 0), expect: 'pass' },
        { when: 'more is allowed', given: having(850, 1000), settings: { percent: 90 }, expect: 'pass' },
        { when: 'less is allowed', given: having(500, 1000), settings: { percent: 50 }, expect: 'fail' },
        { when: 'the counter is not told', given: having(undefined, 9), expect: 'unknown' },
        { when: 'the quota is not told', given: having(9), expect: 'unknown' },
      ];
    },
  });
