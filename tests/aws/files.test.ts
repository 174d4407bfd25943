import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { openSession } from '../helpers/connection.ts';
import { readSharedFiles } from '../../src/aws/shared-files.ts';
import { AuditError } from '../../src/program/errors.ts';
import { folder } from '../cli/run.ts';

const home = folder();
afterAll(() => home.remove());
afterEach(() => vi.restoreAllMocks());

const own = join(home.path, 'own');
const cached = (kind: string, hash: string, of: string): string =>
  join(home.path, '.aws', kind, 'cache', `${createHash(hash).update(of).digest('hex')}.json`);
const role = 'role_arn = arn:aws:iam::111122223333:role/r';
const keys = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 's' };
const sso = 'sso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Auditor\n';
const corp = '[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n';

/** What names a file that is read before AWS is asked, and the exit code when it cannot be. */
const files: readonly {
  of: string;
  env?: NodeJS.ProcessEnv;
  config?: string;
  file?: string;
  code: number;
  message: RegExp;
}[] = [
  { of: 'AWS_CA_BUNDLE', env: { ...keys, AWS_CA_BUNDLE: own }, code: 2, message: /^AWS_CA_BUNDLE \(FILE\): it cannot be read: WHY$/ }, // prettier-ignore
  { of: 'ca_bundle', env: keys, config: `[default]\nca_bundle = ${own}\n`, code: 2, message: /^ca_bundle of the profile default \(FILE\): it cannot be read: WHY$/ }, // prettier-ignore
  { of: 'AWS_CONFIG_FILE', env: { AWS_CONFIG_FILE: own }, code: 2, message: /^the AWS configuration file FILE cannot be read: WHY$/ }, // prettier-ignore
  { of: 'AWS_SHARED_CREDENTIALS_FILE', env: { AWS_SHARED_CREDENTIALS_FILE: own }, code: 2, message: /^the AWS configuration file FILE cannot be read: WHY$/ }, // prettier-ignore
  { of: 'both of them', env: { AWS_CONFIG_FILE: own, AWS_SHARED_CREDENTIALS_FILE: own }, code: 2, message: /^the AWS configuration file FILE cannot be read: WHY$/ }, // prettier-ignore
  { of: 'AWS_WEB_IDENTITY_TOKEN_FILE', env: { AWS_WEB_IDENTITY_TOKEN_FILE: own, AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' }, code: 4, message: /the web identity token file FILE could not be read: WHY$/ }, // prettier-ignore
  { of: 'web_identity_token_file', config: `[default]\n${role}\nweb_identity_token_file = ${own}\n`, code: 4, message: /the profile default \(role\): the web identity token file FILE could not be read: WHY$/ }, // prettier-ignore
  { of: 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/', AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: own }, code: 4, message: /the file FILE of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE could not be read: WHY$/ }, // prettier-ignore
  { of: 'the sign-in of an sso_session', config: `[default]\n${sso}${corp}`, file: cached('sso', 'sha1', 'corp'), code: 4, message: /there is no valid sign-in .*: FILE could not be read: WHY$/ }, // prettier-ignore
  { of: 'the sign-in of a login_session', config: '[default]\nlogin_session = me\n', file: cached('login', 'sha256', 'me'), code: 4, message: /\(login_session\): FILE could not be read: WHY$/ }, // prettier-ignore
];

/** What stands there instead. */
const kinds: readonly [what: string, make: (file: string) => void, why: string][] = [
  [
    'a pipe that nobody writes to',
    (file) => execFileSync('mkfifo', [file]),
    'it is a pipe that nobody wrote to for 10 s',
  ],
  ['a device without end', (file) => execFileSync('ln', ['-s', '/dev/zero', file]), 'it is larger than \\d+ MiB'],
  ['a folder', (file) => mkdirSync(file), 'it is a directory'],
  ['too large', (file) => { writeFileSync(file, ''); truncateSync(file, 2 ** 32); }, 'it is larger than \\d+ MiB'], // prettier-ignore
  ['a link to itself', (file) => execFileSync('ln', ['-s', file, file]), 'ELOOP'],
];

async function failure(env: NodeJS.ProcessEnv): Promise<AuditError> {
  const error: unknown = await openSession({ regions: ['eu-west-1'], env })
    .then((session) => session.identity().finally(() => session.connection.close()))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(AuditError);
  return error as AuditError;
}

describe.each(files)('the file of $of', ({ env, config, file = own, code, message }) => {
  it.each(kinds)('is refused when it is %s', async (_what, make, why) => {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { recursive: true, force: true });
    make(file);
    writeFileSync(join(home.path, 'config'), config ?? '');
    // A pipe is waited for: here time passes by leaps.
    let now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => (now += 2000));
    const { exitCode, message: said } = await failure({
      HOME: home.path,
      AWS_CONFIG_FILE: join(home.path, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    });
    expect(said).toMatch(new RegExp(message.source.replace('FILE', file).replace('WHY', why)));
    expect(exitCode).toBe(code);
  });
});

describe("a file of AWS's configuration", () => {
  it.each<[what: string, bytes: Uint8Array, message: RegExp]>([
    [
      'in UTF-16, as PowerShell writes',
      Buffer.from('\ufeff[default]\n', 'utf16le'),
      /:1: the file is in UTF-16, not in UTF-8: save it as UTF-8$/,
    ],
    [
      'in Latin-1',
      Buffer.from('[default]\n# caf\xe9\n', 'latin1'),
      /:2: the file is not text in UTF-8: save it as UTF-8$/,
    ],
  ])('%s is named with the line', async (_what, bytes, message) => {
    const path = join(home.path, 'encoded');
    writeFileSync(path, bytes);
    const { exitCode, message: said } = await failure({
      ...keys,
      AWS_CONFIG_FILE: path,
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    });
    expect({ exitCode, said }).toEqual({ exitCode: 2, said: expect.stringMatching(message) as string });
  });

  it('may have a mark in front, and come through a pipe', async () => {
    const path = join(home.path, 'pipe');
    execFileSync('mkfifo', [path]);
    const opening = openSession({
      regions: ['eu-west-1'],
      env: { ...keys, AWS_CONFIG_FILE: path, AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_PROFILE: 'audit' },
    });
    execFileSync('sh', ['-c', `printf '\\357\\273\\277[profile audit]\\nregion = eu-central-1\\n' > '${path}'`]);
    const session = await opening;
    expect(session.connection.configuration.region).toBe('eu-central-1');
    session.connection.close();
  });
});

it.each(['[__proto__]', '[profile __proto__]', '  [__proto__] ; with a comment'])(
  'reads the other sections of a file that has %j, for which the SDK refuses all of it',
  async (header) => {
    const place = folder({
      config: `[default]\nregion = eu-west-1\n${header}\nregion = x\n[profile other]\nregion = eu-west-2\n`,
    });
    const { profiles } = await readSharedFiles({ HOME: place.path, AWS_CONFIG_FILE: join(place.path, 'config') });
    place.remove();
    expect([...profiles].map(([name, { region }]) => `${name} ${region}`)).toEqual([
      'default eu-west-1',
      'other eu-west-2',
    ]);
  },
);
