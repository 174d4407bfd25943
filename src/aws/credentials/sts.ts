import { STSClient, AssumeRoleCommand, AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import type { AwsCredentials } from '../clients.ts';
import { neverAskFiles } from '../clients.ts';
import { temporary } from './hide.ts';
import { sdkOptions, stoppedBy } from './sdk-options.ts';
import { SourceFault, refusedBy } from './fault.ts';
import type { SourceContext } from './types.ts';

/** What is asked of STS for a role. */
export interface RoleRequest {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId?: string | undefined;
  readonly durationSeconds?: number | undefined;
  readonly mfa?: { readonly serial: string; readonly code: string } | undefined;
}

interface Answer {
  readonly Credentials?:
    | {
        readonly AccessKeyId?: string | undefined;
        readonly SecretAccessKey?: string | undefined;
        readonly SessionToken?: string | undefined;
        readonly Expiration?: Date | undefined;
      }
    | undefined;
}

/** @throws SourceFault when STS refuses; the network's error */
export async function assumeRole(
  source: string,
  master: AwsCredentials,
  { roleArn, sessionName, externalId, durationSeconds, mfa }: RoleRequest,
  context: SourceContext,
): Promise<AwsCredentials> {
  const client = new STSClient({ ...sdkOptions(context, 'STS', context.region), credentials: master });
  neverAskFiles(client.config);
  const command = new AssumeRoleCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...(durationSeconds === undefined ? {} : { DurationSeconds: durationSeconds }),
    ...(mfa === undefined ? {} : { SerialNumber: mfa.serial, TokenCode: mfa.code }),
  });
  try {
    return credentialsOf(source, await client.send(command, stoppedBy(context)));
  } catch (error) {
    throw refusedBy(source, `sts:AssumeRole of ${roleArn}`, error);
  }
}

/** @throws SourceFault when STS refuses; the network's error */
export async function assumeRoleWithToken(
  source: string,
  { roleArn, sessionName, token }: { readonly roleArn: string; readonly sessionName: string; readonly token: string },
  context: SourceContext,
): Promise<AwsCredentials> {
  const client = new STSClient(sdkOptions(context, 'STS', context.region));
  neverAskFiles(client.config);
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: roleArn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
  });
  try {
    return credentialsOf(source, await client.send(command, stoppedBy(context)));
  } catch (error) {
    throw refusedBy(source, `sts:AssumeRoleWithWebIdentity of ${roleArn}`, error);
  }
}

function credentialsOf(source: string, { Credentials }: Answer): AwsCredentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  const whole = temporary(AccessKeyId, SecretAccessKey, SessionToken, Expiration);
  if (whole === undefined) throw new SourceFault(source, 'STS answered without credentials');
  return whole;
}
