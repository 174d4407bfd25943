import { Access } from '../../src/aws/access.ts';
import { Connection, type ConnectionOptions } from '../../src/aws/connection.ts';
import type { CredentialProvider } from '../../src/aws/credentials/provider.ts';
import type { Service } from '../../src/aws/service.ts';
import { Session, type SessionOptions } from '../../src/aws/session.ts';
import { sessionServices } from '../../src/services/session-services.ts';

/** How AWS is reached, by an environment alone. */
export const connection = (options: ConnectionOptions = {}): Connection => new Connection({ env: {}, ...options });

export interface Allowed {
  readonly service: Service;
  readonly calls: readonly string[];
}

const someone: CredentialProvider = () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' });

/** An access that may send some operations. */
export function accessTo(allowed: Iterable<Allowed>, options: ConnectionOptions = {}, credentials = someone): Access {
  const access = new Access(connection(options), credentials);
  for (const { service, calls } of allowed) access.connection.guard.allow(service, calls);
  return access;
}

export type RunOptions = ConnectionOptions &
  Omit<SessionOptions, 'services' | 'role'> & { readonly roleArn?: string | undefined };

const sessionOver = (connection: Connection, { roleArn, ...options }: RunOptions): Session =>
  new Session(connection, {
    services: sessionServices,
    ...options,
    role: roleArn === undefined ? undefined : { roleArn },
  });

/** A session with a connection of its own. */
export const sessionWith = (options: RunOptions): Session => sessionOver(new Connection(options), options);

/** The same by AWS's configuration files. */
export const openSession = async (options: RunOptions): Promise<Session> =>
  sessionOver(await Connection.open(options), options);
