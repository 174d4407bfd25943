import type { Colour } from '../../src/engine/finding.ts';
import type {
  AccountStatus,
  AccountCounts,
  AccountWay,
  CheckLine,
  FrameworkLine,
  OrganizationResult,
  PersonLine,
  RequirementLine,
} from '../../src/organization/merge/model.ts';
import { accountStatuses } from '../../src/organization/merge/model.ts';
import { requirementStatusNames } from '../requirements.ts';
import { counted, thousands } from '../text.ts';

/** The sum that every report shows: `210 scanned + 2 partial + 1 failed + 1 unreachable + 0 skipped = 214 accounts of the manifest`. */
export const sumText = (counts: AccountCounts): string =>
  `${accountStatuses.map((status) => `${thousands(counts[status])} ${status}`).join(' + ')} = ${counted(counts.manifest, 'account')} of the manifest`;

/** `in 212 of 214 accounts`: of those that the plan does not leave out. */
export function inText({ accounts, status }: Pick<CheckLine, 'accounts' | 'status'>): string {
  const all = Object.values(accounts).reduce((sum, count) => sum + count, 0) - accounts.skipped;
  const of = `of ${counted(all, 'account')}`;
  if (status === 'not-applicable') return `applies to none ${of}`;
  const unknown = accounts.unknown + accounts['not-judged'];
  const beside = unknown === 0 || status === 'unknown' ? '' : `, not known in ${thousands(unknown)}`;
  const count = status === 'unknown' ? unknown : accounts[status];
  const word = status === 'fail' ? '' : `${status === 'pass' ? 'passes' : status} `;
  return `${word}in ${thousands(count)} ${of}${beside}`;
}

/** A requirement by its number and, where it has one, its title. */
export const requirementText = ({ id, number = id, title }: Pick<RequirementLine, 'id' | 'number' | 'title'>): string =>
  title === number ? number : `${number} ${title}`;

/** What of a framework is met, in words: `3 not met, 1 unknown, 96 met`. */
export const requirementsText = (summary: FrameworkLine['summary']): string =>
  (Object.keys(requirementStatusNames) as (keyof typeof requirementStatusNames)[])
    .filter((status) => summary[status] > 0)
    .map((status) => `${thousands(summary[status])} ${requirementStatusNames[status]}`)
    .join(', ');

export const frameworkName = ({ name, version }: Pick<FrameworkLine, 'name' | 'version'>): string =>
  version === null ? name : `${name} ${version}`;

/** Names in a cell of a table; those that are left out are counted. */
export const someOf = (names: readonly string[], most = 20): string =>
  `${names.slice(0, most).join(', ')}${names.length > most ? ` … and ${thousands(names.length - most)} more` : ''}`;

/** What somebody of IAM Identity Center is in which accounts, in words. */
export const standingsOf = ({ administratorOf, escalatesIn, possibleIn, unknownIn }: PersonLine) =>
  [
    ['administrator', administratorOf],
    ['can become administrator', escalatesIn],
    ['perhaps administrator', possibleIn],
    ['not known whether administrator', unknownIn],
  ] as const;

/** In how many: `administrator of 12 accounts; perhaps administrator of 3 accounts`. */
export const personText = (person: PersonLine): string =>
  standingsOf(person)
    .filter(([, accounts]) => accounts.length > 0)
    .map(([is, accounts]) => `${is} of ${counted(accounts.length, 'account')}`)
    .join('; ');

export const personName = ({ id, type }: PersonLine): string =>
  `${type === 'other' ? 'principal' : type.toLowerCase()} ${id}`;

/** A cause in words: where each account has a thing of another name, that of one of them is an example. */
export const causeText = ({
  title,
  subject,
  causes,
}: {
  readonly title: string;
  readonly subject?: string | undefined;
  readonly causes: number;
}): string => (subject === undefined && causes > 1 ? `such as: ${title}` : title);

/** Why accounts are not `scanned`, with the ids that each of it holds for; the order is that of statuses, then of the manifest. */
export interface NotScanned {
  readonly status: AccountStatus;
  readonly why: string;
  readonly hint?: string;
  readonly accounts: readonly string[];
}

/** A message in which an account's own id does not tell it from those of others. */
const without = (message: string, account: string): string => message.replaceAll(account, 'ACCOUNT');

export function notScanned({ accounts }: Pick<OrganizationResult, 'accounts'>): NotScanned[] {
  const groups = new Map<string, { status: AccountStatus; why: string; hint?: string; accounts: string[] }>();
  for (const { id, status, cause } of accounts) {
    if (status === 'scanned' || cause === undefined) continue;
    const why = without(cause.message, id);
    const key = `${status}\n${cause.kind}\n${why}`;
    const own = groups.get(key) ?? {
      status,
      why,
      ...(cause.hint === undefined ? {} : { hint: without(cause.hint, id) }),
      accounts: [],
    };
    own.accounts.push(id);
    groups.set(key, own);
  }
  return [...groups.values()].sort((a, b) => accountStatuses.indexOf(a.status) - accountStatuses.indexOf(b.status));
}

/** Accounts by what they stand at, each status once that has any. */
export function idsByStanding<T extends string>(
  accounts: readonly { readonly id: string }[],
  standings: Uint8Array,
  names: readonly T[],
): Partial<Record<T, string[]>> {
  const lists: string[][] = names.map(() => []);
  for (const [at, standing] of standings.entries()) lists[standing]?.push(accounts[at]?.id ?? '');
  return Object.fromEntries(
    names.flatMap((name, at) => {
      const ids = lists[at] ?? [];
      return ids.length === 0 ? [] : [[name, ids]];
    }),
  ) as Partial<Record<T, string[]>>;
}

/** A way in words: who becomes whose administrator, and step by step how. */
export function wayParts({ from, who, begins, verdict, steps, toManagement }: AccountWay): {
  readonly what: string;
  readonly steps: readonly string[];
} {
  const first =
    begins === 'outsider' ? `${who}, by way of account ${from}` : begins === 'principal' ? `${who} of ${from}` : who;
  const becomes = verdict === 'proven' ? 'becomes' : 'may become';
  const account = steps.at(-1)?.to.split(' ')[0] ?? '';
  return {
    what: `${first} ${becomes} administrator of ${toManagement ? 'the management account ' : ''}${account}`,
    // Within the first account, and where an administrator asks as himself, there is nothing more to say.
    steps: steps
      .filter(({ how }) => how !== 'is administrator')
      .map(({ to, how, condition }) => {
        const whose = how.endsWith('administrator') ? to.replace(/^(\d+) administrator$/, 'of $1') : to;
        return `${how} ${whose}${condition === undefined ? '' : ` (depends on ${condition})`}`;
      }),
  };
}

/** The same in one line. */
export const wayText = (way: AccountWay): string => {
  const { what, steps } = wayParts(way);
  return `${what}: ${steps.join(', then ')}`;
};

/** Ways of an account: those that lead to it, then those that lead away. */
export const waysOf = (ways: readonly AccountWay[], account: string): readonly AccountWay[] => [
  ...ways.filter(({ to }) => to === account),
  ...ways.filter(({ from }) => from === account),
];

/** How bad a way is: to the management account, or from outside, it is the worst. */
export const wayColour = ({ verdict, toManagement, begins }: AccountWay): Colour =>
  verdict === 'possible' ? 'blue' : toManagement || begins === 'outsider' ? 'red' : 'yellow';
