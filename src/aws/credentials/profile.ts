import { sessionName } from '../../program/user-agent.ts';
import { readBounded, whyNotRead } from '../../program/read-file.ts';
import { neverShow } from '../../secrets/redact.ts';
import { nearest } from '../../text/nearest.ts';
import type { AwsCredentials } from '../clients.ts';
import type { Section } from '../shared-files.ts';
import { fromContainer } from './container.ts';
import { fromKeys } from './environment.ts';
import { SourceFault } from './fault.ts';
import { fromMetadata } from './metadata.ts';
import type { RunAccess } from './provider.ts';
import type { Role, SourceContext } from './types.ts';

/**
 * Credentials of a profile, by the first way that it names: a role, IAM Identity Center, keys, a program, a console
 * sign-in. A way that is named and fails is the end: nobody wants to be somebody else because of a typing error.
 * https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html
 * @returns undefined when the profile says nothing of credentials
 * @throws SourceFault; the network's error
 */
export async function fromProfile(
  name: string,
  context: SourceContext,
  visited: readonly string[] = [],
): Promise<AwsCredentials | undefined> {
  const section = context.configuration.files.profiles.get(name);
  if (section === undefined) return undefined;
  // The keys of a profile that names itself as its source are what its role is assumed with.
  const isOwnSource = visited.at(-1) === name;
  if (section['role_arn'] !== undefined && !isOwnSource) return fromRoleOf(name, section, context, visited);
  if (usesSso(section)) return (await import('./sso.ts')).fromIdentityCenter(name, section, context);
  const keys = keysOf(name, section);
  if (keys !== undefined) return keys;
  const command = section['credential_process'];
  if (command !== undefined) return (await import('./process.ts')).fromProgram(name, command, context);
  if (section['login_session'] !== undefined) return (await import('./login.ts')).fromSignIn(name, section, context);
  return undefined;
}

/** Settings of a profile each of which names a way to credentials. */
const ways = [
  'role_arn',
  'sso_session',
  'sso_account_id',
  'sso_role_name',
  'aws_access_key_id',
  'aws_secret_access_key',
  'credential_process',
  'login_session',
];

/** Where a profile's credentials begin, as far as it is seen without asking anybody: a profile that says nothing has no place. */
export function beginningOf(
  name: string,
  profiles: ReadonlyMap<string, Section>,
  visited: readonly string[] = [],
): 'the instance' | 'elsewhere' | undefined {
  const section = profiles.get(name) ?? {};
  if (!ways.some((way) => section[way] !== undefined)) return undefined;
  if (section['role_arn'] === undefined) return 'elsewhere';
  if (section['credential_source'] === 'Ec2InstanceMetadata') return 'the instance';
  const other = section['source_profile'];
  if (other === undefined || visited.includes(name)) return 'elsewhere';
  return beginningOf(other, profiles, [...visited, name]) ?? 'elsewhere';
}

/** What kind of credentials a profile names and which roles it assumes, as far as its file says. Asks nobody, and takes no secret along. */
export function accessOfProfile(
  name: string,
  profiles: ReadonlyMap<string, Section>,
  visited: readonly string[] = [],
): RunAccess {
  const section = profiles.get(name) ?? {};
  const { role_arn: role, credential_source: kind, source_profile: other } = section;
  if (role === undefined || visited.at(-1) === name)
    return { source: `profile ${name}: ${kindOf(section)}`, roles: [] };
  if (section['web_identity_token_file'] !== undefined)
    return { source: `profile ${name}: web identity token`, roles: [role] };
  if (kind !== undefined) return { source: `profile ${name}: ${namedSources[kind] ?? kind}`, roles: [role] };
  if (other === undefined || (visited.includes(other) && other !== name))
    return { source: `profile ${name}: role`, roles: [role] };
  const { source, roles } = accessOfProfile(other, profiles, [...visited, name]);
  return { source: other === name ? source : `profile ${name}, by ${source}`, roles: [...roles, role] };
}

const namedSources: Readonly<Record<string, string>> = {
  Environment: 'credentials of the environment',
  EcsContainer: 'role of the container',
  Ec2InstanceMetadata: 'role of the EC2 instance',
};

function kindOf(section: Section): string {
  const { sso_role_name: set, sso_account_id: account } = section;
  if (usesSso(section))
    return `IAM Identity Center${set === undefined ? '' : `, permission set ${set}`}${account === undefined ? '' : ` of account ${account}`}`;
  if (section['aws_access_key_id'] !== undefined)
    return (section['aws_session_token'] ?? section['aws_security_token']) === undefined
      ? 'long-lived access key'
      : 'temporary credentials';
  if (section['credential_process'] !== undefined) return 'a program (credential_process)';
  if (section['login_session'] !== undefined) return 'sign-in to the console (login_session)';
  return 'nothing of its own';
}

const usesSso = (section: Section): boolean =>
  ['sso_session', 'sso_account_id', 'sso_role_name'].some((key) => section[key] !== undefined);

