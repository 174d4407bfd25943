import { sessionName as usualSessionName } from '../../program/user-agent.ts';
import type { AwsCredentials } from '../clients.ts';
import { variable } from '../shared-files.ts';
import { fromContainer } from './container.ts';
import { fromEnvironment } from './environment.ts';
import { SourceFault } from './fault.ts';
import { fromMetadata, regionOfInstance } from './metadata.ts';
import type { MetadataContext } from './metadata.ts';
import { accessOfProfile, beginningOf, fromProfile, readToken } from './profile.ts';
import type { RunAccess } from './provider.ts';
import type { Limited, SourceContext } from './types.ts';

interface Source {
  /** As it stands in a message. */
  readonly label: string;
  /** For reports: what kind of credentials they are, and the roles that were assumed. */
  access(): RunAccess;
  /** The same when it had nothing, with why. */
  readonly without: string;
  /** Undefined when it is not configured. */
  get(): Promise<AwsCredentials | undefined>;
}

/**
 * The sources in the order of AWS's command line: keys in the environment (not with `--profile`), a role of the profile, a web
 * identity token of the environment (not with `--profile`), whatever else the profile has, the container's endpoint, the
 * instance's. The first one that is configured decides.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html#configure-precedence
 */
function sourcesOf(context: SourceContext): Source[] {
  const { configuration, env } = context;
  const { profile, profileFrom } = configuration;
  const named = profileFrom === '--profile';
  const { role_arn: role, web_identity_token_file: tokenOfProfile } = configuration.section;
  // A variable goes before the setting of the same meaning.
  const hasRole = role !== undefined && tokenOfProfile === undefined;
  const environment: Source = {
    label: 'the environment, AWS_ACCESS_KEY_ID',
    without: 'the environment (no AWS_ACCESS_KEY_ID)',
    access: () => ({ source: `environment: ${environmentKind(env)}`, roles: [] }),
    get: async () => fromEnvironment(env),
  };
  const token: Source = {
    label: 'the web identity token of AWS_WEB_IDENTITY_TOKEN_FILE',
    without: 'a web identity token (no AWS_WEB_IDENTITY_TOKEN_FILE)',
    access: () => ({
      source: 'web identity token of AWS_WEB_IDENTITY_TOKEN_FILE',
      roles: [variable(env, 'AWS_ROLE_ARN')].filter((role) => role !== undefined),
    }),
    get: () => fromTokenOfEnvironment(context),
  };
  return [
    ...(named ? [] : [environment]),
    ...(named || hasRole ? [] : [token]),
    {
      label: `the profile ${profile}`,
      without: `the profile ${profile} (${configuration.files.profiles.has(profile) ? 'no keys, role, SSO, credential_process or login_session' : 'no such profile'})`,
      access: () => accessOfProfile(profile, configuration.files.profiles),
      get: () => fromProfile(profile, context),
    },
    ...(named || !hasRole ? [] : [token]),
    {
      label: "the container's credentials endpoint",
      without: 'a container (no AWS_CONTAINER_CREDENTIALS_…_URI)',
      access: () => ({ source: 'role of the container (ECS task, EKS pod or CloudShell)', roles: [] }),
      get: () => fromContainer(context),
    },
    {
      label: 'the instance metadata service',
      without: 'the instance metadata service (AWS_EC2_METADATA_DISABLED)',
      access: () => ({ source: 'role of the EC2 instance (instance metadata service)', roles: [] }),
      get: () => fromMetadata(context),
    },
  ];
}

const environmentKind = (env: NodeJS.ProcessEnv): string =>
  variable(env, 'AWS_SESSION_TOKEN') === undefined
    ? 'long-lived access key (AWS_ACCESS_KEY_ID)'
    : 'temporary credentials (AWS_SESSION_TOKEN)';

/**
 * The region of the instance, when nothing names one and the credentials are the instance's. AWS's command line asks for it
 * wherever nothing names a region, and waits a second where nothing answers; the SDK for JavaScript never does.
 */
export async function regionBesideCredentials(context: MetadataContext): Promise<string | undefined> {
  const { env, configuration } = context;
  const { profile, profileFrom, files } = configuration;
  const named = profileFrom === '--profile';
  const has = (...names: readonly string[]): boolean => names.some((name) => variable(env, name) !== undefined);
  if (!named && has('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY')) return undefined;
  const beginning = beginningOf(profile, files.profiles);
  if (beginning === 'elsewhere') return undefined;
  if (beginning === undefined) {
    if (!named && has('AWS_WEB_IDENTITY_TOKEN_FILE')) return undefined;
    if (has('AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI')) return undefined;
  }
  return regionOfInstance(context);
}

async function fromTokenOfEnvironment(context: SourceContext): Promise<AwsCredentials | undefined> {
  const file = variable(context.env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
  if (file === undefined) return undefined;
  const source = 'the web identity token of AWS_WEB_IDENTITY_TOKEN_FILE';
  const roleArn = variable(context.env, 'AWS_ROLE_ARN');
  if (roleArn === undefined) throw new SourceFault(source, 'AWS_ROLE_ARN is not set');
  const token = await readToken(source, file);
  const { assumeRoleWithToken } = await import('./sts.ts');
  const sessionName = variable(context.env, 'AWS_ROLE_SESSION_NAME') ?? usualSessionName;
  return assumeRoleWithToken(source, { roleArn, sessionName, token }, context);
}

/**
 * Asks the sources once.
 * @throws SourceFault when the one that is configured fails, or none is; the network's error
 */
export async function credentialsOnce(options: Limited): Promise<Found> {
  return firstOf(sourcesOf({ ...options, env: options.env ?? process.env }));
}

interface Found {
  readonly credentials: AwsCredentials;
  readonly source: string;
  readonly access: RunAccess;
}

async function firstOf(sources: readonly Source[]): Promise<Found> {
  const looked: string[] = [];
  for (const source of sources) {
    try {
      const found = await source.get();
      if (found !== undefined) return { credentials: found, source: source.label, access: source.access() };
      looked.push(source.without);
    } catch (error) {
      // Nothing answers there on any machine but an instance: that is the end of the list, not its fault.
      if (!(error instanceof SourceFault) || source !== sources.at(-1)) throw error;
      looked.push(`${error.source} (${error.message.slice(error.source.length + 2)})`);
    }
  }
  throw new SourceFault('no source has any', `looked at ${looked.join('; ')}`, {
    hint: 'Sign in (e.g. `aws sso login`), or choose a profile with --profile. To see what audit does without an account: `audit --demo`.',
  });
}
