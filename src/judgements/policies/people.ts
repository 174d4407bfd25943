import { along } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { assignment } from '../../services/identitycenter/assignment.ts';
import { permissionSet } from '../../services/identitycenter/permission-set.ts';
import { setMayDo, setParts } from './permission-set.ts';
import type { PermissionSetParts } from './permission-set.ts';

/** Who has a permission set in an account, and whether it makes him its administrator. */
export interface Assigned {
  readonly account: string;
  /** Its name, where it is known. */
  readonly set: string;
  /**
   * `escalates`: he can make himself one; `possible`: policies that each account has for itself decide; `unknown`: the set was not read.
   * Policies of the organization may take some of it away.
   */
  readonly administrator: 'yes' | 'escalates' | 'possible' | 'no' | 'unknown';
  /** Ids of the identity store. */
  readonly people: readonly { readonly id: string; readonly type: 'USER' | 'GROUP' | 'other' }[];
}

/** What IAM Identity Center gives to whom in which account; nothing where the account does not administer it. */
export const assignedPeople = derive(
  'who is assigned permission sets in which account',
  {
    assignments: along(assignment, { optional: true }),
    permissionSets: along(permissionSet, { needs: setParts, optional: true }),
  },
  ({ assignments, permissionSets }): readonly Assigned[] => {
    const sets = new Map((permissionSets ?? []).map((set) => [set.arn, set]));
    const verdicts = new Map([...sets].map(([arn, set]) => [arn, administratorBy(set)]));
    return (assignments ?? []).map(({ target, permissionSet: arn, principals }) => ({
      account: target,
      set: sets.get(arn)?.described.name ?? arn,
      administrator: verdicts.get(arn) ?? 'unknown',
      people: principals.map(({ id, type }) => ({ id, type: type === 'USER' || type === 'GROUP' ? type : 'other' })),
    }));
  },
);

function administratorBy(set: PermissionSetParts): Assigned['administrator'] {
  const { power, perhaps } = setMayDo(set);
  if (power === 'administrator') return 'yes';
  if (power === 'escalates') return 'escalates';
  return perhaps?.power === 'administrator' ? 'possible' : 'no';
}
