import type { CallRecord } from '../aws/api.ts';
import type { Connection } from '../aws/connection.ts';
import { Host } from '../aws/host.ts';
import { assertCanary } from '../iam/canary.ts';
import type { ScanAccounts, Scanned } from '../organization/engine.ts';
import { accountsOf, scanAccounts } from '../organization/engine.ts';
import type { AccountExport } from '../organization/export.ts';
import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { AuditError } from '../program/errors.ts';
import { version } from '../program/version.ts';
import { escapeText } from '../text/escape.ts';
import { withStop } from './collecting.ts';
import { count } from './columns.ts';
import { nameOf } from './door/options.ts';
import { organizationsOf } from './organization-accounts.ts';
import { OrganizationFacts } from './organization-facts.ts';
import type { ReachOptions } from './organization-options.ts';
import { assertExternalId, planOf, usualConcurrency } from './organization-options.ts';
import { makePlan } from './organization-planning.ts';
import type { OrganizationScanOptions } from './organization-scan-command.ts';
import { openConnection, ownSession } from './organization-session.ts';
import { tellLost, tellSkipped } from './organization-skipped.ts';
import { scanUnit } from './organization-unit.ts';
import { say } from './say.ts';
import type { Setup } from './setup.ts';
import { setUp } from './setup.ts';
import { storeAt } from './store.ts';

/** What the command does; its options are in `organization-scan-command.ts`, which is loaded without all this. */
export async function scanOrganization(options: OrganizationScanOptions): Promise<number> {
  const store = await storeAt(options.store, options);
  const known = options.resume === true || options.scan !== undefined;
  if (known) assertNoPlan(options);
  if (!known && options.shard !== undefined)
    throw new AuditError('usage', '--shard needs --scan or --resume: all parts are of one plan', {
      hint: 'Make it once with `audit org plan`.',
    });
  const planned = known ? await planOf(store, options.scan) : undefined;
  const setup = await setUp(planned === undefined ? options : { ...options, ...selectionOf(planned) });
  assertCanary();
  const manifest = planned ?? (await makePlan(options, setup, store));
  assertExternalId(manifest, options);
  const tell = options.quiet === true ? (): void => {} : (line: string): void => say(escapeText(`audit: ${line}`));
  // A new plan holds the accounts that are to be scanned; of one that is known some may be chosen.
  const only = known ? options.account : undefined;
  const own = accountsOf(manifest, options.shard, only);
  tell(
    `scan ${manifest.scan}: ${count(own.filter(({ skip }) => skip === undefined).length, 'account')} of ${manifest.accounts.length}, into ${store.name}`,
  );
  const scanned = await withStop(options.timeout, async (signal) => {
    const units = await openUnits(manifest, setup, options, signal);
    try {
      return await scanAccounts({
        store,
        manifest,
        version,
        shard: options.shard,
        only,
        concurrency: Math.ceil(options.concurrency ?? usualConcurrency),
        signal,
        unit: units.unit,
        onEnd: (account, ended, done, total) => tell(`${done}/${total} ${lineOf(account, ended)}`),
      });
    } finally {
      units.close();
    }
  });
  return told(scanned, manifest, own, { ...options, account: only ?? [] });
}

/** How the accounts of a plan are read and judged. */
export interface Units {
  readonly unit: ScanAccounts['unit'];
  readonly close: () => void;
}

