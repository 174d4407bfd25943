import { WrongShape, listAt, objectAt, textAt, textsAt, timeAt } from '../inventory/shape.ts';
import { schemaOf, sealed, unsealed } from './sealed.ts';

const form = {
  kind: 'organization-manifest',
  form: 1,
  hint: 'Go on with another plan (--scan ID), or plan anew: nobody knows any more which accounts this one was about.',
} as const;

/** A folder of the organization's tree: the root or an organizational unit. */
export interface Unit {
  /** `r-…` or `ou-…`. */
  readonly id: string;
  readonly name: string;
}

/** AWS's words: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
export type AccountState = 'ACTIVE' | 'SUSPENDED' | 'PENDING_CLOSURE' | 'PENDING_ACTIVATION' | 'CLOSED';
const states: readonly unknown[] = [
  'ACTIVE',
  'SUSPENDED',
  'PENDING_CLOSURE',
  'PENDING_ACTIVATION',
  'CLOSED',
] satisfies AccountState[];

/** Why an account is in the manifest and not scanned. */
const skips = ['suspended', 'closed', 'not-active-yet', 'excluded'] as const;
export type Skip = (typeof skips)[number];

export interface ManifestAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  /** From the root down; empty where the tree was not told (a file of accounts, profiles). */
  readonly ou: readonly Unit[];
  /** Undefined where Organizations was not asked. */
  readonly state?: AccountState;
  /** Left out where the account is to be scanned. */
  readonly skip?: Skip;
  /** The profile that reads it, where profiles do instead of a role. */
  readonly profile?: string;
}

/** How each account is reached. An external id is no part of it: it is given again to every command. */
export type ManifestAccess =
  | { readonly kind: 'role'; readonly role: string; readonly externalId: boolean }
  | { readonly kind: 'profiles'; readonly pattern: string };

/** A profile of the pattern of which nobody could say the account when it was planned: it stands for an account that is in no sum. */
export interface LostProfile {
  readonly profile: string;
  readonly message: string;
  readonly hint?: string;
}

/** What every account is scanned for. A list without anything in it narrows nothing. */
export interface ManifestSelection {
  readonly services: readonly string[];
  readonly checks: readonly string[];
  readonly excluded: readonly string[];
  readonly severities: readonly string[];
  readonly categories: readonly string[];
  /** Keys, or files as they were given. */
  readonly frameworks: readonly string[];
}

/** What a scan of an organization is about, frozen when it was planned. */
export interface Manifest {
  /** `20260131T120000Z-0123abcd`: the folder of the scan in its store. */
  readonly scan: string;
  readonly plannedAt: string;
  /** Version of the program that planned it. */
  readonly version: string;
  /** `o-…`; undefined where Organizations was not asked. */
  readonly organization?: string;
  readonly managementAccount?: string;
  readonly partition: string;
  /** The account of the credentials that planned it: it is scanned with them, without a role. Undefined with profiles. */
  readonly own?: string;
  readonly access: ManifestAccess;
  /** Names and patterns; empty: every region that is enabled in the account. */
  readonly regions: readonly string[];
  readonly selection: ManifestSelection;
  /** Every account once, by id. */
  readonly accounts: readonly ManifestAccount[];
  /** Left out where there is none. */
  readonly lost?: readonly LostProfile[];
}

/** As it was read or is written: with the SHA-256 over all of it, which exports name. */
export interface SealedManifest extends Manifest {
  readonly sha256: string;
}

/** Of one, a line for people. */
export const lostLine = ({ profile, message }: LostProfile): string =>
  `the profile ${profile} is in no sum, because nobody could say which account it is of: ${message}`;

export const accountPattern = /^\d{12}$/;
export const scanPattern = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;

export const manifestPath = (scan: string): string => `${scan}/manifest.json`;

/** The manifest as it is kept. */
export function manifestBytes(manifest: Manifest): { readonly bytes: Uint8Array; readonly sha256: string } {
  return sealed({ schema: schemaOf(form), ...manifest });
}

/** @param file as messages call it @throws AuditError `snapshot` that names the file and says what is wrong with it */
export const manifestOf = (bytes: Uint8Array, file: string): SealedManifest =>
  unsealed(bytes, file, form, (members, sha256) => {
    const { schema: _, sha256: _own, ...manifest } = members;
    if (!scanPattern.test(textAt(manifest['scan'], 'scan'))) throw new WrongShape('scan', 'the id of a scan');
    timeAt(manifest['plannedAt'], 'plannedAt');
    for (const name of ['version', 'partition']) textAt(manifest[name], name);
    for (const name of ['organization', 'managementAccount', 'own'])
      if (manifest[name] !== undefined) textAt(manifest[name], name);
    textsAt(manifest['regions'], 'regions');
    accessAt(manifest['access']);
    const selection = objectAt(manifest['selection'], 'selection');
    for (const name of ['services', 'checks', 'excluded', 'severities', 'categories', 'frameworks'])
      textsAt(selection[name], `selection.${name}`);
    if (manifest['lost'] !== undefined)
      for (const [at, given] of listAt(manifest['lost'], 'lost').entries()) {
        const lost = objectAt(given, `lost[${at}]`);
        for (const name of ['profile', 'message']) textAt(lost[name], `lost[${at}].${name}`);
        if (lost['hint'] !== undefined) textAt(lost['hint'], `lost[${at}].hint`);
      }
    const seen = new Set<string>();
    for (const [at, given] of listAt(manifest['accounts'], 'accounts').entries()) {
      const id = accountAt(given, `accounts[${at}]`);
      if (seen.has(id)) throw new WrongShape(`accounts[${at}].id`, `one account: ${id} stands there twice`);
      seen.add(id);
    }
    return { ...(manifest as unknown as Manifest), sha256 };
  });

function accessAt(value: unknown): void {
  const access = objectAt(value, 'access');
  if (access['kind'] === 'profiles') textAt(access['pattern'], 'access.pattern');
  else if (access['kind'] === 'role') textAt(access['role'], 'access.role');
  else throw new WrongShape('access.kind', 'role or profiles');
}

function accountAt(value: unknown, path: string): string {
  const account = objectAt(value, path);
  const id = textAt(account['id'], `${path}.id`);
  if (!accountPattern.test(id)) throw new WrongShape(`${path}.id`, 'an account: twelve digits');
  textAt(account['name'], `${path}.name`);
  for (const [at, given] of listAt(account['ou'], `${path}.ou`).entries()) {
    const unit = objectAt(given, `${path}.ou[${at}]`);
    for (const name of ['id', 'name']) textAt(unit[name], `${path}.ou[${at}].${name}`);
  }
  const { state, skip, profile } = account;
  if (state !== undefined && !states.includes(state)) throw new WrongShape(`${path}.state`, 'a state of an account');
  if (skip !== undefined && !skips.some((each) => each === skip))
    throw new WrongShape(`${path}.skip`, `one of ${skips.join(', ')}`);
  if (profile !== undefined) textAt(profile, `${path}.profile`);
  return id;
}
