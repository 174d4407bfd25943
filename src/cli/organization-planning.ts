import { randomBytes } from 'node:crypto';
import type { Connection } from '../aws/connection.ts';
import { readSharedFiles } from '../aws/shared-files.ts';
import { partitionOfRegion } from '../partitions/partitions.ts';
import type { Identity } from '../aws/session.ts';
import type { LostProfile, Manifest, ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { accountPattern, manifestBytes, manifestOf, manifestPath } from '../organization/manifest.ts';
import type { Store } from '../organization/store.ts';
import { AuditError } from '../program/errors.ts';
import { version } from '../program/version.ts';
import { matcher } from '../text/glob.ts';
import type { SelectOptions } from './options.ts';
import { readText } from './json-file.ts';
import { accountsIn, chosen, membersOf, organizationsOf } from './organization-accounts.ts';
import { causeOf } from './organization-cause.ts';
import type { PlanOptions, ReachOptions } from './organization-options.ts';
import { usualRole } from './organization-options.ts';
import { isPattern, openConnection, ownSession } from './organization-session.ts';
import type { Setup } from './setup.ts';

type Planning = ReachOptions & PlanOptions & SelectOptions;
type Found = Pick<Manifest, 'organization' | 'managementAccount' | 'own' | 'access' | 'partition' | 'lost'> & {
  readonly accounts: readonly ManifestAccount[];
};

/**
 * Which accounts a scan is about, asked once and written into the store.
 * @throws AuditError `usage`, `config` or `credentials`
 */
export async function makePlan(options: Planning, setup: Setup, store: Store): Promise<SealedManifest> {
  const found = isPattern(options.profile) ? await ofProfiles(options, options.profile) : await ofRoles(options);
  const plannedAt = new Date();
  const { accounts, ...rest } = found;
  const manifest: Manifest = {
    scan: `${plannedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`,
    plannedAt: plannedAt.toISOString(),
    version,
    ...rest,
    regions: setup.regions,
    selection: {
      services: options.service,
      checks: options.check,
      excluded: options.excludeCheck,
      severities: options.severity,
      categories: options.category,
      frameworks: options.framework,
    },
    accounts: chosen(accounts, options),
  };
  const { bytes } = manifestBytes(manifest);
  const path = manifestPath(manifest.scan);
  // Read as others will read it, before it is there.
  const sealed = manifestOf(bytes, `${store.name}/${path}`);
  if (!(await store.put(path, bytes, { ifAbsent: true })))
    throw new AuditError('output', `${store.name}/${path}: is there already`);
  return sealed;
}

async function ofRoles(options: Planning): Promise<Found> {
  const connection = await openConnection(options);
  try {
    return await withIdentity(options, connection);
  } finally {
    connection.close();
  }
}

async function withIdentity(options: Planning, connection: Connection): Promise<Found> {
  const session = ownSession(connection);
  const { account: own, partition }: Identity = await session.identity();
  const access = {
    kind: 'role',
    role: options.roleName ?? usualRole,
    externalId: options.externalId !== undefined,
  } as const;
  if (options.accounts !== undefined)
    return { own, partition, access, accounts: accountsIn(await readText(options.accounts), options.accounts) };
  const { organization, managementAccount, accounts } = await membersOf(organizationsOf(session, own, partition));
  return {
    own,
    partition,
    access,
    accounts,
    ...(organization === undefined ? {} : { organization }),
    ...(managementAccount === undefined ? {} : { managementAccount }),
  };
}

/**
 * One profile an account: what the profile says of its account counts, and only where it says nothing AWS is asked. One that does not get
 * in is told in the plan, and ends nothing.
 * @throws AuditError `usage`; what the first profile says where none of them leads to an account
 */
async function ofProfiles(options: Planning, pattern: string): Promise<Found> {
  for (const [name, value] of [
    ['--role-name', options.roleName],
    ['--external-id', options.externalId],
    ['--accounts', options.accounts],
  ] as const)
    if (value !== undefined)
      throw new AuditError(
        'usage',
        `${name} does not go with --profile '${pattern}': each profile is its account's way in`,
      );
  const files = await readSharedFiles(process.env);
  const names = [...files.profiles.keys()].filter(matcher(pattern)).sort();
  if (names.length === 0)
    throw new AuditError('usage', `--profile ${pattern}: no profile of ${files.config} is called so`, {
      hint: `There are ${[...files.profiles.keys()].sort().join(', ')}.`,
    });
  const access = { kind: 'profiles', pattern } as const;
  const accounts = new Map<string, ManifestAccount>();
  const lost: LostProfile[] = [];
  let partition = 'aws';
  let first: unknown;
  for (const profile of names) {
    const section = files.profiles.get(profile) ?? {};
    const [, said, of] = /^arn:([\w-]+):iam::(\d{12}):role\//.exec(section['role_arn'] ?? '') ?? [];
    const told = of ?? section['sso_account_id'];
    const known = told !== undefined && accountPattern.test(told) ? told : undefined;
    const identity =
      known === undefined
        ? await identityOf({ ...options, profile }).catch((error: unknown) => {
            first ??= error;
            const { message, hint } = causeOf(error, { id: '' }, { access, partition });
            lost.push({ profile, message, ...(hint === undefined ? {} : { hint }) });
          })
        : undefined;
    if (known === undefined && identity === undefined) continue;
    const region = section['region'] ?? section['sso_region'];
    partition = identity?.partition ?? said ?? (region === undefined ? partition : partitionOfRegion(region).id);
    const id = known ?? identity?.account ?? '';
    const before = accounts.get(id);
    if (before !== undefined)
      throw new AuditError(
        'usage',
        `--profile ${pattern}: ${before.profile ?? ''} and ${profile} are both of account ${id}`,
        {
          hint: 'Name the profiles by a pattern that has one for each account.',
        },
      );
    accounts.set(id, { id, name: profile, ou: [], profile });
  }
  if (accounts.size === 0) throw first;
  return {
    partition,
    access,
    accounts: [...accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...(lost.length === 0 ? {} : { lost }),
  };
}

async function identityOf(options: ReachOptions): Promise<Identity> {
  const connection = await openConnection(options);
  try {
    return await ownSession(connection).identity();
  } finally {
    connection.close();
  }
}
