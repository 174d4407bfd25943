import { decide } from '../authorize.ts';
import { trustOf } from '../graph/rights.ts';
import type { Account, Role } from '../graph/types.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';

const service = 'account-access.amazonaws.com';

/**
 * What account access manager does to hand out a role's credentials: the trust policy has to allow all three
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/account-access-manager.html).
 */
const actions = ['sts:AssumeRole', 'sts:SetContext', 'sts:TagSession'];

/**
 * How surely the trust of a role lets account access manager hand it out.
 * @param by the account of its application; undefined: not known
 */
export function actsAs(account: Account, role: Role, by: string | undefined): Tri {
  const verdicts = actions.map((action) =>
    decide({
      caller: { type: 'service', arn: service },
      action,
      resource: role.arn,
      resourceAccount: account.id,
      resourcePolicies: trustOf(role),
      context: {
        'aws:RequestedRegion': { is: 'caller' },
        'aws:SourceAccount': by ?? { is: 'unknown' },
        'aws:SourceOrgID': account.organization?.id ?? { is: 'unknown' },
      },
      ...(account.now === undefined ? {} : { now: account.now }),
    }),
  );
  if (verdicts.every((verdict) => verdict === 'allowed')) return YES;
  return verdicts.every((verdict) => verdict === 'allowed' || verdict === 'possible') ? MAYBE : NO;
}
