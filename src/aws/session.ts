import { AuditError } from '../program/errors.ts';
import { matcher } from '../text/glob.ts';
import { nearest } from '../text/nearest.ts';
import { callerIdentity, type SessionServices } from './session-services.ts';
import { ApiFactory } from './api.ts';
import type { CallRecord } from './api.ts';
import type { RegionGap } from './outcome.ts';
import { Access } from './access.ts';
import type { Connection } from './connection.ts';
import { noCredentials } from './credentials/provider.ts';
import type { RunAccess, RunCredentials } from './credentials/provider.ts';
import type { Role } from './credentials/types.ts';
import { notSelected } from '../partitions/regions.ts';
import { CredentialsExpired, classify, failedOnTheWay, shownMessage } from './errors.ts';
import type { Limiter } from './limiter.ts';
import { knownRegions, partitionById, partitionOfPattern, partitionOfRegion } from '../partitions/partitions.ts';
import { refusesCredentials } from './refusals.ts';
import type { Partition } from '../partitions/partitions.ts';
import { NotReached } from './unreached.ts';
import { describeGap } from './outcome.ts';

export interface SessionOptions {
  readonly services: SessionServices;
  /** The account's role, assumed with the connection's credentials; theirs are the account's own when absent. */
  readonly role?: Role | undefined;
  /** Region patterns (`eu-*`); default: every enabled region. */
  readonly regions?: readonly string[] | undefined;
  readonly callTimeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onCall?: (record: CallRecord) => void;
}

export interface Identity {
  readonly account: string;
  /** ARN of the caller. */
  readonly arn: string;
  readonly partition: string;
}

export interface RegionChoice {
  readonly regions: readonly string[];
  readonly skipped: readonly { readonly region: string; readonly reason: string }[];
  /** Why enabled regions may be missing. */
  readonly gap?: RegionGap;
}

/** The reading of one account: its access, and what is known of its calls, shared by everything that asks for it. */
export class Session {
  readonly connection: Connection;
  readonly limiter: Limiter;
  readonly apis: ApiFactory;
  readonly #options: SessionOptions;
  readonly #services: SessionServices;
  readonly #credentials: RunCredentials;

