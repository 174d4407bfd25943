import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AuditError } from '../../../src/program/errors.ts';
import { openSession } from '../../helpers/connection.ts';
import { folder } from '../../cli/run.ts';
import { startFront, type Front } from '../../../src/stand-in/front.ts';

let front: Front;
/** Refuses every request for credentials, as a container's or a sign-in's endpoint may. */
let refusing: Server;
let refusingUrl: string;
let dir: ReturnType<typeof folder> | undefined;

beforeAll(async () => {
  front = await startFront();
  refusing = createServer((request, response) => {
    request.resume();
    response.writeHead(403, { 'content-type': 'application/json', 'x-amzn-errortype': 'ForbiddenException' });
    response.end('{"message":"No access"}');
  });
  await new Promise<void>((done) => refusing.listen(0, '127.0.0.1', done));
  refusingUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
});
afterAll(async () => {
  refusing.close();
  await front.stop();
});
afterEach(() => {
  front.reset();
  dir?.remove();
  dir = undefined;
});

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const command = `printf 'token-of-%s' ${secret}; exit 7`;

interface Fault {
  readonly when: string;
  readonly config?: string;
  readonly credentials?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly profile?: string;
  readonly env?: (path: string) => NodeJS.ProcessEnv;
  readonly roleArn?: string;
  /** What STS says, when it is asked. */
  readonly sts?: { readonly code: string; readonly status: number; readonly message?: string };
  readonly says: RegExp;
  readonly hint?: RegExp;
}

const base = `[base]\naws_access_key_id = AKIABASE\naws_secret_access_key = ${secret}\n`;
const role = (more: string): string => `[profile p]\nrole_arn = arn:aws:iam::111122223333:role/r\n${more}\n`;
const denied = { code: 'AccessDenied', status: 403, message: 'not authorized to perform: sts:AssumeRole' };
const sso = '[profile p]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Auditor\n';
const corp = '[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n';

