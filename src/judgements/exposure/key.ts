import { exposure } from '../../iam/index.ts';
import type { Exposure, OrganizationPolicies } from '../../iam/index.ts';
import type { Abilities } from './exposure-message.ts';

interface Key {
  readonly arn: string;
  readonly account: string;
  readonly policy: string | undefined;
}

/** Judges who can reach a key by its policy. Grants name single principals: see `grantedTo`. */
export const keyExposure = (
  { arn, account, policy }: Key,
  {
    now,
    trustedAccounts,
    organization,
    rcps,
  }: {
    readonly now: number;
    readonly trustedAccounts: readonly string[];
    readonly organization?: { readonly id: string } | null | undefined;
    /** Of `resourceLimits`. */
    readonly rcps?: OrganizationPolicies | undefined;
  },
): Exposure =>
  exposure(
    { kind: 'kms', arn, policy },
    {
      account,
      now: new Date(now),
      trustedAccounts,
      ...(organization === undefined ? {} : { organization }),
      ...(rcps === undefined ? {} : { rcps }),
    },
  );

/** What can be done with a key, in words. */
export const keyAbilities: Abilities = { read: 'usable', write: 'usable', administer: 'manageable' };
