import { homedir } from 'node:os';
import { join } from 'node:path';
import { externalDataInterceptor, loadSharedConfigFiles } from '@smithy/core/config';
import { AuditError } from '../program/errors.ts';
import { readBounded, whyNotRead } from '../program/read-file.ts';
import { NotText, decode } from '../text/decode.ts';

/** A section's settings by name; those of a nested section (`s3 =` and indented lines) as `s3.endpoint_url`. */
export type Section = Readonly<Record<string, string>>;

/**
 * What AWS's shared configuration files say.
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export interface SharedFiles {
  /** Of both files; where they differ, the credentials file decides, as in AWS's command line. */
  readonly profiles: ReadonlyMap<string, Section>;
  /** The `[services NAME]` sections: endpoints by service. */
  readonly services: ReadonlyMap<string, Section>;
  readonly ssoSessions: ReadonlyMap<string, Section>;
  /** Paths, for messages and for the SDK. */
  readonly config: string;
  readonly credentials: string;
}

/** No files at all. */
export const noFiles: SharedFiles = {
  profiles: new Map(),
  services: new Map(),
  ssoSessions: new Map(),
  config: '',
  credentials: '',
};

/** A variable's value; an empty one counts as unset, as AWS's tools have it. */
export function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

/** The home folder, as AWS's tools find it. */
export const homeOf = (env: NodeJS.ProcessEnv): string =>
  variable(env, 'HOME') ?? variable(env, 'USERPROFILE') ?? homedir();

/**
 * Reads `~/.aws/config` and `~/.aws/credentials`, or what AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name. A file
 * that is not there says nothing.
 * @throws AuditError `config` when a file is there and cannot be read
 */
export async function readSharedFiles(env: NodeJS.ProcessEnv): Promise<SharedFiles> {
  const home = homeOf(env);
  const place = (name: string, usual: string): string =>
    (variable(env, name) ?? join(home, '.aws', usual)).replace(/^~(?=[/\\])/, home);
  const config = place('AWS_CONFIG_FILE', 'config');
  const credentials = place('AWS_SHARED_CREDENTIALS_FILE', 'credentials');
  const texts = new Map<string, string>();
  // One after another: both may be the same pipe.
  // oxlint-disable-next-line no-await-in-loop
  for (const file of new Set([config, credentials])) texts.set(file, await textOf(file));
  const files = await parsed(config, credentials, texts);
  const profiles = new Map<string, Section>();
  const services = new Map<string, Section>();
  const ssoSessions = new Map<string, Section>();
  for (const [name, values] of Object.entries(files.configFile)) {
    const section = named(values as Section);
    const [, kind, of] = /^(services|sso-session)\.(.+)$/.exec(name) ?? [];
    if (of === undefined) profiles.set(name, section);
    else (kind === 'services' ? services : ssoSessions).set(of, section);
  }
  for (const [name, values] of Object.entries(files.credentialsFile))
    profiles.set(name, { ...profiles.get(name), ...named(values as Section) });
  return { profiles, services, ssoSessions, config, credentials };
}

/** Names of settings count in any case, as in AWS's command line. */
const named = (section: Section): Section =>
  Object.fromEntries(Object.entries(section).map(([name, value]) => [name.toLowerCase(), value]));

/** Some fifty thousand profiles. */
const mostBytes = 16 * 1_048_576;

/** The text of a file; none of one that is not there. */
async function textOf(file: string): Promise<string> {
  try {
    return decode(await readBounded(file, mostBytes));
  } catch (error) {
    const why = whyNotRead(error);
    if (why === 'ENOENT' || why === 'ENOTDIR') return '';
    const what = error instanceof NotText ? `${file}:${error.line}: the file ${why}` : `${file} cannot be read: ${why}`;
    throw new AuditError('config', `the AWS configuration file ${what}`, {
      hint: 'Make it readable, or name another by AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.',
      cause: error,
    });
  }
}

/** What the SDK reads in texts. It takes them at once as what stands in the files, so that nobody else finds them there. */
function parsed(config: string, credentials: string, texts: ReadonlyMap<string, string>) {
  for (const [file, text] of texts) externalDataInterceptor.interceptFile(file, withoutRefused(text));
  try {
    return loadSharedConfigFiles({ configFilepath: config, filepath: credentials, ignoreCache: true });
  } finally {
    const given = externalDataInterceptor.getFileRecord();
    for (const file of texts.keys()) delete given[file];
  }
}

/** Sections for whose sake the SDK refuses the whole file. */
const refused = new Set(['__proto__', 'profile __proto__']);

/** A text without the sections that the SDK refuses: the others are read all the same. */
function withoutRefused(text: string): string {
  if (!text.includes('__proto__')) return text;
  let isRefused = false;
  return text
    .split('\n')
    .filter((line) => {
      // As the SDK tells a section.
      const trimmed = line.split(/(?:^|\s)[;#]/)[0]?.trim() ?? '';
      if (trimmed.startsWith('[') && trimmed.endsWith(']')) isRefused = refused.has(trimmed.slice(1, -1));
      return !isRefused;
    })
    .join('\n');
}
