import type { Shard } from '../organization/engine.ts';
import type { SealedManifest } from '../organization/manifest.ts';
import { manifestOf, manifestPath, scanPattern } from '../organization/manifest.ts';
import type { Store } from '../organization/store.ts';
import { AuditError } from '../program/errors.ts';
import type { Option, Values } from './door/options.ts';
import { checked, list, required, text } from './door/options.ts';
import { awsOptions, regionProof } from './options.ts';

const { region, endpointUrl, sdkClient, maxRate } = awsOptions;

/** How AWS is reached, and with what. */
export const reachOptions = {
  profile: text("Profile that assumes the roles, or a pattern ('prod-*') of one profile an account"),
  externalId: text('External id that the roles ask for'),
  region,
  endpointUrl,
  sdkClient,
  maxRate,
  regionProof,
};
export type ReachOptions = Values<typeof reachOptions>;

/** The role that is looked for where none is named. */
export const usualRole = 'audit';

/** Which accounts a plan is about. */
export const planOptions = {
  roleName: checked(text(`Role in every account, with its path (default: ${usualRole})`), (role) => {
    if (!/^[\w+=,.@/-]{1,576}$/.test(role) || role.startsWith('/') || role.endsWith('/'))
      throw new AuditError('usage', `--role-name: ${role} is no name of a role`, {
        hint: 'It looks like audit, or security/audit with a path.',
      });
  }),
  ou: list('Only accounts below these units: ids, names, or paths such as Workloads/Prod'),
  account: list('Only these accounts'),
  excludeAccount: list('All but these accounts'),
  accounts: text('File of accounts, a line each: without asking Organizations'),
};
export type PlanOptions = Values<typeof planOptions>;

export const storeOption = required('Folder that holds plans and what is scanned, or s3://bucket/prefix');
export const scanOption = checked(text('Which plan of the store (default: the latest)'), (scan) => {
  if (!scanPattern.test(scan))
    throw new AuditError('usage', `--scan: ${scan} is no id of a scan`, {
      hint: '`audit org plan` prints it; it looks like 20260131T120000Z-0123abcd.',
    });
});

export const shardOption: Option<Shard | undefined> = {
  type: 'string',
  describe: 'Only the i-th of n parts of the accounts: 1/8',
  read(given, name) {
    const value = text('').read(given, name);
    if (value === undefined) return undefined;
    const [, index, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? [];
    const shard = { index: Number(index), of: Number(of) };
    if (!(shard.index >= 1 && shard.index <= shard.of))
      throw new AuditError('usage', `${name}: ${value} is no part`, {
        hint: 'Write the first of eight as 1/8, the last as 8/8.',
      });
    return shard;
  },
};

/** An external id is kept nowhere. @throws AuditError `usage` where the plan was made with one and none is given now */
export function assertExternalId(
  { access, scan }: SealedManifest,
  { externalId }: Pick<ReachOptions, 'externalId'>,
): void {
  if (access.kind !== 'role' || !access.externalId || externalId !== undefined) return;
  throw new AuditError('usage', `the plan of ${scan} was made with an external id, and none is given`, {
    hint: 'It is kept nowhere: give it to every command with --external-id.',
  });
}

/** Accounts that a process reads at once where nothing else is said. */
export const usualConcurrency = 8;

/**
 * The plan that is named, or the latest of the store.
 * @throws AuditError `usage` where there is none, `snapshot` for one that is damaged
 */
export async function planOf(store: Store, scan: string | undefined): Promise<SealedManifest> {
  const found =
    scan === undefined ? await latestOf(store) : await store.get(manifestPath(scan)).then((bytes) => ({ scan, bytes }));
  if (found?.bytes === undefined)
    throw new AuditError('usage', `${store.name}: holds no plan${scan === undefined ? '' : ` ${scan}`}`, {
      hint: 'Make one with `audit org plan --store …`, or name another folder.',
    });
  const file = `${store.name}/${manifestPath(found.scan)}`;
  const manifest = manifestOf(found.bytes, file);
  if (manifest.scan !== found.scan) throw new AuditError('snapshot', `${file}: is the plan of ${manifest.scan}`);
  return manifest;
}

/** Ids are in the order of time; a folder of one without a plan is none. */
async function latestOf(store: Store): Promise<{ scan: string; bytes: Uint8Array | undefined } | undefined> {
  for (const scan of [...(await store.folders())].reverse().filter((name) => scanPattern.test(name))) {
    const bytes = await store.get(manifestPath(scan));
    if (bytes !== undefined) return { scan, bytes };
  }
  return undefined;
}
