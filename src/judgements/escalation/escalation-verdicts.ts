import { fail, manual, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import type { Account } from '../../iam/graph/types.ts';
import { grantsAdministrator } from '../../iam/document.ts';
import { privilegeEscalation } from '../../iam/paths/document.ts';
import { shortName, summarize, wayText } from '../../iam/paths/summary.ts';
import type { Entry, EntryClass, Path, PathsResult, PathStep, PrincipalPaths } from '../../iam/paths/types.ts';
import { unreadNote } from '../organization/control-sources.ts';
import { statementEvidence, statementName } from '../../iam/statement.ts';
import { unreadable } from '../policies/document-verdicts.ts';

/** The verdict on ways from one policy to more rights. */
export function noEscalation(name: string, document: unknown): Verdict {
  const problem = unreadable(name, document);
  if (problem !== undefined) return problem;
  if (grantsAdministrator(document).answer === 'yes') return notApplicable(`${name} gives every right already`);
  const found = privilegeEscalation(document);
  const proven = found.filter(({ verdict }) => verdict === 'proven');
  const [first] = proven.length > 0 ? proven : found;
  if (first === undefined) return pass(`${name} gives no way to more rights on resources it does not name`);
  const [statement] = first.statements;
  const by = statement === undefined ? '' : ` (${statementName(statement)})`;
  const list = `${first.title}: ${first.actions.join(', ')}${by}`;
  if (proven.length === 0)
    return unknown(`it depends on conditions that are not known whether ${name} gives a way to more rights: ${list}`);
  const more = proven.length === 1 ? '' : `; and ${proven.length - 1} more ways`;
  return fail(`${name} gives a way to more rights, ${list}${more}`, {
    ways: proven.map(({ edge, title, actions }) => ({ edge, title, actions })),
    statements: statementEvidence(proven.flatMap(({ statements }) => statements)),
  });
}

const stepText = ({ edge, from, to, actions, policies, condition }: PathStep) => ({
  edge,
  from,
  to,
  actions,
  policies,
  ...(condition === undefined ? {} : { condition }),
});
const observedPath = ({ verdict, steps }: Path) => ({ verdict, steps: steps.map(stepText) });

/** More paths than these do not help a reader of one finding; `audit paths` shows all. */
const SHOWN = 10;

/** The paths of an account, and where the policies of its organisation come from. */
export interface AccountPaths extends PathsResult {
  readonly controls?: Account['controls'];
}

const organizationNote = ({ unread, controls }: AccountPaths): string => unreadNote(unread, controls);

const whoCan = (principals: readonly PrincipalPaths[], verb: 'can' | 'may'): string =>
  `${principals.length === 1 ? '1 principal' : `${principals.length} principals`} ${verb} become administrator: ${summarize(principals.map(({ arn }) => arn))}`;

/** The verdict on principals that are no administrators and can become one. */
export function principalVerdict(result: AccountPaths): Verdict {
  const proven = result.principals.filter(({ verdict, admin }) => verdict === 'proven' && !admin);
  const possible = result.principals.filter(({ verdict }) => verdict === 'possible');
  const unread = result.principals.filter(({ verdict }) => verdict === 'unknown');
  const observed = {
    proven: proven.length,
    possible: possible.length,
    paths: [...proven, ...possible].slice(0, SHOWN).flatMap(({ paths }) => paths.slice(0, 1).map(observedPath)),
  };
  if (proven.length > 0) {
    const [first] = proven;
    const way = first?.paths[0] === undefined ? '' : ` (${wayText(first.paths[0])})`;
    const example = proven.length === 1 ? way : `; for one, ${shortName(first?.arn ?? '')}${way}`;
    return fail(`${whoCan(proven, 'can')}${example}${organizationNote(result)}`, observed, undefined, {
      reach: {
        from: 'path',
        how: `a way to administrator for ${proven.length === 1 ? '1 principal' : `${proven.length} principals`}`,
      },
    });
  }
  if (unread.length > 0) return unknown(`policies of ${summarize(unread.map(({ arn }) => arn))} were not read`);
  if (possible.length > 0) {
    const [first] = possible;
    const on =
      first?.paths[0]?.steps.find(({ condition }) => condition !== undefined)?.condition ?? 'what is not known';
    const example = possible.length === 1 ? ',' : `; for one, ${shortName(first?.arn ?? '')}`;
    return manual(`${whoCan(possible, 'may')}${example} depending on ${on}`, observed);
  }
  return pass('No user or role that is not an administrator can become one', {
    administrators: result.principals.filter(({ admin }) => admin).length,
  });
}

/** The verdict on ways from outside to administration. */
export function entryVerdict(
  result: AccountPaths,
  classes: readonly EntryClass[],
  words: {
    readonly what: string;
    readonly none: string;
    /** What of the way lies where nobody looked. */
    readonly unread?: string;
  },
): Verdict {
  const entries = result.entries.filter((entry) => classes.includes(entry.class));
  const proven = entries.filter(({ verdict }) => verdict === 'proven');
  const [first] = proven.length > 0 ? proven : entries;
  if (first === undefined) return pass(words.none);
  const list = proven.length > 0 ? proven : entries;
  const observed = {
    proven: proven.length,
    possible: entries.length - proven.length,
    paths: list.slice(0, SHOWN).map(({ path }) => observedPath(path)),
  };
  const through = [...new Set(list.map((entry: Entry) => entry.path.steps[0]?.to ?? ''))];
  const who = first.who === first.arn ? first.who : `${first.who}, through ${shortName(first.arn)},`;
  const text = `${words.what} to administrator through ${summarize(through)}: ${who} ${proven.length > 0 ? 'becomes' : 'may become'} administrator (${wayText(first.path)})${words.unread === undefined ? '' : `; ${words.unread}`}`;
  if (proven.length > 0)
    return fail(`${text}${organizationNote(result)}`, observed, undefined, {
      // Where all come through one thing, that is what has to be changed.
      ...(through.length === 1 && through[0]?.startsWith('arn:') === true ? { changes: through } : {}),
      reach: {
        from: classes.every((one) => one === 'cross-account') ? 'accounts' : 'internet',
        how: 'a way in that leads to administrator',
      },
    });
  const on = first.path.steps.find(({ condition }) => condition !== undefined)?.condition ?? 'what is not known';
  return manual(`${text}, depending on ${on}`, observed);
}