  /** @param connection to be closed by whoever opened it */
  constructor(connection: Connection, options: SessionOptions) {
    this.connection = connection;
    this.#options = options;
    this.#services = options.services;
    const { guard } = connection;
    this.#credentials = connection.credentialsOf(options.role);
    const access =
      options.role === undefined ? connection.ownAccess : new Access(connection, this.#credentials.provider);
    this.limiter = access.limiter;
    this.apis = new ApiFactory({
      clients: access,
      limiter: access.limiter,
      signal: options.signal,
      stillAccepted: () => this.#stillAccepted(),
      ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
      ...(options.callTimeoutMs === undefined ? {} : { callTimeoutMs: options.callTimeoutMs }),
    });
    guard.allow(options.services.sts, ['GetCallerIdentity']);
    guard.allow(options.services.ec2, ['DescribeRegions']);
  }

  /**
   * Asks STS who we are (needs no permission).
   * @throws AuditError `credentials` when there are none, they are refused, or AWS cannot be reached
   */
  async identity(): Promise<Identity> {
    const partition = partitionOfRegion(this.connection.startRegion);
    const api = this.apis.for(
      this.#services.sts,
      { account: '', partition: partition.id, region: this.connection.startRegion },
      ['GetCallerIdentity'],
    );
    try {
      const answer = await api.call('GetCallerIdentity');
      const { Account, Arn } = answer;
      if (Account === undefined || Arn === undefined) throw new Error('STS answered without an account');
      this.apis.prime(this.#services.sts, { account: Account, region: partition.mainRegion }, callerIdentity, answer);
      return { account: Account, arn: Arn, partition: Arn.split(':')[1] ?? partition.id };
    } catch (error) {
      if (this.#options.signal?.aborted === true) throw error;
      const cause = error instanceof CredentialsExpired ? error.cause : error;
      if (failedOnTheWay(cause)) {
        throw new AuditError('credentials', `AWS could not be reached: ${shownMessage(cause)}`, {
          hint:
            (cause instanceof NotReached ? cause.hint : undefined) ??
            'Check the network, a proxy, --endpoint-url and the region, or try again later.',
          cause,
        });
      }
      throw noCredentials(cause, this.#credentials.source(), this.#options.role?.roleArn);
    }
  }

  /** How the caller is authenticated; undefined before anything was signed. */
  access(): RunAccess | undefined {
    return this.#credentials.access();
  }

  /** Asks STS again whether it knows the credentials; when it cannot be asked, they are given the benefit of the doubt. */
  async #stillAccepted(): Promise<boolean> {
    const place = {
      account: '',
      partition: partitionOfRegion(this.connection.startRegion).id,
      region: this.connection.startRegion,
    };
    try {
      await this.apis.for(this.#services.sts, place, ['GetCallerIdentity']).call('GetCallerIdentity');
      return true;
    } catch (error) {
      return !(error instanceof CredentialsExpired || refusesCredentials(error));
    }
  }

  /**
   * The regions to read: the account's enabled ones, narrowed by the given patterns.
   * @throws AuditError `usage` when a pattern matches no region of the partition
   */
  async regions(identity: Identity): Promise<RegionChoice> {
    const partition = partitionById(identity.partition);
    const api = this.apis.for(this.#services.ec2, { ...identity, region: this.connection.startRegion }, [
      'DescribeRegions',
    ]);
    try {
      const { Regions = [] } = await api.call('DescribeRegions', { AllRegions: true });
      const all = Regions.flatMap(({ RegionName, OptInStatus }) =>
        RegionName === undefined || partitionOfRegion(RegionName) !== partition
          ? []
          : [{ name: RegionName, enabled: OptInStatus !== 'not-opted-in' }],
      );
      return chooseRegions(all, this.#options.regions);
    } catch (error) {
      if (error instanceof AuditError || error instanceof CredentialsExpired || this.#options.signal?.aborted === true)
        throw error;
      return this.#guessedRegions(partition, error);
    }
  }

  /** Without the account's own list: what was asked for by name, or the regions every account has. */
  #guessedRegions(partition: Partition, error: unknown): RegionChoice {
    const outcome = classify(error, ['ec2:DescribeRegions']);
    const all = partition.defaultRegions.map((name) => ({ name, enabled: true }));
    for (const pattern of this.#options.regions ?? []) {
      if (partition.regionPattern.test(pattern) && !all.some((r) => r.name === pattern))
        all.push({ name: pattern, enabled: true });
    }
    const reason = `the account's list of enabled regions could not be read (${outcome.kind === 'failed' ? describeGap(outcome) : `ec2:DescribeRegions: ${outcome.kind}`}); only regions enabled by default were read`;
    const choice = chooseRegions(all, this.#options.regions);
    const skipped = [...choice.skipped, { region: 'opt-in regions', reason }];
    const named = this.#options.regions ?? [];
    // Who names every region needs no list of them.
    if (named.length > 0 && named.every((pattern) => partition.regionPattern.test(pattern)))
      return { regions: choice.regions, skipped };
    return {
      regions: choice.regions,
      skipped,
      gap: {
        actions: outcome.kind === 'denied' ? ['ec2:DescribeRegions'] : [],
        cause: reason,
        ...(outcome.kind === 'denied' ? { deniedBy: outcome.by } : {}),
        code: outcome.code,
      },
    };
  }

  /** The headers of STS's answer to a request that is not signed; none when it does not answer in time. */
  async headersOfSts(partition: string, limitMs: number): Promise<Readonly<Record<string, string | undefined>>> {
    const { dnsSuffix } = partitionById(partition);
    const url = new URL(
      this.connection.configuration.endpointOf('STS') ?? `https://sts.${this.connection.startRegion}.${dnsSuffix}`,
    );
    const { protocol, hostname, host, port, pathname } = url;
    const wire = { protocol, hostname, port: port === '' ? undefined : Number(port), method: 'HEAD', path: pathname };
    try {
      const signal = AbortSignal.timeout(limitMs);
      return (await this.connection.transport.send({ ...wire, headers: { host }, body: '' }, signal)).headers;
    } catch {
      // That is no reason to fail.
      return {};
    }
  }
}

/** The error of a region that does not exist, with the nearest ones that do. */
function unknownRegion(pattern: string, known: readonly string[]): AuditError {
  const near = nearest(pattern, known);
  const offer = near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`;
  return new AuditError('usage', `--region ${pattern} matches no region of this partition${offer}`, {
    hint: `Regions: ${[...known].sort().join(', ')}.`,
  });
}

/**
 * Refuses a misspelt region before anything is called: a name in an area no known region is in, or a pattern that
 * matches none. A new number in a known area may be a new region: the account's own list decides.
 * @throws AuditError `usage`
 */
export function assertRegionNames(patterns: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
  for (const pattern of patterns) if (!looksKnown(pattern)) throw unknownRegion(pattern, knownBeside(pattern, env));
}

/** The known regions of the partition that a misspelt name means: by its own form, else where the environment is. */
function knownBeside(pattern: string, env: NodeJS.ProcessEnv): readonly string[] {
  const own = partitionOfPattern(pattern) ?? partitionOfRegion(pattern);
  const start = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']].find((name) => name !== undefined && name !== '');
  const partition = own.id !== 'aws' || start === undefined ? own : partitionOfRegion(start);
  return knownRegions.filter((name) => partitionOfRegion(name) === partition);
}

/** What is wrong with a region's name or pattern in a configuration, if anything. */
export function regionMistake(pattern: string): string | undefined {
  if (looksKnown(pattern)) return undefined;
  const near = nearest(pattern, knownBeside(pattern, process.env));
  return `no region is called ${pattern}${near.length === 0 ? '' : `; did you mean ${near.join(', ')}?`}`;
}

function looksKnown(pattern: string): boolean {
  const area = (name: string): string => name.replace(/-\d+$/, '');
  if (/[*?]/.test(pattern)) return knownRegions.some(matcher(pattern));
  return knownRegions.some((name) => area(name) === area(pattern));
}

/** Narrows regions by patterns with `*`. */
export function chooseRegions(
  all: readonly { name: string; enabled: boolean }[],
  patterns: readonly string[] | undefined,
): RegionChoice {
  const wanted =
    patterns === undefined || patterns.length === 0 ? undefined : patterns.map((p) => ({ p, test: matcher(p) }));
  for (const { p, test } of wanted ?? []) {
    if (all.some(({ name }) => test(name))) continue;
    throw unknownRegion(
      p,
      all.map(({ name }) => name),
    );
  }
  const regions: string[] = [];
  const skipped: { region: string; reason: string }[] = [];
  for (const { name, enabled } of all) {
    if (wanted !== undefined && !wanted.some(({ test }) => test(name))) {
      if (enabled) skipped.push({ region: name, reason: notSelected });
    } else if (enabled) regions.push(name);
    else skipped.push({ region: name, reason: 'not enabled for this account' });
  }
  const [first] = wanted ?? [];
  if (first !== undefined && regions.length === 0) {
    throw new AuditError(
      'usage',
      `--region ${(wanted ?? []).map(({ p }) => p).join(', ')}: not enabled for this account`,
      {
        hint: `Enabled are ${all
          .flatMap(({ name, enabled }) => (enabled ? [name] : []))
          .sort()
          .join(', ')}.`,
      },
    );
  }
  return { regions: regions.sort(), skipped: skipped.sort((a, b) => (a.region < b.region ? -1 : 1)) };
}
