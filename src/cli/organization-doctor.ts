import { Host } from '../aws/host.ts';
import { accountsOf } from '../organization/engine.ts';
import type { ExportCause } from '../organization/export.ts';
import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { AuditError } from '../program/errors.ts';
import { escapeText, toJson } from '../text/escape.ts';
import { count } from './columns.ts';
import { command, format, number } from './door/options.ts';
import { organizationsOf } from './organization-accounts.ts';
import { causeOf, endsAll, otherAccount } from './organization-cause.ts';
import { OrganizationFacts } from './organization-facts.ts';
import type { ReachOptions } from './organization-options.ts';
import {
  assertExternalId,
  planOf,
  reachOptions,
  scanOption,
  shardOption,
  storeOption,
} from './organization-options.ts';
import { tellLost } from './organization-skipped.ts';
import { storeAt, storeOptions } from './store.ts';
import { openConnection, ownSession, wayInto } from './organization-session.ts';
import { noWay, nowClosed } from './organization-unit.ts';
import { writeStdout } from './output.ts';

const { region: _, ...reach } = reachOptions;

export default command({
  usage: 'org doctor',
  options: {
    store: storeOption,
    ...storeOptions,
    scan: scanOption,
    ...reach,
    shard: shardOption,
    concurrency: number('Accounts that are tried at once (default: 16)'),
    format: format('table', 'json'),
  },
  examples: [['audit org doctor --store scans', 'tries the way into every account of the latest plan']],

  async run(options) {
    const manifest = await planOf(await storeAt(options.store, options), options.scan);
    assertExternalId(manifest, options);
    const accounts = accountsOf(manifest, options.shard);
    const tried = await tryAll(
      accounts.filter(({ skip }) => skip === undefined),
      manifest,
      { ...options, region: [] },
      Math.ceil(options.concurrency ?? 16),
    );
    const { scan, lost } = manifest;
    if (options.format === 'json')
      await writeStdout([`${toJson({ scan, accounts: tried, ...(lost === undefined ? {} : { lost }) }, 2)}\n`]);
    else await writeStdout(table(tried, accounts.length));
    const incomplete = tellLost(manifest);
    return incomplete || tried.some(({ cause }) => cause !== undefined) ? 3 : 0;
  },
});

interface Tried {
  readonly id: string;
  readonly name: string;
  /** Who we are there. */
  readonly caller?: string;
  readonly cause?: ExportCause;
}

async function tryAll(
  accounts: readonly ManifestAccount[],
  manifest: SealedManifest,
  options: ReachOptions,
  concurrency: number,
): Promise<Tried[]> {
  const connection = manifest.access.kind === 'role' ? await openConnection(options) : undefined;
  const over = connection ?? new Host({ maxRate: options.maxRate });
  try {
    const facts = connection === undefined ? undefined : await factsOf(connection, manifest);
    const tried: Tried[] = [];
    const next = accounts.entries();
    const work = async (): Promise<void> => {
      for (const [at, account] of next) tried[at] = await tryOne(account);
    };
    const tryOne = async (account: ManifestAccount): Promise<Tried> => {
      const { id, name } = account;
      const way = await wayInto(account, manifest, options, over).catch((error: unknown) => noWay(error));
      if ('kind' in way) return { id, name, cause: way };
      try {
        const identity = await way.session.identity();
        return identity.account === id
          ? { id, name, caller: identity.arn }
          : { id, name, cause: otherAccount(identity.account, manifest) };
      } catch (error) {
        const cause = causeOf(error, account, manifest);
        // Then every account would say the same.
        if (endsAll(cause, manifest))
          throw new AuditError('credentials', cause.message, { hint: cause.hint ?? '', cause: error });
        return { id, name, cause: await nowClosed(cause, account, facts) };
      } finally {
        way.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(concurrency, accounts.length) }, work));
    return tried;
  } finally {
    connection?.close();
  }
}

async function factsOf(
  connection: Awaited<ReturnType<typeof openConnection>>,
  manifest: SealedManifest,
): Promise<OrganizationFacts | undefined> {
  const session = ownSession(connection);
  const { account, partition } = await session.identity();
  return manifest.organization === undefined
    ? undefined
    : new OrganizationFacts(organizationsOf(session, account, partition));
}

/** Those that fail, by what keeps us out. */
function* table(tried: readonly Tried[], all: number): Generator<string> {
  const failing = tried.flatMap(({ id, name, cause }) => (cause === undefined ? [] : [{ id, name, cause }]));
  for (const kind of new Set(failing.map(({ cause }) => cause.kind))) {
    const own = failing.filter(({ cause }) => cause.kind === kind);
    yield `${kind}: ${count(own.length, 'account')}\n`;
    for (const { id, name, cause } of own) yield `  ${escapeText(`${id}  ${name}  ${cause.message}`)}\n`;
    for (const hint of new Set(own.flatMap(({ cause }) => cause.hint ?? []))) yield `  ${escapeText(hint)}\n`;
    yield '\n';
  }
  yield `${tried.length - failing.length} of ${count(tried.length, 'account')} let us in; ${all - tried.length} skipped.\n`;
}
