import { AuditError } from '../program/errors.ts';
import { nearest } from '../text/nearest.ts';
import type { Section, SharedFiles } from './shared-files.ts';
import { variable } from './shared-files.ts';

/** What the command line says of how AWS is reached. */
export interface Given {
  readonly profile?: string | undefined;
  readonly endpointUrl?: string | undefined;
}

/**
 * How AWS is reached, put together from the command line, the environment and one profile as AWS's command line does:
 * whatever a profile says comes from the chosen profile alone, never from another.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 */
export interface AwsConfiguration {
  readonly profile: string;
  /** What named the profile: `--profile`, `AWS_PROFILE`, or nothing. */
  readonly profileFrom: '--profile' | 'AWS_PROFILE' | 'AWS_DEFAULT_PROFILE' | undefined;
  /** The profile's settings; empty when nothing named it and the files have no `default`. */
  readonly section: Section;
  readonly files: SharedFiles;
  /** Undefined when nothing names one. */
  readonly region: string | undefined;
  readonly useFips: boolean;
  readonly useDualstack: boolean;
  /** A file of certificates that are trusted instead of the usual ones. */
  readonly caBundle: string | undefined;
  /**
   * How often a call that fails in passing is tried in all; undefined: as we think fit. Throttled calls are tried on at a
   * slower pace, whatever it says: giving up on them would leave holes in what is read.
   */
  readonly maxAttempts: number | undefined;
  /**
   * Where a service's requests go instead of AWS.
   * @param sdkId the SDK's name of the service, e.g. `S3 Control`
   */
  endpointOf(sdkId: string): string | undefined;
}

/** A value and where it was said, for messages. */
interface Said {
  readonly value: string;
  readonly by: string;
}

/**
 * Reads no file and calls nothing.
 * @throws AuditError `credentials` for a profile that does not exist, `config` for a value that means nothing
 */
export function configure(given: Given, env: NodeJS.ProcessEnv, files: SharedFiles): AwsConfiguration {
  const [profile, profileFrom] = chooseProfile(given, env);
  const section = files.profiles.get(profile);
  if (section === undefined && profileFrom !== undefined) throw noProfile(profile, profileFrom, files);
  const found = new Settings(env, section ?? {}, profile);
  const attempts = found.of('AWS_MAX_ATTEMPTS', 'max_attempts');
  assertRetryMode(found.of('AWS_RETRY_MODE', 'retry_mode'));
  return {
    profile,
    profileFrom,
    section: section ?? {},
    files,
    region: regionOf(found),
    useFips: found.isOn('AWS_USE_FIPS_ENDPOINT', 'use_fips_endpoint'),
    useDualstack: found.isOn('AWS_USE_DUALSTACK_ENDPOINT', 'use_dualstack_endpoint'),
    caBundle: found.of('AWS_CA_BUNDLE', 'ca_bundle')?.value,
    maxAttempts: attempts === undefined ? undefined : positive(attempts),
    endpointOf: endpointsOf(given, env, files, found),
  };
}

function chooseProfile({ profile }: Given, env: NodeJS.ProcessEnv): [string, AwsConfiguration['profileFrom']] {
  if (profile !== undefined && profile !== '') return [profile, '--profile'];
  for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'] as const) {
    const value = variable(env, name);
    if (value !== undefined) return [value, name];
  }
  return ['default', undefined];
}

function noProfile(profile: string, from: string, { profiles, config, credentials }: SharedFiles): AuditError {
  const names = [...profiles.keys()].sort();
  const near = nearest(profile, names);
  const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  const by = from === '--profile' ? '' : ` (${from})`;
  return new AuditError('credentials', `the AWS configuration files have no profile ${profile}${by}${offer}`, {
    hint:
      names.length === 0
        ? `${config} and ${credentials} have none at all: \`aws configure\` makes one.`
        : `Profiles: ${names.join(', ')}.`,
  });
}

/** Looks settings up: the environment wins over the profile. */
class Settings {
  readonly #env: NodeJS.ProcessEnv;
  readonly #section: Section;
  readonly #profile: string;

  constructor(env: NodeJS.ProcessEnv, section: Section, profile: string) {
    this.#env = env;
    this.#section = section;
    this.#profile = profile;
  }

