import type { AwsCredentials } from '../clients.ts';
import { silent } from '../clients.ts';
import { variable } from '../shared-files.ts';
import { messageOf } from '../../program/errors.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials of an instance's role, from the instance metadata service.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 * @returns undefined when it is switched off
 * @throws SourceFault when nothing answers, as everywhere but on an instance
 */
export async function fromMetadata({ env, configuration }: SourceContext): Promise<AwsCredentials | undefined> {
  if (variable(env, 'AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true') return undefined;
  const { fromInstanceMetadata } = await import('@aws-sdk/credential-providers');
  const { config: configFilepath, credentials: filepath } = configuration.files;
  try {
    return hide(
      await fromInstanceMetadata({
        timeout: 1000,
        maxRetries: 1,
        logger: silent,
        ...(configFilepath === '' ? {} : { configFilepath, filepath }),
        profile: configuration.profile,
      })(),
    );
  } catch (error) {
    throw new SourceFault('the instance metadata service', messageOf(error), { cause: error });
  }
}
