import { messageOf } from '../../program/errors.ts';
import type { AwsCredentials } from '../clients.ts';
import { silent } from '../clients.ts';
import { variable } from '../shared-files.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials of a container's role, when its variables name where to ask.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 * @throws SourceFault
 */
export async function fromContainer({ env }: SourceContext): Promise<AwsCredentials | undefined> {
  const relative = variable(env, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
  const full = variable(env, 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
  if (relative === undefined && full === undefined) return undefined;
  const source = `the container's credentials endpoint (${relative === undefined ? 'AWS_CONTAINER_CREDENTIALS_FULL_URI' : 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'})`;
  const { fromHttp } = await import('@aws-sdk/credential-providers');
  const token = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN');
  const tokenFile = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  if (token !== undefined) hide({ accessKeyId: token, secretAccessKey: token });
  try {
    return hide(
      await fromHttp({
        ...(relative === undefined
          ? { awsContainerCredentialsFullUri: full ?? '' }
          : { awsContainerCredentialsRelativeUri: relative }),
        ...(tokenFile === undefined ? {} : { awsContainerAuthorizationTokenFile: tokenFile }),
        ...(token === undefined || tokenFile !== undefined ? {} : { awsContainerAuthorizationToken: token }),
        logger: silent,
      })(),
    );
  } catch (error) {
    throw new SourceFault(source, messageOf(error).replace(/^\w*Error: /, ''), { cause: error });
  }
}
