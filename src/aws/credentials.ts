import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FromTemporaryCredentialsOptions } from '@aws-sdk/credential-providers';
import { AuditError } from '../errors.ts';
import { neverShow } from '../secrets/redact.ts';
import { nearest } from '../text/nearest.ts';
import { codeOf, isExpired, shownMessage, statusOf } from './errors.ts';
import type { AwsCredentials, CredentialProvider } from './clients.ts';
import { endpointOf, silent } from './clients.ts';

export interface CredentialOptions {
  readonly profile?: string | undefined;
  /** Role to assume with what the chain finds. */
  readonly roleArn?: string | undefined;
  readonly externalId?: string | undefined;
  /** Region of the STS endpoint that is asked to assume the role. */
  readonly region: string;
  readonly endpointUrl?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  /** How long the sources may take, in ms. */
  readonly limitMs?: number;
}

/**
 * A source may ask STS, a program or a person. Without a limit a run would wait for ever; with this one it ends before
 * the second try of the call that waits for the credentials.
 */
const usualLimitMs = 50_000;

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
  return remember(() => within(options.limitMs ?? usualLimitMs, provider()));
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
export async function noCredentials(options: CredentialOptions, cause: unknown): Promise<AuditError> {
  const { profile, env = process.env } = options;
  const profiles = profile === undefined ? [] : await profileNames(env);
  if (profile !== undefined && !profiles.includes(profile)) {
    const near = nearest(profile, profiles);
    return new AuditError(
      'credentials',
      `the AWS configuration files have no profile ${profile}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`,
      {
        hint:
          profiles.length === 0
            ? 'They have none at all: `aws configure` makes one.'
            : `Profiles: ${profiles.join(', ')}.`,
        cause,
      },
    );
  }
  const supplied = suppliedBy(options, cause);
  if (supplied !== undefined)
    return new AuditError(
      'credentials',
      `no usable AWS credentials: AWS refuses those of ${supplied.source}: ${shownMessage(cause)}`,
      { hint: supplied.hint, cause },
    );
  return new AuditError(
    'credentials',
    `no usable AWS credentials: ${shownMessage(cause)}\nLooked at: ${triedSources(options).join('; ')}.`,
    {
      hint: 'Sign in (e.g. `aws sso login`), or choose a profile with --profile. To see what audit does without an account: `audit --demo`.',
      cause,
    },
  );
}

/** Where credentials came from that AWS refused, and how to renew them there; undefined when none were found. */
function suppliedBy(
  { profile, roleArn, env = process.env }: CredentialOptions,
  cause: unknown,
): { source: string; hint: string } | undefined {
  const refused = isExpired(cause) || statusOf(cause) !== undefined;
  if (!refused || codeOf(cause) === 'CredentialsProviderError') return undefined;
  const role = roleArn === undefined ? '' : ` (to assume ${roleArn})`;
  const named = profile ?? env['AWS_PROFILE'];
  if (profile === undefined && hasKeys(env))
    return {
      source: `the environment, AWS_ACCESS_KEY_ID${role}`,
      hint: 'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN anew, or unset them and choose a profile with --profile.',
    };
  if (named !== undefined)
    return {
      source: `the profile ${named}${role}`,
      hint: `Sign in again (for SSO: \`aws sso login --profile ${named}\`), renew the keys of the profile, or choose another with --profile.`,
    };
  return undefined;
}

/**
 * Names of the profiles in the shared files, for messages only.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
async function profileNames(env: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = join(env['HOME'] ?? env['USERPROFILE'] ?? '', '.aws');
  const files = [
    env['AWS_CONFIG_FILE'] ?? join(folder, 'config'),
    env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials'),
  ];
  // A file that is not there has no profiles.
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  const names = texts.flatMap((text) =>
    [...text.matchAll(/^[ \t]*\[[ \t]*(?:profile[ \t]+)?["']?([^\]"']+?)["']?[ \t]*\]/gm)].map(([, name = '']) => name),
  );
  return [...new Set(names.filter((name) => !/^(?:sso-session|services)[ \t]/.test(name)))].sort();
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
        // It warns on the console where keys stand in the environment beside a profile; the profile was asked for.
        logger: silent,
        clientConfig: { region, ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }) },
        // A profile may name a role that is assumed with the keys of another.
        clientPlugins: [hideSigner],
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
        clientPlugins: [hideSigner],
      });
    });
    return (await assumed)();
  };
}

const hide = ({ accessKeyId, secretAccessKey, sessionToken }: Partial<AwsCredentials>): void =>
  neverShow([accessKeyId, secretAccessKey, sessionToken]);

/** What the SDK keeps beside a request: the credentials that it is to be signed with. */
interface RequestContext {
  readonly __smithy_context?: {
    readonly selectedHttpAuthScheme?: { readonly identity?: Partial<AwsCredentials> };
  };
}

/** Credentials that only ask STS for others never come out of the SDK, but STS may repeat them in an error. */
const hideSigner: NonNullable<FromTemporaryCredentialsOptions['clientPlugins']>[number] = {
  applyToStack: (stack) =>
    stack.add(
      (next, context) => (args) => {
        hide((context as RequestContext).__smithy_context?.selectedHttpAuthScheme?.identity ?? {});
        return next(args);
      },
      // The SDK applies it to a client again each time it renews what it got.
      { step: 'build', name: 'hideSigner', override: true },
    ),
};

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
        hide(credentials);
        return credentials;
      });
      current.catch(() => {
        current = undefined;
      });
    }
    return current;
  };
}

/** @throws CredentialsProviderError, as the SDK's sources do, when nothing came within some ms */
function within(limitMs: number, credentials: Promise<AwsCredentials>): Promise<AwsCredentials> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new Error(`no answer from where they come from within ${limitMs / 1000} s`);
      error.name = 'CredentialsProviderError';
      reject(error);
    }, limitMs);
    credentials.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
