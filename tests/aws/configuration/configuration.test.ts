import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { configure } from '../../../src/aws/configuration.ts';
import { credentialsOf } from '../../../src/aws/credentials/provider.ts';
import { readSharedFiles } from '../../../src/aws/shared-files.ts';
import { Transport } from '../../../src/aws/transport.ts';
import { emulator, needsEmulator } from '../../e2e/support.ts';
import { root } from '../../../src/stand-in/root.ts';
import { cases, type Answer, type Case } from './cases.ts';
import { differences } from './differences.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'audit-configuration-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The environment of a case, with its files written. */
const environments = cases.map(({ env = {}, config = '', credentials = '' }, at) => {
  const home = path.join(dir, String(at));
  mkdirSync(home);
  const files = { config: path.join(home, 'config'), credentials: path.join(home, 'credentials') };
  writeFileSync(files.config, config);
  writeFileSync(files.credentials, credentials);
  return {
    HOME: home,
    AWS_CONFIG_FILE: files.config,
    AWS_SHARED_CREDENTIALS_FILE: files.credentials,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...env,
  };
});

async function ours({ profile, endpointUrl }: Case, env: NodeJS.ProcessEnv): Promise<Answer> {
  const configuration = configure({ profile, endpointUrl }, env, await readSharedFiles(env));
  const { region, caBundle, maxAttempts, useFips, useDualstack } = configuration;
  const [s3, sts] = [configuration.endpointOf('S3'), configuration.endpointOf('STS')];
  const { provider } = credentialsOf({
    configuration,
    transport: new Transport(),
    region: region ?? 'us-east-1',
    env: { ...env, PATH: process.env['PATH'] },
  });
  const { accessKeyId: key } = await provider();
  return {
    ...(region === undefined ? {} : { region }),
    ...(s3 === undefined ? {} : { s3 }),
    ...(sts === undefined ? {} : { sts }),
    ...(useFips ? { fips: true } : {}),
    ...(useDualstack ? { dualstack: true } : {}),
    key,
    ...(caBundle === undefined ? {} : { caBundle }),
    ...(maxAttempts === undefined ? {} : { attempts: maxAttempts }),
  };
}

describe('what is configured', () => {
  it('is asked of at least sixty combinations', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ when }) => when)).size).toBe(cases.length);
  });

  it.each(cases.map((one, at) => [one.when, one, environments[at] ?? {}] as const))('by %s', async (_, one, env) => {
    expect(await ours(one, env).catch((): Answer => ({ error: true }))).toEqual(one.ours);
  });
});

describe('the others', () => {
  it('differ for a reason', () => {
    const asked = new Map(cases.map((one) => [one.when, one]));
    for (const [when, { javascript, boto3, why }] of Object.entries(differences)) {
      const { ours: own } = asked.get(when) ?? {};
      expect(own, when).toBeDefined();
      expect(why, when).toMatch(/^[A-Z].{20}/);
      expect(
        [javascript, boto3].some((answer) => answer !== undefined),
        when,
      ).toBe(true);
      for (const answer of [javascript, boto3]) expect(answer, when).not.toEqual(own);
    }
  });

  /** Answers of another program, which is given the cases as JSON. */
  function askedOf(command: string, args: readonly string[]): Answer[] {
    const input = JSON.stringify(
      cases.map(({ profile, endpointUrl }, at) => ({ profile, endpointUrl, env: environments[at] })),
    );
    const { stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Answer[];
  }

  it('the SDK for JavaScript says what the table says of it', () => {
    const answers = askedOf(process.execPath, [
      '--import',
      'tsx',
      path.join(root, 'tests/aws/configuration/ask-javascript.ts'),
    ]);
    expect(table(answers)).toEqual(
      table(cases.map((one) => differences[one.when]?.javascript ?? withoutBundle(one.ours))),
    );
  }, 60_000);

  it.skipIf(!emulator.available)(
    needsEmulator('boto3 says what the table says of it'),
    () => {
      const answers = askedOf(path.join(root, '.venv/bin/python'), [
        path.join(root, 'tests/aws/configuration/ask_boto3.py'),
      ]);
      expect(table(answers)).toEqual(table(cases.map((one) => differences[one.when]?.boto3 ?? one.ours)));
    },
    60_000,
  );
});

/** Answers by what they are to. */
const table = (answers: readonly Answer[]): Record<string, Answer> =>
  Object.fromEntries(cases.map(({ when }, at) => [when, answers[at] ?? {}]));

/** The SDK for JavaScript has no setting for certificates. */
function withoutBundle(answer: Answer): Answer {
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== 'caBundle'));
}
