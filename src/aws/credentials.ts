import { AuditError, messageOf } from '../errors.ts';
import type { AwsCredentials, CredentialProvider } from './clients.ts';
import { endpointOf } from './clients.ts';

export interface CredentialOptions {
  readonly profile?: string | undefined;
  /** Role to assume with what the chain finds. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** Region of the STS endpoint that is asked to assume the role. */
  readonly region: string;
  readonly endpointUrl?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * The SDK's default chain (environment, SSO, shared files, web identity, process, container, instance metadata), and on
 * top of it a role when one is asked for. Keys in the environment are taken directly: the chain would load ten modules
 * to find them.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 */
export function credentialProvider(options: CredentialOptions): CredentialProvider {
  const env = options.env ?? process.env;
  const base = options.profile === undefined && hasKeys(env) ? fromEnvironment(env) : fromChain(options);
  const provider = options.roleArn === undefined ? base : fromRole(base, options, env);
  return remember(provider);
}

/** Names the sources that were looked at, for the message of a run without credentials. */
export function triedSources({ profile, roleArn, env = process.env }: CredentialOptions): string[] {
  const tried =
    profile === undefined
      ? [
          'the environment (AWS_ACCESS_KEY_ID)',
          `the profile ${env['AWS_PROFILE'] ?? 'default'} in the AWS configuration files (SSO, keys, role, process)`,
        ]
      : [`the profile ${profile} in the AWS configuration files`];
  if (profile === undefined) {
    tried.push('a web identity token (AWS_WEB_IDENTITY_TOKEN_FILE)');
    if (env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] ?? env['AWS_CONTAINER_CREDENTIALS_FULL_URI'])
      tried.push('the container credentials endpoint');
    else if (env['AWS_EC2_METADATA_DISABLED'] !== 'true') tried.push('the EC2 instance metadata service');
  }
  if (roleArn !== undefined) tried.push(`assuming ${roleArn}`);
  return tried;
}

/** The error of a run that found no usable credentials. */
export function noCredentials(options: CredentialOptions, cause: unknown): AuditError {
  return new AuditError(
    'credentials',
    `no usable AWS credentials: ${messageOf(cause).split('\n', 1)[0] ?? ''}\nLooked at: ${triedSources(options).join('; ')}.`,
    {
      hint: 'Sign in (e.g. `aws sso login`), or choose a profile with --profile. To see what audit does without an account: `audit --demo`.',
      cause,
    },
  );
}

const hasKeys = (env: NodeJS.ProcessEnv): boolean =>
  (env['AWS_ACCESS_KEY_ID'] ?? '') !== '' && (env['AWS_SECRET_ACCESS_KEY'] ?? '') !== '';

function fromEnvironment(env: NodeJS.ProcessEnv): CredentialProvider {
  const token = env['AWS_SESSION_TOKEN'];
  const credentials: AwsCredentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...(token === undefined || token === '' ? {} : { sessionToken: token }),
  };
  return () => Promise.resolve(credentials);
}

function fromChain({ profile, endpointUrl, region }: CredentialOptions): CredentialProvider {
  let chain: Promise<CredentialProvider> | undefined;
  return async () => {
    chain ??= import('@aws-sdk/credential-providers').then(({ fromNodeProviderChain }) =>
      fromNodeProviderChain({
        ...(profile === undefined ? {} : { profile }),
        clientConfig: { region, ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }) },
      }),
    );
    return (await chain)();
  };
}

function fromRole(base: CredentialProvider, options: CredentialOptions, env: NodeJS.ProcessEnv): CredentialProvider {
  let assumed: Promise<CredentialProvider> | undefined;
  return async () => {
    assumed ??= import('@aws-sdk/credential-providers').then(({ fromTemporaryCredentials }) => {
      const endpoint = endpointOf({ sdkId: 'STS' }, options.endpointUrl, env);
      return fromTemporaryCredentials({
        masterCredentials: base,
        params: {
          RoleArn: options.roleArn ?? '',
          RoleSessionName: 'aws-posture-audit',
          ...(options.externalId === undefined ? {} : { ExternalId: options.externalId }),
        },
        clientConfig: { region: options.region, ...(endpoint === undefined ? {} : { endpoint }) },
      });
    });
    return (await assumed)();
  };
}

/** Asks the provider once and again only when what it gave is about to expire. */
function remember(provider: CredentialProvider): CredentialProvider {
  const margin = 5 * 60_000;
  let current: Promise<AwsCredentials> | undefined;
  let expires = Infinity;
  return () => {
    if (current === undefined || Date.now() > expires - margin) {
      // Whoever asks while they are fetched waits for the same ones.
      expires = Infinity;
      current = provider().then((credentials) => {
        expires = credentials.expiration?.getTime() ?? Infinity;
        return credentials;
      });
      current.catch(() => {
        current = undefined;
      });
    }
    return current;
  };
}
