import type { Session } from '../aws/session.ts';
import { partitionById } from '../partitions/partitions.ts';
import type { AccountState, ManifestAccount, Skip, Unit } from '../organization/manifest.ts';
import { accountPattern } from '../organization/manifest.ts';
import { AuditError, messageOf } from '../program/errors.ts';
import type { ListedAccount, MembersApi } from '../services/organizations/members.ts';
import { listedAccounts, memberCalls, parentsOfAccounts } from '../services/organizations/members.ts';
import { organizationDetails } from '../services/organizations/organization.ts';
import { organizations } from '../services/organizations/service.ts';
import { rootsOf, unitsOf } from '../services/organizations/tree.ts';
import { unknownName } from '../engine/select.ts';
import { homeRegion } from '../inventory/scopes.ts';
import type { PlanOptions } from './organization-options.ts';

/** Organizations, asked with a session's credentials. */
export function organizationsOf(session: Session, account: string, partition: string): MembersApi {
  session.connection.guard.allow(organizations, memberCalls);
  const region = homeRegion(organizations, partitionById(partition).id);
  return session.apis.for(organizations, { account, partition, region }, memberCalls);
}

/** A state that this program knows; one that AWS adds is told as none, and the account is tried. */
const stateOf = (state: string | undefined): AccountState | undefined =>
  state === 'ACTIVE' || (state !== undefined && Object.hasOwn(skipOf, state)) ? (state as AccountState) : undefined;

/** An organization with all its accounts. */
export interface Members {
  readonly organization: string | undefined;
  readonly managementAccount: string | undefined;
  readonly accounts: readonly ManifestAccount[];
}

/** States in which nothing of an account can be read. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html */
const skipOf: Readonly<Partial<Record<AccountState, Skip>>> = {
  SUSPENDED: 'suspended',
  PENDING_CLOSURE: 'closed',
  CLOSED: 'closed',
  PENDING_ACTIVATION: 'not-active-yet',
};

/**
 * The accounts of the organization with the units that each is in.
 * @throws AuditError `credentials` where Organizations does not tell them
 */
export async function membersOf(api: MembersApi): Promise<Members> {
  try {
    const details = await organizationDetails(api);
    const [roots, units, listed] = [await rootsOf(api), await unitsOf(api), await listedAccounts(api)];
    const folders = new Map([...roots, ...units].map(({ id, name }) => [id, { id, name: name ?? id }]));
    const parents = new Map(units.map(({ id, parent }) => [id, parent]));
    const known = listed.every(({ path }) => path !== undefined && path.every((id) => folders.has(id)));
    const parentOf = known ? new Map<string, string>() : await parentsOfAccounts(api, [...folders.keys()]);
    const unitsOver = ({ id, path }: ListedAccount): Unit[] => {
      if (known) return (path ?? []).flatMap((each) => folders.get(each) ?? []);
      const way: Unit[] = [];
      for (let at = parentOf.get(id); at !== undefined; at = parents.get(at)) {
        const folder = folders.get(at);
        if (folder !== undefined) way.unshift(folder);
      }
      return way;
    };
    // Pages of a list that changes meanwhile may hold an account twice.
    const once = [...new Map(listed.map((each) => [each.id, each])).values()];
    const accounts = once.map((each): ManifestAccount => {
      const { id, name } = each;
      const state = stateOf(each.state);
      const skip = state === undefined ? undefined : skipOf[state];
      return {
        id,
        name,
        ou: unitsOver(each),
        ...(state === undefined ? {} : { state }),
        ...(skip === undefined ? {} : { skip }),
      };
    });
    return {
      organization: details.id,
      managementAccount: details.managementAccount,
      accounts: accounts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    };
  } catch (error) {
    throw new AuditError('credentials', `Organizations does not tell the accounts: ${messageOf(error)}`, {
      hint: 'Use credentials of the management account or of a delegated administrator, allow organizations:List* and organizations:DescribeOrganization, or name the accounts in a file: --accounts FILE.',
      cause: error,
    });
  }
}

/**
 * Accounts of a file: an id a line, and after a comma or blanks its name; lines that begin with `#` say nothing.
 * @throws AuditError `usage` that names file and line
 */
export function accountsIn(lines: string, file: string): ManifestAccount[] {
  const found = new Map<string, ManifestAccount>();
  for (const [at, line] of lines.split(/\r?\n/).entries()) {
    const said = line.trim();
    if (said === '' || said.startsWith('#')) continue;
    const [, id = said, name] = /^([^\s,]+)[\s,]*(.*)$/.exec(said) ?? [];
    if (!accountPattern.test(id))
      throw new AuditError('usage', `${file}:${at + 1}: ${id} is no account: twelve digits are`);
    if (found.has(id)) throw new AuditError('usage', `${file}:${at + 1}: account ${id} stands there twice`);
    const called = name?.replace(/^"(.*)"$/, (_, quoted: string) => quoted.replaceAll('""', '"'));
    found.set(id, { id, name: called === undefined || called === '' ? id : called, ou: [] });
  }
  if (found.size === 0) throw new AuditError('usage', `${file}: names no account`);
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The same accounts, those that the options leave out marked.
 * @throws AuditError `usage` for an account or a unit that there is not, and where none is left
 */
export function chosen(
  accounts: readonly ManifestAccount[],
  { ou, account, excludeAccount }: Pick<PlanOptions, 'ou' | 'account' | 'excludeAccount'>,
): ManifestAccount[] {
  const ids = accounts.map(({ id }) => id);
  for (const id of [...account, ...excludeAccount])
    if (!ids.includes(id)) throw unknownName('account', id, ids, 'Name accounts of the organization by their ids.');
  const names = [...new Set(accounts.flatMap((each) => namesOver(each)))];
  for (const unit of ou)
    if (!names.includes(unit))
      throw unknownName('organizational unit', unit, names, 'Name a unit that accounts are in, by id, name or path.');
  const marked = accounts.map((each) => {
    const out =
      (account.length > 0 && !account.includes(each.id)) ||
      excludeAccount.includes(each.id) ||
      (ou.length > 0 && !namesOver(each).some((name) => ou.includes(name)));
    return out && each.skip === undefined ? { ...each, skip: 'excluded' as const } : each;
  });
  if (marked.every(({ skip }) => skip !== undefined))
    throw new AuditError('usage', `none of ${accounts.length} accounts is left to be scanned`, {
      hint: 'Accounts that are suspended or closed are none; look at --ou, --account and --exclude-account.',
    });
  return marked;
}

/** What the units over an account may be called: ids, names, and paths of names below the root. */
function namesOver({ ou }: ManifestAccount): string[] {
  const below = ou.filter(({ id }) => !id.startsWith('r-')).map(({ name }) => name);
  return [...ou.flatMap(({ id, name }) => [id, name]), ...below.map((_, at) => below.slice(0, at + 1).join('/'))];
}