function keysOf(name: string, section: Section): AwsCredentials | undefined {
  return fromKeys(
    `the profile ${name}`,
    { name: 'aws_access_key_id', value: section['aws_access_key_id'] },
    { name: 'aws_secret_access_key', value: section['aws_secret_access_key'] },
    section['aws_session_token'] ?? section['aws_security_token'],
  );
}

async function fromRoleOf(
  name: string,
  section: Section,
  context: SourceContext,
  visited: readonly string[],
): Promise<AwsCredentials> {
  const source = `the profile ${name} (role)`;
  const roleArn = section['role_arn'] ?? '';
  const { assumeRole, assumeRoleWithToken } = await import('./sts.ts');
  const tokenFile = section['web_identity_token_file'];
  if (tokenFile !== undefined) {
    const token = await readToken(source, tokenFile);
    return assumeRoleWithToken(
      source,
      { roleArn, sessionName: section['role_session_name'] ?? sessionName, token },
      context,
    );
  }
  const master = await masterOf(source, name, section, context, visited);
  const duration = section['duration_seconds'];
  if (duration !== undefined && !/^\d{1,6}$/.test(duration))
    throw new SourceFault(source, `duration_seconds is ${JSON.stringify(duration)}; expected whole seconds`);
  const serial = section['mfa_serial'];
  return assumeRole(
    source,
    master,
    {
      roleArn,
      sessionName: section['role_session_name'] ?? sessionName,
      externalId: section['external_id'],
      durationSeconds: duration === undefined ? undefined : Number(duration),
      mfa: serial === undefined ? undefined : { serial, code: await codeOf(name, source, serial, context) },
    },
    context,
  );
}

/** Credentials that a profile's role is assumed with. */
async function masterOf(
  source: string,
  name: string,
  section: Section,
  context: SourceContext,
  visited: readonly string[],
): Promise<AwsCredentials> {
  const { source_profile: other, credential_source: kind } = section;
  if (other !== undefined && kind !== undefined)
    throw new SourceFault(source, 'it has source_profile and credential_source; expected one of them');
  if (kind !== undefined) return fromNamedSource(source, kind, context);
  if (other === undefined)
    throw new SourceFault(
      source,
      'it has role_arn, but neither source_profile, credential_source nor web_identity_token_file',
    );
  const way = [...visited, name];
  if (visited.includes(other) || (other === name && visited.length > 0))
    throw new SourceFault(source, `its source_profile goes in a circle: ${[...way, other].join(' → ')}`);
  const { profiles } = context.configuration.files;
  if (!profiles.has(other)) {
    const near = nearest(other, [...profiles.keys()]);
    const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
    throw new SourceFault(source, `its source_profile ${other} does not exist${offer}`);
  }
  const master = await fromProfile(other, context, way);
  if (master === undefined) throw new SourceFault(source, `its source_profile ${other} has no credentials`);
  return master;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
async function fromNamedSource(source: string, kind: string, context: SourceContext): Promise<AwsCredentials> {
  const found = await fromNamed(source, kind, context);
  if (found === undefined) throw new SourceFault(source, `its credential_source ${kind} has no credentials`);
  return found;
}

async function fromNamed(source: string, kind: string, context: SourceContext): Promise<AwsCredentials | undefined> {
  if (kind === 'Environment') return (await import('./environment.ts')).fromEnvironment(context.env);
  if (kind === 'EcsContainer') return fromContainer(context);
  if (kind === 'Ec2InstanceMetadata') return fromMetadata(context);
  throw new SourceFault(
    source,
    `its credential_source is ${JSON.stringify(kind)}; expected Environment, Ec2InstanceMetadata or EcsContainer`,
  );
}

async function codeOf(name: string, source: string, serial: string, { askCode }: SourceContext): Promise<string> {
  if (askCode === undefined)
    throw new SourceFault(
      source,
      `it asks for the code of the MFA device ${serial}, and there is no terminal to ask on`,
      {
        hint: `Where there is one, \`aws configure export-credentials --profile ${name} --format env\` asks for it and prints short-lived credentials: set them here and leave out --profile${name === 'default' ? '' : ` ${name}`}; or use a profile without mfa_serial.`,
      },
    );
  const code = (await askCode(serial)).trim();
  if (!/^\d{6}$/.test(code)) throw new SourceFault(source, 'the MFA code has six digits; what was typed has not');
  return code;
}

/** STS takes tokens of 20,000 characters. */
const mostBytes = 1_048_576;

/** Reads a web identity token. @throws SourceFault */
export async function readToken(source: string, file: string): Promise<string> {
  let token: string;
  try {
    token = (await readBounded(file, mostBytes)).toString('utf8').trim();
  } catch (error) {
    throw new SourceFault(source, `the web identity token file ${file} could not be read: ${whyNotRead(error)}`, {
      cause: error,
    });
  }
  if (token === '') throw new SourceFault(source, `the web identity token file ${file} is empty`);
  neverShow([token]);
  return token;
}

/** A role that is assumed on top of what the sources give. @throws SourceFault; the network's error */
export async function assumeOnTop(master: AwsCredentials, role: Role, context: SourceContext): Promise<AwsCredentials> {
  const { assumeRole } = await import('./sts.ts');
  return assumeRole('--role-arn', master, { ...role, sessionName }, context);
}
