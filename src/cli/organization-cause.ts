import { SourceFault } from '../aws/credentials/fault.ts';
import {
  CredentialsExpired,
  codeOf,
  deniedByOf,
  failedOnTheWay,
  isExpired,
  shownMessage,
  statusOf,
} from '../aws/errors.ts';
import type { ExportCause } from '../organization/export.ts';
import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { AuditError, messageOf } from '../program/errors.ts';
import { roleArnOf } from './organization-session.ts';

/** Why we were not let into an account, and what to do about it. @param error what asking who we are there threw */
export function causeOf(
  error: unknown,
  account: Pick<ManifestAccount, 'id'>,
  manifest: Pick<SealedManifest, 'access' | 'own' | 'partition' | 'managementAccount'>,
): ExportCause {
  const { access, own } = manifest;
  const role = access.kind === 'role' && account.id !== own ? roleArnOf(manifest, account.id, access.role) : undefined;
  const inner = innermost(error);
  const said = error instanceof AuditError ? error.message : shownMessage(error);
  const hint = error instanceof AuditError ? error.hint : undefined;
  const told = (kind: ExportCause['kind'], message: string, help = hint): ExportCause => ({
    kind,
    message,
    ...(help === undefined ? {} : { hint: help }),
  });
  if (error instanceof AuditError && error.code === 'usage') return told('regions', said);
  if (failedOnTheWay(inner)) return told('network', said);
  if (inner instanceof Error && inner.name === 'RegionDisabledException')
    return told(
      'role-refused',
      `STS is turned off in the region that is asked: ${shownMessage(inner)}`,
      'Name another with AWS_REGION.',
    );
  if (statusOf(inner) !== undefined && (isExpired(inner) || codeOf(inner) === 'InvalidClientTokenId'))
    return told('expired', said, hint ?? 'Sign in again, then resume.');
  if (role !== undefined && statusOf(inner) === 403)
    return refused(inner, role, access.kind === 'role' && access.externalId, account.id === manifest.managementAccount);
  return inner instanceof SourceFault || error instanceof AuditError
    ? told('no-credentials', said)
    : told('program', messageOf(error));
}

/** What the way into an account leads to is another: nothing of it is read. */
export const otherAccount = (account: string, { access }: Pick<SealedManifest, 'access'>): ExportCause => ({
  kind: 'other-account',
  message: `the credentials lead to account ${account}`,
  hint:
    access.kind === 'profiles'
      ? 'Look at the profile: its role or its sign-in is of that account.'
      : 'STS gave credentials of that account for the role: look at what stands between here and AWS (--endpoint-url, a proxy).',
});

/**
 * AWS tells callers of other accounts little of why: the same words stand for a role that does not exist and one that does not let us
 * in (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
 */
function refused(error: unknown, role: string, withExternalId: boolean, management: boolean): ExportCause {
  // The reason is at the end, behind the names.
  const message = error instanceof Error ? error.message : String(error);
  switch (deniedByOf(message)) {
    case 'scp':
    case 'rcp':
      return {
        kind: 'control-policy',
        message: `an organization's control policy denies sts:AssumeRole of ${role}`,
        hint: 'Except the role or its callers in the policy, or leave the account out.',
      };
    case 'resource-policy':
      return {
        kind: 'trust',
        message: `the trust policy of ${role} denies us`,
        hint: 'Take the denial out of the trust policy of the role.',
      };
    case 'identity-policy':
    case 'permissions-boundary':
    case 'session-policy':
    case 'vpc-endpoint-policy':
      return {
        kind: 'caller-not-allowed',
        message: `a policy on our side denies sts:AssumeRole of ${role}`,
        hint: 'Allow the caller sts:AssumeRole of the role in every account.',
      };
    case 'missing-permission':
    case 'unspecified':
      if (/no resource-based policy allows/i.test(message))
        return {
          kind: 'trust',
          message: `the trust policy of ${role} does not let us in`,
          hint: `Trust the caller there${withExternalId ? ', with the same external id' : ''}.`,
        };
      if (/no identity-based policy allows/i.test(message))
        return {
          kind: 'caller-not-allowed',
          message: `no policy of ours allows sts:AssumeRole of ${role}`,
          hint: 'Allow the caller sts:AssumeRole of the role in every account.',
        };
      return {
        kind: 'role-refused',
        message: `${role} is not there, or does not let us in`,
        hint: `AWS does not say which. Look whether the role is there, trusts the caller, and asks for ${withExternalId ? 'the same external id' : 'an external id (--external-id)'}.${
          management
            ? ' StackSets do not deploy to the management account: there the template is a stack of its own.'
            : ''
        }`,
      };
  }
}

/** What AWS or the network answered, below what was made of it. */
function innermost(error: unknown): unknown {
  let at = error;
  while (at instanceof Error && at.cause !== undefined && isWrapped(at)) at = at.cause;
  return at;
}

const isWrapped = (error: Error): boolean =>
  error instanceof AuditError || error instanceof CredentialsExpired || error instanceof SourceFault;

/** Whether no other account can be read either: what the roles are assumed with is at an end. */
export const endsAll = ({ kind }: ExportCause, { access }: SealedManifest): boolean =>
  access.kind === 'role' && (kind === 'expired' || kind === 'no-credentials');
