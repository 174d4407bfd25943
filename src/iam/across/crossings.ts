import { arnAccount, parseArn } from '../../text/arn.ts';
import { compile } from '../compile.ts';
import type { Account, Principal, Role } from '../graph/types.ts';
import { World } from '../graph/world.ts';
import { actionsOfEdges } from '../paths/edges.ts';
import { findPaths } from '../paths/paths.ts';
import { wayText } from '../paths/summary.ts';
import type { PathsResult, PrincipalPaths } from '../paths/types.ts';
import type { OrganizationPolicies } from '../types.ts';
import { ASSUME, RuleTable } from './rules.ts';
import type { Administers, Crossings, Door, Exit, Levels, Outsider, Some, Sureness } from './types.ts';

/** So much of an account is told; how much more there is, too. */
const most = { exits: 500, doors: 500, names: 5, outsiders: 5, searches: 25, how: 300 };

/**
 * What an account says of ways from and to other accounts.
 * @param paths the ways to administrator in it
 */
export function crossingsOf(account: Account, paths: PathsResult): Crossings {
  const world = new World(account, actionsOfEdges());
  const table = new RuleTable();
  const found = new Map(paths.principals.map((one) => [one.arn, one]));
  const leaving = world.subjects.filter(({ principal, identity, unread }) => {
    if (principal.kind === 'role' && principal.serviceLinked) return false;
    return unread.length > 0 || identity.some(({ document }) => mayLeave(account, document));
  });
  const told = leaving.slice(0, most.exits);
  const exits: Mutable<Exit>[] = told.map(({ principal, identity, boundary, unread }) => {
    const limit = boundary === undefined || boundary === 'unknown' ? boundary : table.add(boundary.document);
    return {
      name: nameOf(principal),
      identity: [
        ...new Set([
          ...identity.flatMap(({ document }) => table.add(document) ?? []),
          ...(unread.length > 0 ? [table.unread()] : []),
        ]),
      ],
      // a boundary that says nothing of it allows nothing
      ...(boundary === undefined ? {} : { boundary: limit ?? NOTHING }),
      administers: administersOf(found.get(principal.arn)),
    };
  });
  const open = account.roles.filter((role) => !role.serviceLinked && letsOthersIn(account, role));
  const doors: Mutable<Door>[] = open.slice(0, most.doors).map((role) => {
    const own = found.get(role.arn);
    const how = own?.admin === true || own?.paths[0] === undefined ? '' : wayText(own.paths[0]);
    return {
      name: nameOf(role),
      trust: table.add(role.trust) ?? table.unread(),
      administers: administersOf(own),
      ...(how === '' ? {} : { how: how.slice(0, most.how) }),
      becomes: [],
    };
  });
  const inside = told.flatMap(({ principal }, exit) =>
    exits[exit]?.administers === 'already' ? [] : [{ principal, exit }],
  );
  for (const { principal, exit } of inside.slice(0, most.searches)) {
    const one = exits[exit];
    if (one !== undefined) become(world, principal, exit, one, open, doors);
  }
  const others = paths.principals.filter(({ admin, arn }) => !admin && !arn.includes(':identitystore:'));
  return {
    partition: account.partition,
    rules: table.list,
    ...levelsOf('scps', account.managementAccount === true ? undefined : account.scps, table),
    ...levelsOf('rcps', account.managementAccount === true ? undefined : account.rcps, table),
    exits,
    doors,
    administrators: some(paths.principals.filter(({ admin }) => admin)),
    becoming: {
      certain: some(others.filter(({ verdict }) => verdict === 'proven')),
      possible: some(others.filter(({ verdict }) => verdict === 'possible' || verdict === 'unknown')),
    },
    outsiders: outsidersOf(paths),
    left: [
      ...tooMany(leaving.length - most.exits, 'users and roles that may assume roles of other accounts'),
      ...tooMany(open.length - most.doors, 'roles that other accounts may assume'),
      ...tooMany(inside.length - most.searches, 'users and roles of which it was not looked for who becomes them'),
      ...(table.full ? ['policies whose text had no room'] : []),
    ],
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Stands for a policy without rules. */
const NOTHING = -1;

const tooMany = (count: number, what: string): string[] => (count > 0 ? [`${count} ${what}`] : []);

const nameOf = ({ arn }: Pick<Principal, 'arn'>): string => parseArn(arn)?.[5] ?? arn;

const some = (all: readonly { readonly arn: string }[]): Some => ({
  count: all.length,
  names: all.slice(0, most.names).map(({ arn }) => arn.replace(/^arn:[^:]*:(?:iam|identitystore):[^:]*:\d*:/, '')),
});

function administersOf(found: PrincipalPaths | undefined): Administers {
  if (found === undefined) return 'unknown';
  if (found.admin) return 'already';
  return found.verdict === 'proven'
    ? 'certain'
    : found.verdict === 'possible'
      ? 'possible'
      : found.verdict === 'unknown'
        ? 'unknown'
        : 'no';
}

/** The surest of each class. */
const outsidersOf = ({ entries }: Pick<PathsResult, 'entries'>): readonly Outsider[] =>
  [...entries]
    .sort((a, b) => Number(b.verdict === 'proven') - Number(a.verdict === 'proven'))
    .filter((entry, at, all) => all.findIndex((one) => one.class === entry.class) === at)
    .slice(0, most.outsiders)
    .map(({ class: kind, who, arn, verdict }) => ({
      class: kind,
      who: arn === who ? who : `${who}, through ${arn}`,
      sure: sureness(verdict),
    }));

const sureness = (verdict: 'proven' | 'possible'): Sureness => (verdict === 'proven' ? 'certain' : 'possible');

/** Who in the account, and who from outside, can become an exit. */
function become(
  world: World,
  principal: Principal,
  exit: number,
  one: Mutable<Exit>,
  open: readonly Role[],
  doors: readonly Mutable<Door>[],
): void {
  const { principals, entries } = findPaths(world.account, { to: principal.arn, brief: true, asRead: true }, world);
  const others = principals.filter(({ admin }) => !admin);
  one.by = {
    certain: some(others.filter(({ verdict }) => verdict === 'proven')),
    possible: some(others.filter(({ verdict }) => verdict === 'possible' || verdict === 'unknown')),
  };
  one.outsiders = outsidersOf({ entries });
  const by = new Map(principals.map((found) => [found.arn, found]));
  for (const [at, door] of doors.entries()) {
    const role = open[at];
    const verdict = role?.arn === principal.arn ? 'proven' : by.get(role?.arn ?? '')?.verdict;
    if (verdict === 'proven') door.becomes = [...door.becomes, { exit, sure: 'certain' }];
    else if (verdict === 'possible' || verdict === 'unknown')
      door.becomes = [...door.becomes, { exit, sure: 'possible' }];
  }
}

/** Whether a policy may allow to assume a role that is not the account's own. */
const mayLeave = ({ id }: Account, document: unknown): boolean =>
  compile(document)
    .forAction(ASSUME)
    .some(
      ({ effect, problem, notResource, resources }) =>
        effect !== 'Deny' &&
        (problem !== undefined ||
          notResource ||
          resources === undefined ||
          resources.some(({ text }) => arnAccount(text) !== id && /[*?$]|^iam$/.test(parseArn(text)?.[2] ?? '*'))),
    );

/** Whether a trust policy may let in a user or role of another account. */
const letsOthersIn = ({ id }: Account, { trust }: Role): boolean =>
  compile(trust)
    .forAction(ASSUME)
    .some(({ effect, problem, notPrincipal, principals }) => {
      if (effect === 'Deny') return false;
      if (problem !== undefined || notPrincipal || principals === undefined || principals.everyone) return true;
      return principals.entries.some(
        (entry) =>
          entry.type === 'unclear' || ((entry.type === 'account' || entry.type === 'arn') && entry.account !== id),
      );
    });

function levelsOf(
  name: 'scps' | 'rcps',
  levels: OrganizationPolicies | 'unknown' | undefined,
  table: RuleTable,
): { readonly scps?: Levels; readonly rcps?: Levels } {
  if (levels === undefined) return {};
  if (levels === 'unknown') return { [name]: levels };
  return { [name]: levels.map((level) => level.flatMap(({ document }) => table.add(document) ?? [])) };
}
