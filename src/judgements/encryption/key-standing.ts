import type { Context, ExactFix, Subject, SubjectBase } from '../../engine/check.ts';
import { along } from '../../engine/check.ts';
import { arnAccount } from '../../text/arn.ts';
import { shell } from '../../text/shell.ts';
import { key } from '../../services/kms/key.ts';

/** Only keys of KMS are looked up, so what could not be read of them matters to those alone. */
export const keys = along(key, { needs: ['details'], optional: true });
export type Keys = readonly Subject<typeof key, 'details'>[];

/** Whose a KMS key is, and whether it can be used. Keys that AWS owns have no names that a resource could say. */
export type KeyStanding =
  | { readonly kind: 'aws-managed'; readonly called: string }
  | { readonly kind: 'customer-managed'; readonly state: string | undefined; readonly broken: Broken | undefined }
  /** Only that account sees who manages it, and whether it can be used. */
  | { readonly kind: 'another-account'; readonly owner: string }
  | { readonly kind: 'not-said' }
  | { readonly kind: 'not-read'; readonly cause: string };

/** Why a key encrypts and decrypts nothing, and how that ends, where a command does it. */
interface Broken {
  readonly because: string;
  readonly fix: ExactFix;
}

interface Known {
  readonly all: Keys;
  readonly unreadAlong: Context['unreadAlong'];
}

/**
 * Whose key it is that a resource names: by ARN, id or alias, or not at all, which stands for the service's `aws/…` key.
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt
 */
export function keyStanding(
  named: string | undefined,
  { account, region }: Pick<SubjectBase, 'account' | 'region'>,
  { all, unreadAlong }: Known,
): KeyStanding {
  const alias = named?.includes('alias/') === true ? named.slice(named.lastIndexOf('alias/')) : undefined;
  if (named === undefined || alias?.startsWith('alias/aws/') === true)
    return { kind: 'aws-managed', called: alias === undefined ? '' : ` ${alias}` };
  // AWS managed keys are of the account itself: another's is the customer's there.
  const owner = arnAccount(named);
  if (owner !== undefined && owner !== account) return { kind: 'another-account', owner };
  // An ARN says where the key is; an id or an alias is one of the resource's own region.
  const where = named.startsWith('arn:') ? named.split(':')[3] : region;
  const near = (one: { readonly region: string }): boolean => where === 'global' || one.region === where;
  const found = all.find(
    (one) => one.arn === named || (near(one) && (one.id === named || one.aliases.includes(alias ?? ''))),
  );
  const { manager, state, deletionDate } = found?.details ?? {};
  if (manager === 'AWS') return { kind: 'aws-managed', called: ` ${named}` };
  if (found !== undefined && manager !== undefined)
    return { kind: 'customer-managed', state, broken: brokenBy(state, found.id, deletionDate) };
  return 'keys' in unreadAlong ? { kind: 'not-read', cause: unreadAlong['keys']?.cause ?? '' } : { kind: 'not-said' };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html */
function brokenBy(state: string | undefined, id: string, deletionDate: string | undefined): Broken | undefined {
  const enable = shell`aws kms enable-key --key-id ${id}`;
  const restore = { cli: `${shell`aws kms cancel-key-deletion --key-id ${id}`}\n${enable}` };
  switch (state) {
    case 'Disabled':
      return { because: 'is disabled', fix: { cli: enable } };
    case 'PendingDeletion':
      return {
        because: `is to be deleted${deletionDate === undefined ? '' : ` on ${deletionDate.slice(0, 10)}`}`,
        fix: restore,
      };
    case 'PendingReplicaDeletion':
      return { because: 'is to be deleted once its replicas are', fix: restore };
    case 'PendingImport':
      return { because: 'has no key material', fix: {} };
    case 'Unavailable':
      return { because: 'is in a key store that cannot be reached', fix: {} };
    case undefined:
    default:
      return undefined;
  }
}
