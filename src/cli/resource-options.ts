import { AuditError } from '../program/errors.ts';
import { parseArn } from '../text/arn.ts';
import type { PolicySource } from '../iam/types.ts';
import { text, type Values } from './door/options.ts';

/** Options that state what is not told of one resource. */
export const resourceOptions = {
  resourcePolicy: text("JSON of the resource's own policy, or none"),
  resourceAccount: text('Account that owns the resource, where its ARN names none'),
};
export type ResourceOptions = Values<typeof resourceOptions>;

/** @throws AuditError `usage` when it is no account, or not the one that the ARN names */
export function ownerOption(stated: string | undefined, resource: string): string | undefined {
  if (stated === undefined) return undefined;
  accountId('resource-account', stated);
  const named = parseArn(resource)?.[4] ?? '';
  if (/^\d{12}$/.test(named) && named !== stated)
    throw new AuditError('usage', `--resource-account: ${stated} is not the account that ${resource} names`);
  return stated;
}

export function accountId(option: string, value: string): string {
  if (/^\d{12}$/.test(value)) return value;
  throw new AuditError('usage', `--${option}: ${value} is not an account id`, {
    hint: 'Account ids have twelve digits.',
  });
}

/**
 * The policy that an option states. Nobody can state that a role or a key has none: each has one.
 * @param always such resources have a policy
 */
export const statedPolicy = (
  option: readonly PolicySource[] | undefined,
  always: boolean,
): readonly PolicySource[] | undefined => (option?.length === 0 && always ? undefined : option);
