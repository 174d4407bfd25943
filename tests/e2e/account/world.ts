import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { fakeCredentials } from '../../program/cli.ts';
import { startFront, type Front } from '../../../src/stand-in/front.ts';
import { startMoto, type Moto } from '../../../src/stand-in/moto.ts';

/**
 * Three accounts, because a setting that exists once per account has one verdict in each:
 * `main` has the bad global settings, `second` the good ones (and manages the organization), `bare` has nothing at all.
 */
export const accountIds = { main: '123456789012', second: '210987654321', bare: '345678901234' } as const;
export type AccountName = keyof typeof accountIds;

/** Both are enabled in every account. In `main`, regional settings are bad in the first and good in the second. */
export const regions = ['eu-west-1', 'us-east-1'] as const;
export type Region = (typeof regions)[number];

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What the SDK's clients need to write into one account and region of the emulator. */
export interface ClientConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly maxAttempts: number;
  readonly credentials: Credentials;
}

/** The emulator, the front before it, and the accounts in it. */
export interface World {
  readonly front: Front;
  readonly moto: Moto;
  /** When the account is built; ages of things are counted back from here. */
  readonly now: number;
  /** How tests call a resource that has no name of its own, or one that others have too; by id. */
  readonly labels: Map<string, string>;
  credentials(account: AccountName): Credentials;
  /** Through the front. */
  at(account: AccountName, region?: Region): ClientConfig;
  /** Past the front: what the emulator itself says, for canned answers that change a part of it. */
  behind(account: string, region: string): ClientConfig;
  /** Environment variables that make the CLI look at an account. */
  env(account: AccountName): Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the emulator and signs in to the accounts; nothing is in them yet. */
export async function startWorld(): Promise<World> {
  const moto = await startMoto({ managedPolicies: true });
  const front = await startFront({ upstream: moto.url, defaultAccount: accountIds.main });
  const keys: Record<AccountName, Credentials> = {
    main: fakeCredentials,
    second: await assume(front.url, accountIds.second),
    bare: await assume(front.url, accountIds.bare),
  };
  const configOf = (endpoint: string, credentials: Credentials, region: string): ClientConfig => ({
    endpoint,
    region,
    maxAttempts: 1,
    credentials,
  });
  const nameOf = (id: string): AccountName =>
    id === accountIds.second ? 'second' : id === accountIds.bare ? 'bare' : 'main';
  return {
    front,
    moto,
    now: Date.now(),
    labels: new Map(),
    credentials: (account) => keys[account],
    at: (account, region = 'us-east-1') => configOf(front.url, keys[account], region),
    behind: (account, region) => configOf(moto.url, keys[nameOf(account)], region),
    env: (account) => ({
      AWS_ACCESS_KEY_ID: keys[account].accessKeyId,
      AWS_SECRET_ACCESS_KEY: keys[account].secretAccessKey,
      AWS_SESSION_TOKEN: keys[account].sessionToken,
    }),
    async stop() {
      await front.stop();
      await moto.stop();
    },
  };
}

/** The emulator makes an account when a role of it is assumed, and knows it again by the access key. */
async function assume(endpoint: string, account: string): Promise<Credentials> {
  const sts = new STSClient({ endpoint, region: 'us-east-1', credentials: fakeCredentials });
  const role = { RoleArn: `arn:aws:iam::${account}:role/auditor`, RoleSessionName: 'e2e' };
  const { Credentials } = await sts.send(new AssumeRoleCommand(role));
  if (
    Credentials?.AccessKeyId === undefined ||
    Credentials.SecretAccessKey === undefined ||
    Credentials.SessionToken === undefined
  )
    throw new Error('the emulator gave no credentials');
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
  };
}

const dayMs = 86_400_000;

/** ISO 8601, some days (and minutes) before the account was built. */
export const daysAgo = ({ now }: Pick<World, 'now'>, days: number, minutes = 0): string =>
  new Date(now - days * dayMs + minutes * 60_000).toISOString();

/** @throws when the emulator left out what AWS always gives. */
export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the emulator gave no ${what}`);
  return value;
}

export const json = (value: unknown): string => JSON.stringify(value);

/** A policy document with the given statements. */
export const policy = (...statements: readonly object[]): string =>
  json({ Version: '2012-10-17', Statement: statements });
