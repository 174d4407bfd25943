import { fail, pass } from '../../engine/check.ts';
import { isAwsManaged } from '../../services/iam/details.ts';
import type { Attached } from '../../services/iam/details.ts';

const without = pass('{label} does not have AdministratorAccess attached');

/** That AWS's AdministratorAccess is not among the policies attached to a user, group or role; a customer's policy may have its name. */
export const noAdministratorAccess = {
  list: 'attached',
  test: ({ arn }: Attached) => (isAwsManaged(arn) && arn.endsWith(':policy/AdministratorAccess') ? 'bad' : 'good'),
  such: {
    good: { arn: 'arn:aws:iam::111122223333:policy/AdministratorAccess' },
    bad: { arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  },
  called: '{name}',
  pass: without,
  fail: fail('{label} has AdministratorAccess attached'),
  none: without,
} as const;
