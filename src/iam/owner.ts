import { parseArn } from '../text/arn.ts';
import type { Account } from './graph/types.ts';

/** Whose a resource is, and how that is known. */
export interface Owner {
  /** undefined: nobody told. */
  readonly account: string | undefined;
  readonly by: 'arn' | 'inventory' | 'stated' | 'unknown';
}

/** Whose the resource is: by its ARN, else as stated, else as the inventory says. `*` stands for what is the account's. */
export function ownerOf(account: Account, resource: string): Owner {
  const named = parseArn(resource)?.[4] ?? '';
  if (resource === '*') return { account: account.id, by: 'arn' };
  // what AWS gives every account has no account of its own
  if (named !== '') return { account: named === 'aws' ? account.id : named, by: 'arn' };
  const stated = account.ownerStated?.get(resource);
  if (stated !== undefined) return { account: stated, by: 'stated' };
  return account.ownResources?.get(resource) === true
    ? { account: account.id, by: 'inventory' }
    : { account: undefined, by: 'unknown' };
}

/** Why it is not known whose a resource is, in words; undefined: it is known. */
export function ownerMissing(account: Account, resource: string, owner: Owner): string | undefined {
  if (owner.account !== undefined) return undefined;
  return account.ownResources?.get(resource) === false
    ? `whose ${resource} is, which the account does not have`
    : `whose ${resource} is, for the ARN names no account`;
}
