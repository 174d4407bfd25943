import { fromLoginCredentials } from '@aws-sdk/credential-providers';
import { messageOf } from '../../program/errors.ts';
import type { AwsCredentials } from '../clients.ts';
import type { Section } from '../shared-files.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';
import { sdkOptions } from './sdk-options.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials of a console sign-in, by the token that `aws login` left.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html
 * @throws SourceFault
 */
export async function fromSignIn(name: string, section: Section, context: SourceContext): Promise<AwsCredentials> {
  const { config: configFilepath, credentials: filepath } = context.configuration.files;
  const region = section['region'] ?? context.region;
  try {
    return hide(
      await fromLoginCredentials({
        profile: name,
        configFilepath,
        filepath,
        ignoreCache: true,
        clientConfig: {
          ...sdkOptions(context, 'Signin', region),
          useFipsEndpoint: false,
          useDualstackEndpoint: false,
          // One must be given, or the SDK asks the profile `default` for it.
          endpoint: context.configuration.endpointOf('Signin') ?? `https://${region}.signin.${signInSuffix(region)}`,
        },
      })(),
    );
  } catch (error) {
    throw new SourceFault(`the profile ${name} (login_session)`, messageOf(error).replace(/\.$/, ''), {
      hint: `Sign in: \`aws login${name === 'default' ? '' : ` --profile ${name}`}\`.`,
      cause: error,
    });
  }
}

/** Of the hosts of the AWS sign-in service. https://docs.aws.amazon.com/general/latest/gr/signin-service.html */
const signInSuffix = (region: string): string =>
  region.startsWith('cn-') ? 'amazonaws.cn' : region.startsWith('us-gov-') ? 'amazonaws-us-gov.com' : 'aws.amazon.com';
