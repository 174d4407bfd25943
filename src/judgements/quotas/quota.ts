import type { SettingSpec, Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';

/** Trusted Advisor warns at 80 % (https://docs.aws.amazon.com/awssupport/latest/user/service-limits.html). */
export const quotaSettings = {
  percent: { type: 'integer', default: 80, min: 1, max: 100, describe: 'percent of the quota that are too many' },
} as const satisfies Readonly<Record<string, SettingSpec>>;

interface Quota {
  /** Who has them: `The account`, `eu-west-1`. */
  readonly name: string;
  /** In the plural: `IAM users`. */
  readonly what: string;
  /** Undefined: AWS does not say. */
  readonly used: number | undefined;
  readonly quota: number | undefined;
  /** Of how many more AWS does not say whether they count. */
  readonly perhaps?: number;
  /** How much those may take together: as many as they are, when absent. */
  readonly perhapsUpTo?: number;
}

/** How much of a quota is used. A quota of 0 lets nothing be made, and nothing of it can be used up. */
export function judgeQuota(
  { name, what, used, quota, perhaps = 0, perhapsUpTo = perhaps }: Quota,
  { percent }: { readonly percent: number },
): Verdict {
  if (used === undefined || quota === undefined)
    return unknown(`AWS does not say how many ${what} ${used === undefined ? 'there are' : 'there may be'}`);
  const observed = { used, quota };
  const shareOf = (count: number): number => (quota === 0 ? 0 : (count / quota) * 100);
  const share = shareOf(used);
  if (share < percent && shareOf(used + perhapsUpTo) >= percent)
    return unknown(
      perhapsUpTo === perhaps
        ? `AWS does not say whether ${perhaps} of ${used + perhaps} ${what} count towards the quota of ${quota}`
        : `AWS does not say of ${perhaps} in ${name} how much they count towards the quota of ${quota} ${what}`,
    );
  const text = `${name} has ${Number(used.toFixed(2))} of ${quota} ${what} (${Math.floor(share)} %)`;
  return share >= percent
    ? fail(`${text}; expected less than ${percent} % of the quota`, observed)
    : pass(`${text}, less than ${percent} % of the quota`, observed);
}