const faults: readonly Fault[] = [
  {
    when: 'nothing is configured',
    says: /no source has any: looked at the environment .*; a web identity token .*; the profile default .*; a container .*; the instance metadata service/,
    hint: /aws sso login/,
  },
  {
    when: 'half a pair stands in the environment',
    env: () => ({ AWS_ACCESS_KEY_ID: 'AKIA' }),
    says: /the environment: half a pair of keys: AWS_ACCESS_KEY_ID is set, AWS_SECRET_ACCESS_KEY is not/,
  },
  {
    when: 'the other half does',
    env: () => ({ AWS_SECRET_ACCESS_KEY: secret }),
    says: /AWS_SECRET_ACCESS_KEY is set, AWS_ACCESS_KEY_ID is not/,
  },
  {
    when: 'half a pair stands in a profile',
    profile: 'base',
    credentials: '[base]\naws_access_key_id = AKIABASE\n',
    says: /the profile base: half a pair of keys: aws_access_key_id is set, aws_secret_access_key is not/,
  },
  {
    when: 'the profile does not exist',
    profile: 'prod-ue',
    config: '[profile prod-eu]\nregion = eu-west-1\n',
    says: /have no profile prod-ue; did you mean prod-eu\?/,
    hint: /Profiles: prod-eu/,
  },
  {
    when: 'AWS_PROFILE names one that does not exist',
    env: () => ({ AWS_PROFILE: 'gone' }),
    says: /have no profile gone \(AWS_PROFILE\)/,
    hint: /none at all/,
  },
  {
    when: 'the profile says nothing of credentials',
    profile: 'p',
    config: '[profile p]\nregion = eu-west-1\n',
    says: /the profile p \(no keys, role, SSO, credential_process or login_session\)/,
  },
  {
    when: 'the program fails',
    profile: 'p',
    config: `[profile p]\ncredential_process = ${command}\n`,
    says: /the profile p \(credential_process\): the program ended with exit code 7$/,
  },
  {
    when: 'the program is not there',
    profile: 'p',
    config: `[profile p]\ncredential_process = no-such-program-here --token ${secret}\n`,
    says: /the program was not found \(exit code 127\)/,
  },
  {
    when: 'the program prints nothing',
    profile: 'p',
    config: '[profile p]\ncredential_process = true\n',
    says: /the program printed nothing/,
  },
  {
    when: 'the program prints no JSON',
    profile: 'p',
    config: `[profile p]\ncredential_process = echo ${secret}\n`,
    says: /the program printed no JSON$/,
  },
  {
    when: 'the program prints a list',
    profile: 'p',
    config: "[profile p]\ncredential_process = echo '[]'\n",
    says: /printed no JSON object/,
  },
  {
    when: 'the program prints another version',
    profile: 'p',
    config: `[profile p]\ncredential_process = echo '{"Version":2}'\n`,
    says: /printed Version 2; expected 1/,
  },
  {
    when: 'the program prints half',
    profile: 'p',
    config: `[profile p]\ncredential_process = echo '{"Version":1,"SecretAccessKey":"${secret}"}'\n`,
    says: /printed no AccessKeyId$/,
  },
  {
    when: 'the program prints a wrong date',
    profile: 'p',
    config: `[profile p]\ncredential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"${secret}","Expiration":"soon"}'\n`,
    says: /an Expiration that is no date/,
  },
  {
    when: 'the program prints what has expired',
    profile: 'p',
    config: `[profile p]\ncredential_process = echo '{"Version":1,"AccessKeyId":"A","SecretAccessKey":"${secret}","Expiration":"2020-01-01T00:00:00Z"}'\n`,
    says: /expired at 2020-01-01/,
  },
  {
    when: 'a role has no source',
    profile: 'p',
    config: role(''),
    says: /the profile p \(role\): it has role_arn, but neither source_profile, credential_source nor web_identity_token_file/,
  },
  {
    when: 'its source does not exist',
    profile: 'p',
    config: `${role('source_profile = bse')}\n`,
    credentials: base,
    says: /its source_profile bse does not exist; did you mean base\?/,
  },
  {
    when: 'sources go in a circle',
    profile: 'p',
    config: `${role('source_profile = q')}[profile q]\nrole_arn = arn:aws:iam::111122223333:role/q\nsource_profile = p\n`,
    says: /its source_profile goes in a circle: p → q → p/,
  },
  {
    when: 'the source has no credentials',
    profile: 'p',
    config: `${role('source_profile = q')}[profile q]\nregion = eu-west-1\n`,
    says: /its source_profile q has no credentials/,
  },
  {
    when: 'a role has two sources',
    profile: 'p',
    config: role('source_profile = base\ncredential_source = Environment'),
    credentials: base,
    says: /source_profile and credential_source; expected one of them/,
  },
  {
    when: 'the named source is unknown',
    profile: 'p',
    config: role('credential_source = Enviroment'),
    says: /credential_source is "Enviroment"; expected Environment, Ec2InstanceMetadata or EcsContainer/,
  },
  {
    when: 'the named source is empty',
    profile: 'p',
    config: role('credential_source = Environment'),
    says: /credential_source Environment has no credentials/,
  },
  {
    when: 'STS refuses the role of a profile',
    profile: 'p',
    config: role('source_profile = base'),
    credentials: base,
    sts: denied,
    says: /the profile p \(role\): sts:AssumeRole of arn:aws:iam::111122223333:role\/r was refused: AccessDenied: not authorized/,
  },
  {
    when: 'STS refuses --role-arn',
    roleArn: 'arn:aws:iam::111122223333:role/x',
    env: () => ({ AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: secret }),
    sts: denied,
    says: /--role-arn: sts:AssumeRole of arn:aws:iam::111122223333:role\/x was refused: AccessDenied/,
  },
  {
    when: 'a role wants a code',
    profile: 'p',
    config: role('source_profile = base\nmfa_serial = arn:aws:iam::111122223333:mfa/me'),
    credentials: base,
    says: /asks for the code of the MFA device arn:aws:iam::111122223333:mfa\/me, and there is no terminal/,
    hint: /export-credentials/,
  },
  {
    when: 'the duration is none',
    profile: 'p',
    config: role('source_profile = base\nduration_seconds = an hour'),
    credentials: base,
    says: /duration_seconds is "an hour"; expected whole seconds/,
  },
  {
    when: 'the token file of a profile is missing',
    profile: 'p',
    config: role('web_identity_token_file = /no/such/file'),
    says: /web identity token file \/no\/such\/file could not be read: ENOENT/,
  },
  {
    when: 'the token file of the environment is empty',
    files: { token: '' },
    env: (path) => ({
      AWS_WEB_IDENTITY_TOKEN_FILE: join(path, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/w',
    }),
    says: /the web identity token of AWS_WEB_IDENTITY_TOKEN_FILE: .* is empty/,
  },
  {
    when: 'the role of the token is missing',
    files: { token: secret },
    env: (path) => ({ AWS_WEB_IDENTITY_TOKEN_FILE: join(path, 'token') }),
    says: /AWS_ROLE_ARN is not set/,
  },
  {
    when: 'STS refuses the token',
    files: { token: secret },
    env: (path) => ({
      AWS_WEB_IDENTITY_TOKEN_FILE: join(path, 'token'),
      AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/w',
    }),
    sts: { code: 'InvalidIdentityToken', status: 400, message: 'No OpenIDConnect provider found' },
    says: /sts:AssumeRoleWithWebIdentity of arn:aws:iam::111122223333:role\/w was refused: InvalidIdentityTokenException: No OpenIDConnect/,
  },
  {
    when: 'the sso-session has no section',
    profile: 'p',
    config: sso,
    says: /the profile p \(SSO\): .*config has no section \[sso-session corp\]/,
    hint: /aws configure sso-session/,
  },
  {
    when: 'the SSO profile has no role',
    profile: 'p',
    config: `${corp}${sso.replace(/sso_role_name.*\n/, '')}`,
    says: /sso_role_name is missing/,
    hint: /aws configure sso/,
  },
  {
    when: 'nobody signed in',
    profile: 'p',
    config: `${corp}${sso}`,
    says: /there is no valid sign-in for the role Auditor in account 111122223333/,
    hint: /Sign in: `aws sso login --profile p`/,
  },
  {
    when: "a container's endpoint refuses",
    env: () => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: `${refusingUrl}/role` }),
    says: /the container's credentials endpoint \(AWS_CONTAINER_CREDENTIALS_FULL_URI\): /,
  },
  {
    when: "a container's endpoint is no loopback",
    env: () => ({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://example.com/role' }),
    says: /the container's credentials endpoint .*/,
  },
  {
    when: 'nothing answers on the metadata address',
    env: () => ({ AWS_EC2_METADATA_DISABLED: 'false', AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.1:9' }),
    says: /looked at .*the instance metadata service \(/,
  },
];

describe('credentials that cannot be had say which source was asked and why it has none', () => {
  it.each(faults)(
    'when $when',
    async ({ config = '', credentials = '', files = {}, env, profile, roleArn, sts, says, hint }) => {
      dir = folder({ config, credentials, ...files });
      if (sts !== undefined) front.error({ service: 'sts' }, sts);
      const run = async (): Promise<unknown> => {
        const session = await openSession({
          regions: ['eu-west-1'],
          profile,
          roleArn,
          endpointUrl: front.url,
          env: {
            PATH: process.env['PATH'],
            HOME: dir?.path,
            AWS_CONFIG_FILE: join(dir?.path ?? '', 'config'),
            AWS_SHARED_CREDENTIALS_FILE: join(dir?.path ?? '', 'credentials'),
            AWS_EC2_METADATA_DISABLED: 'true',
            ...env?.(dir?.path ?? ''),
          },
        });
        return session.identity();
      };
      const error = await run().then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(AuditError);
      const { message, hint: told = '', exitCode } = error as AuditError;
      expect(message).toMatch(says);
      if (hint !== undefined) expect(told).toMatch(hint);
      expect(exitCode).toBe(4);
      expect(`${message}${told}`).not.toContain(secret);
      expect(`${message}${told}`).not.toMatch(/printf|no-such-program/);
      // Nobody was asked who these are.
      expect(front.record.count({ operation: 'GetCallerIdentity' })).toBe(0);
    },
  );
});