  inEnvironment(name: string): Said | undefined {
    const value = variable(this.#env, name);
    return value === undefined ? undefined : { value, by: name };
  }

  inProfile(name: string): Said | undefined {
    const value = this.#section[name]?.trim();
    return value === undefined || value === '' ? undefined : { value, by: `${name} of the profile ${this.#profile}` };
  }

  of(variableName: string, name: string): Said | undefined {
    return this.inEnvironment(variableName) ?? this.inProfile(name);
  }

  /** @throws AuditError `config` for anything but true and false */
  isOn(variableName: string, name: string): boolean {
    const said = this.of(variableName, name);
    if (said === undefined) return false;
    const value = said.value.toLowerCase();
    if (value === 'true' || value === 'false') return value === 'true';
    throw wrong(said, 'true or false');
  }
}

const wrong = ({ value, by }: Said, expected: string): AuditError =>
  new AuditError('config', `${by} is ${JSON.stringify(value)}; expected ${expected}`);

function positive(said: Said): number {
  if (/^\d{1,4}$/.test(said.value) && Number(said.value) > 0) return Number(said.value);
  throw wrong(said, 'a whole number above 0');
}

/** Calls are paced by what AWS answers, whatever the mode; but what is no mode is a mistake. */
function assertRetryMode(said: Said | undefined): void {
  if (said !== undefined && !['legacy', 'standard', 'adaptive'].includes(said.value.toLowerCase()))
    throw wrong(said, 'legacy, standard or adaptive');
}

function regionOf(found: Settings): string | undefined {
  const said =
    found.inEnvironment('AWS_REGION') ?? found.inEnvironment('AWS_DEFAULT_REGION') ?? found.inProfile('region');
  if (said === undefined) return undefined;
  // It becomes part of a host name.
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(said.value))
    throw wrong(said, 'the name of a region, such as eu-west-1');
  return said.value;
}

/** The name that a service has in variables and in `[services]` sections: `S3_CONTROL`, `s3_control`. */
const nameOf = (sdkId: string): string => sdkId.replaceAll(/[ -]/g, '_');

/**
 * The order is AWS's: command line, variable of the service, variable, the profile's services section, the profile.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
function endpointsOf(
  given: Given,
  env: NodeJS.ProcessEnv,
  files: SharedFiles,
  found: Settings,
): AwsConfiguration['endpointOf'] {
  const { endpointUrl } = given;
  if (endpointUrl !== undefined) {
    const url = assertUrl({ value: endpointUrl, by: '--endpoint-url' });
    return () => url;
  }
  if (found.isOn('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS', 'ignore_configured_endpoint_urls')) return () => undefined;
  const prefix = 'AWS_ENDPOINT_URL_';
  const byVariable = new Map(
    Object.keys(env)
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => {
        const said = found.inEnvironment(name);
        return said === undefined ? [] : [[name.slice(prefix.length), assertPrivate(said)] as const];
      }),
  );
  const general = found.inEnvironment('AWS_ENDPOINT_URL');
  const ofVariable = general === undefined ? undefined : assertPrivate(general);
  const byProfile = servicesOf(found, files);
  const whole = found.inProfile('endpoint_url');
  const ofProfile = whole === undefined ? undefined : assertPrivate(whole);
  return (sdkId) => {
    const name = nameOf(sdkId);
    return (
      byVariable.get(name.toUpperCase()) ?? ofVariable ?? byProfile.get(name.toLowerCase()) ?? ofProfile ?? undefined
    );
  };
}

function servicesOf(found: Settings, { services }: SharedFiles): ReadonlyMap<string, string> {
  const said = found.inProfile('services');
  if (said === undefined) return new Map();
  const section = services.get(said.value);
  if (section === undefined)
    throw new AuditError('config', `${said.by} is ${said.value}, and there is no section [services ${said.value}]`, {
      hint:
        services.size === 0 ? 'The AWS configuration file has none.' : `There are: ${[...services.keys()].join(', ')}.`,
    });
  return new Map(
    Object.entries(section).flatMap(([key, value]) => {
      const [, service] = /^(.+)\.endpoint_url$/.exec(key) ?? [];
      if (service === undefined || value === '') return [];
      return [[service, assertPrivate({ value, by: `${service} endpoint_url of [services ${said.value}]` })] as const];
    }),
  );
}

function assertUrl(said: Said): string {
  if (URL.canParse(said.value) && /^https?:$/i.test(new URL(said.value).protocol)) return said.value;
  throw new AuditError('config', `${said.by}: ${said.value} is no http or https address`, {
    hint: 'Write it as http://localhost:4566.',
  });
}

/**
 * An endpoint that a file or a variable names may be read over plain HTTP on this machine only: requests are signed, and
 * carry the session token, for everybody on the way to read.
 */
function assertPrivate(said: Said): string {
  const url = assertUrl(said);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || isLocal(hostname)) return url;
  throw new AuditError('config', `${said.by}: ${said.value} would send credentials over plain HTTP`, {
    hint: `Use https, or say so on the command line: --endpoint-url ${said.value}.`,
  });
}

/**
 * This machine, and the addresses at which containers and instances get credentials.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 */
export function isLocal(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/.test(host) ||
    host === '::1' ||
    ['169.254.170.2', '169.254.170.23', '169.254.169.254', 'fd00:ec2::23', 'fd00:ec2::254'].includes(host)
  );
}
