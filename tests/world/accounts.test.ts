import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { Connection } from '../../src/aws/connection.ts';
import { Session } from '../../src/aws/session.ts';
import { Judging } from '../../src/engine/judge.ts';
import { jsonLines } from '../../src/engine/findings.ts';
import { collect } from '../../src/inventory/collect.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import { headerOf } from '../../src/inventory/header.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { snapshotLines } from '../../src/inventory/snapshot.ts';
import { sessionServices } from '../../src/services/session-services.ts';
import { account as first, mainRegion } from '../../src/stand-in/facts.ts';
import type { FaultScript } from '../../src/stand-in/faults.ts';
import { CannedError, startFront, type CannedBody, type Front } from '../../src/stand-in/front.ts';
import { answerWorld } from '../../src/stand-in/world.ts';
import { toJson } from '../../src/text/escape.ts';

const second = '210987654321';
const accounts = [first, second] as const;
const env = { AWS_ACCESS_KEY_ID: 'AKIAORGANIZATION', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: mainRegion };
const now = Date.parse('2026-06-01T00:00:00Z');
/** Of services that share answers, join questions, work things out of several types. */
const some = checks.filter(({ service }) =>
  ['cloudtrail', 'ec2', 'iam', 'kms', 'lambda', 's3', 'sts'].includes(service),
);
const plan = planFor(some, { tags: true });

/** The same with one account's id in place of another's. */
function renamed<T>(value: T, from: string, to: string): T {
  if (typeof value === 'string') return value.replaceAll(from, to) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, from, to)) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, renamed(each, from, to)])) as T;
}

const ofSecond = (body: CannedBody): CannedBody =>
  typeof body === 'function'
    ? async (request) => renamed(await body(renamed(request, second, first)), first, second)
    : renamed(body, first, second);

let front: Front;
const dir = mkdtempSync(join(tmpdir(), 'audit-accounts-'));
/** Two accounts whose resources have the same names. In the second, some things are otherwise. */
beforeAll(async () => {
  front = await startFront({ otherwise: 'empty', defaultAccount: first });
  await answerWorld(front);
  await answerWorld({
    answer: (match, body) => front.answer({ ...match, account: second }, ofSecond(body)),
    error: (match, error) => front.error({ ...match, account: second }, error),
  });
  front.answer({ service: 'sts', operation: 'AssumeRole' }, ({ input }) => roleOf(String(input['RoleArn'])));
  for (const [service, operation, body] of differences) front.answer({ service, operation, account: second }, body);
});
afterEach(() => front.faults());
afterAll(async () => {
  await front.stop();
  rmSync(dir, { recursive: true });
});

const differences: readonly (readonly [service: string, operation: string, body: CannedBody])[] = [
  ['iam', 'GetAccountSummary', { SummaryMap: { AccountMFAEnabled: 0, AccountAccessKeysPresent: 1 } }],
  ['s3', 'GetBucketVersioning', {}],
  ['s3', 'GetBucketPolicy', () => new CannedError({ code: 'NoSuchBucketPolicy', status: 404 })],
  ['kms', 'GetKeyRotationStatus', { KeyRotationEnabled: false }],
  ['ec2', 'GetEbsEncryptionByDefault', { EbsEncryptionByDefault: false }],
];

/** What STS answers to who assumes a role: the front tells by the key whose account is asked. */
const roleOf = (arn: string): object => ({
  Credentials: {
    AccessKeyId: `ASIA${arn.split(':')[4] ?? ''}`,
    SecretAccessKey: `secret of ${arn}`,
    SessionToken: `token of ${arn}`,
    Expiration: new Date(Date.now() + 3_600_000),
  },
  AssumedRoleUser: {
    AssumedRoleId: 'AROA:audit',
    Arn: `${arn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/audit`,
  },
});

interface Scanned {
  readonly result: string;
  readonly snapshot: string;
  /** Its lines, which come as answers do. */
  readonly journal: readonly string[];
  /** What ended it, if anything did. */
  readonly ended: unknown;
  readonly paced: boolean;
}

/** Reads and judges one account while it is read, as a scan does. */
async function scan(connection: Connection, account: string, name = account): Promise<Scanned> {
  const role = { roleArn: `arn:aws:iam::${account}:role/audit` };
  const session = new Session(connection, { services: sessionServices, role, callTimeoutMs: 4000 });
  const inventory = new Inventory(await headerOf(session, plan, new Date(now)));
  const judging = new Judging(some, inventory, { now, source: 'aws' }, () => false);
  const journal = new FileJournal(join(dir, name), false);
  journal.start(inventory.header);
  let ended: unknown;
  try {
    await collect({ plan, inventory, apis: session.apis, journal, clock: () => now, watcher: judging });
  } catch (error) {
    ended = error;
  } finally {
    journal.close();
  }
  const { findings, ...rest } = judging.account();
  return {
    result: [toJson(rest), ...jsonLines(findings)].join('\n'),
    snapshot: [...snapshotLines(inventory)].join(''),
    journal: readFileSync(journal.file, 'utf8').split('\n').sort(),
    ended,
    paced: session.limiter.isThrottled('iam'),
  };
}

/** One account over a connection of its own. */
async function alone(account: string): Promise<Scanned> {
  const connection = new Connection({ endpointUrl: front.url, env });
  try {
    return await scan(connection, account, 'alone');
  } finally {
    connection.close();
  }
}

/** Both at once over one connection. */
async function together(): Promise<Scanned[]> {
  const connection = new Connection({ endpointUrl: front.url, env });
  try {
    return await Promise.all(accounts.map((account) => scan(connection, account)));
  } finally {
    connection.close();
  }
}

/** What the second account is answered, and how its reading ends. */
const faults: readonly { readonly what: string; readonly script: FaultScript; readonly ended?: RegExp }[] = [
  { what: 'nothing goes wrong', script: { rules: [] } },
  {
    what: 'services of one are down or say nothing',
    script: {
      rules: [
        { account: second, service: 'ec2', operation: /^Describe(?!Regions)/, fault: 'internal' },
        { account: second, service: 'lambda', operation: 'ListFunctions', fault: 'hang' },
        { account: second, service: 's3', fault: { error: 'access-denied' } },
      ],
    },
  },
  {
    what: 'one is throttled',
    script: {
      rules: [{ account: second, service: 'iam', operation: 'GetAccountSummary', fault: 'throttle', firstTries: 1 }],
    },
  },
  {
    what: 'the credentials of one end',
    script: { rules: [{ account: second, service: 'iam', fault: { error: 'expired-token' } }] },
    ended: /CredentialsExpired/,
  },
];

describe('two accounts that are read at once over one connection', () => {
  let one: Scanned;
  beforeAll(async () => void (one = await alone(first)), 60_000);

  it.each(faults)(
    'give the same as each by itself when $what',
    async ({ what, script, ended }) => {
      front.faults(script);
      // Where it is cut off depends on what was answered by then.
      const two = ended === undefined ? await alone(second) : undefined;
      front.faults(script);
      const [a, b] = await together();
      expect(a).toEqual(one);
      if (two !== undefined) expect(b).toEqual(two);
      expect(String(b?.ended)).toMatch(ended ?? /^undefined$/);
      expect(a?.result).not.toContain(second);
      expect(b?.result).not.toContain(first);
      expect(b?.paced).toBe(what === 'one is throttled');
    },
    60_000,
  );
});