/** @throws AuditError `credentials` where our own are at an end, or of another account than planned */
export async function openUnits(
  manifest: SealedManifest,
  setup: Setup,
  options: ReachOptions & { readonly verbose: boolean | undefined },
  signal: AbortSignal,
): Promise<Units> {
  const connection = manifest.access.kind === 'role' ? await openConnection(options) : undefined;
  const close = (): void => connection?.close();
  try {
    const facts = connection === undefined ? undefined : await factsOf(connection, manifest, signal);
    const context = {
      manifest,
      options,
      setup,
      over: connection ?? new Host({ maxRate: options.maxRate }),
      facts,
      ...(options.verbose === true ? { onCall: logged } : {}),
    };
    return { unit: (account, either) => scanUnit(account, either, context), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a plan holds is not said again. @throws AuditError `usage` */
function assertNoPlan(options: OrganizationScanOptions): void {
  const frozen = [
    'roleName',
    'ou',
    'excludeAccount',
    'accounts',
    'region',
    'service',
    'check',
    'excludeCheck',
    'severity',
    'category',
    'framework',
  ] as const;
  const given = frozen.find((name) => {
    const value = options[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  if (given !== undefined)
    throw new AuditError('usage', `--${nameOf(given)} is part of the plan, which --scan and --resume go on with`, {
      hint: 'Leave it out, or leave out --scan and --resume to plan anew.',
    });
}

/** What a plan froze of the options that choose. */
export const selectionOf = ({ selection, regions }: SealedManifest) =>
  ({
    service: selection.services,
    check: selection.checks,
    excludeCheck: selection.excluded,
    severity: selection.severities,
    category: selection.categories,
    framework: selection.frameworks,
    region: regions,
  }) as Pick<
    OrganizationScanOptions,
    'service' | 'check' | 'excludeCheck' | 'severity' | 'category' | 'framework' | 'region'
  >;

/** @throws AuditError `credentials` where our own are at an end, or of another account than planned */
async function factsOf(
  connection: Connection,
  manifest: SealedManifest,
  signal: AbortSignal,
): Promise<OrganizationFacts | undefined> {
  const session = ownSession(connection, { signal });
  const { account, partition } = await session.identity();
  if (account !== manifest.own)
    throw new AuditError(
      'credentials',
      `the credentials are of account ${account}, and the plan was made with those of ${manifest.own ?? 'none'}`,
      {
        hint: 'Use the same, or plan anew.',
      },
    );
  if (manifest.organization === undefined) return undefined;
  return new OrganizationFacts(organizationsOf(session, account, partition));
}

const logged = ({ service, region, operation, code }: CallRecord): void =>
  say(escapeText(`${region} ${service}:${operation} ${code ?? 'ok'}`));

/** What became of an account, in a line. */
export function lineOf({ id, name }: ManifestAccount, { status, cause, judged }: AccountExport): string {
  const found =
    judged === undefined
      ? ''
      : `, ${judged.byStatus.fail} failed, ${judged.byStatus.unknown} unknown, ${count(judged.calls, 'call')}`;
  return `${id} ${name}: ${status}${found}${cause === undefined ? '' : ` (${cause.message})`}`;
}

/** Says what became of the accounts, in numbers that add up. @returns the exit code */
function told(
  { sums, incomplete, stopped }: Scanned,
  manifest: SealedManifest,
  own: readonly ManifestAccount[],
  { quiet, allowIncomplete, shard, account: named }: OrganizationScanOptions,
): number {
  const { scanned, partial, failed, unreachable, skipped } = sums;
  const part = shard === undefined ? '' : ` of part ${shard.index}/${shard.of}`;
  if (quiet !== true || incomplete.length > 0)
    say(
      `audit: ${count(own.length, 'account')}${part} = ${scanned} scanned + ${partial} partial + ${failed} failed + ${unreachable} unreachable + ${skipped} skipped`,
    );
  for (const { account, status, cause } of incomplete.slice(0, mostTold))
    say(
      escapeText(
        `audit: ${account.id} ${account.name}: ${status}${cause === undefined ? '' : `: ${cause.message} [${cause.kind}]`}`,
      ),
    );
  if (incomplete.length > mostTold) say(`audit: and ${incomplete.length - mostTold} more`);
  if (stopped !== undefined) {
    say(escapeText(`audit: ${stopped.message}`));
    say(stopped.hint ?? `Run \`audit org scan --store … --scan ${manifest.scan}\` to go on.`);
    return stopped.exitCode;
  }
  const passedOver = tellSkipped(own, named);
  const lost = tellLost(manifest);
  const none = skipped === manifest.accounts.length;
  if ((incomplete.length === 0 && !passedOver && !lost && !none) || allowIncomplete === true) return 0;
  if (none) {
    say(`audit: no account was scanned: the plan of ${manifest.scan} skips all of them`);
    return 3;
  }
  if (incomplete.length === 0) return 3;
  say(`Run \`audit org scan --store … --scan ${manifest.scan}\` to try again what failed or was not reached.`);
  return 3;
}

/** Lines that are read on a screen; the store has all. */
const mostTold = 20;
