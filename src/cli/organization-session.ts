import { Connection } from '../aws/connection.ts';
import type { CallRecord } from '../aws/api.ts';
import type { Host } from '../aws/host.ts';
import { Session } from '../aws/session.ts';
import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { sessionServices } from '../services/session-services.ts';
import { codeAsker } from './ask-code.ts';
import { connectionOf } from './options.ts';
import type { ReachOptions } from './organization-options.ts';

/** A way into an account; `close` what is this account's alone. */
export interface Way {
  readonly session: Session;
  readonly close: () => void;
}

export interface SessionHooks {
  readonly signal?: AbortSignal | undefined;
  readonly onCall?: (record: CallRecord) => void;
}

/** Whether a profile's name is a pattern of several. */
export const isPattern = (profile: string | undefined): profile is string =>
  profile !== undefined && /[*?]/.test(profile);

/** The connection that all roles are assumed over. @throws AuditError `usage` or `config` */
export const openConnection = (options: ReachOptions, host?: Host): Promise<Connection> =>
  Connection.open({ ...connectionOf(options), askCode: codeAsker(), host });

/** The session of the credentials themselves, which assume the roles. */
export const ownSession = (
  connection: Connection,
  hooks: SessionHooks & { regions?: readonly string[] } = {},
): Session => new Session(connection, { services: sessionServices, ...hooks });

export const roleArnOf = ({ partition }: Pick<SealedManifest, 'partition'>, account: string, role: string): string =>
  `arn:${partition}:iam::${account}:role/${role}`;

/**
 * The way into an account: the role, the account's profile, or our own credentials where it is our own account.
 * @param over the connection that roles are assumed over, or what the connections of all profiles share
 * @throws AuditError `config` for a profile that is not there any more
 */
export async function wayInto(
  account: ManifestAccount,
  manifest: SealedManifest,
  options: ReachOptions,
  over: Connection | Host,
  hooks: SessionHooks = {},
): Promise<Way> {
  const regions = manifest.regions;
  const { access } = manifest;
  if (access.kind === 'profiles' || !(over instanceof Connection)) {
    const host = over instanceof Connection ? over.host : over;
    const own = await openConnection({ ...options, profile: account.profile }, host);
    return { session: ownSession(own, { ...hooks, regions }), close: () => own.close() };
  }
  const role =
    account.id === manifest.own
      ? undefined
      : { roleArn: roleArnOf(manifest, account.id, access.role), externalId: options.externalId };
  return {
    session: new Session(over, { services: sessionServices, role, regions, ...hooks }),
    close() {},
  };
}
