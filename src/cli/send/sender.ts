import { Connection } from '../../aws/connection.ts';
import type { Identity } from '../../aws/session.ts';
import { Session } from '../../aws/session.ts';
import { AuditError } from '../../program/errors.ts';
import { Writer } from '../../send/client.ts';
import type { Operation } from '../../send/operations.ts';
import { sessionServices } from '../../services/session-services.ts';
import { codeAsker } from '../ask-code.ts';
import { say } from '../say.ts';
import type { SendOptions } from './options.ts';

/** Who sends, and what sends for it. */
export interface Sender {
  readonly writer: Writer;
  readonly connection: Connection;
  readonly identity: Identity;
}

/**
 * Opens a connection of the sender's own, says as whom it sends, and closes it afterwards.
 * @throws AuditError `credentials`, `usage` or what `use` throws
 */
export async function asSender<T>(
  options: Pick<SendOptions, 'sendProfile' | 'sendRoleArn' | 'sendExternalId' | 'endpointUrl' | 'quiet'>,
  may: readonly Operation[],
  use: (sender: Sender) => Promise<T>,
): Promise<T> {
  const { sendProfile: profile, sendRoleArn: roleArn, sendExternalId: externalId, endpointUrl } = options;
  if (roleArn === undefined && externalId !== undefined)
    throw new AuditError('usage', '--send-external-id goes with --send-role-arn, which is missing');
  const connection = await Connection.open({ profile, endpointUrl, askCode: codeAsker() });
  try {
    const role = roleArn === undefined ? undefined : { roleArn, externalId };
    const identity = await new Session(connection, { services: sessionServices, role }).identity();
    const credentials = connection.credentialsOf(role);
    if (options.quiet !== true) {
      await credentials.provider();
      say(`audit: sends as ${identity.arn}, with ${credentials.source() ?? 'the credentials that were found'}`);
    }
    return await use({ writer: new Writer(connection, credentials.provider, may), connection, identity });
  } finally {
    connection.close();
  }
}
