import { alike } from './alike.ts';
import { escapeText } from '../../text/escape.ts';
import { shortName, summarize as summary } from './summary.ts';
import type { Path, PathsResult, PathStep } from './types.ts';

const words = { proven: 'PROVEN', possible: 'POSSIBLE', blocked: 'BLOCKED', none: 'none', unknown: 'UNKNOWN' } as const;

/** Policies shown for one step. */
const MOST_POLICIES = 4;

/** Ids that are not those of an edge of the data file tell a reader nothing. */
const idOf = ({ edge }: PathStep): string => (/^(entry-|administrator$|access$)/.test(edge) ? '' : ` [${edge}]`);

/** A step in lines; `self` stands for the principals that a path begins with. */
function stepText(step: PathStep, at: number, self: Self): string {
  const name = (arn: string): string =>
    arn === self.arn && self.name !== undefined ? self.name : escapeText(shortName(arn));
  const policies = step.policies.slice(0, MOST_POLICIES).map(shortPolicy);
  if (step.policies.length > MOST_POLICIES) policies.push(`${step.policies.length - MOST_POLICIES} more policies`);
  const lines = [
    `    ${at + 1}. ${step.title}${idOf(step)}`,
    `       ${name(step.from)} → ${name(step.to)}${self.administrators.has(step.to) && step.to !== step.from ? ', an administrator' : ''}`,
    ...(step.actions.length === 0 ? [] : [`       ${escapeText(step.actions.join(', '))}`]),
    ...policies.map((policy, line) => `       ${line === 0 ? 'by ' : '   '}${policy}`),
    ...(step.condition === undefined
      ? []
      : [`       ${step.condition.startsWith('blocked by') ? '' : 'depends on '}${escapeText(step.condition)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

interface Self {
  readonly arn?: string;
  readonly name?: string;
  readonly administrators: ReadonlySet<string>;
}

const shortPolicy = (policy: string): string =>
  escapeText(policy).replace(/^arn:[^:]*:iam::(aws|\d{12}):policy\//, (_, owner: string) =>
    owner === 'aws' ? 'AWS policy ' : 'policy ',
  );

const pathText = (path: Path, self: Self): string =>
  `  ${words[path.verdict].toLowerCase()}\n${path.steps.map((step, at) => stepText(step, at, self)).join('')}`;

/** As `summary`, on one line whatever the names hold. */
const summarize = (arns: readonly string[]): string => escapeText(summary(arns));

export interface TextOptions {
  /** Paths shown for each principal. */
  readonly most?: number;
  /** Groups of principals that are shown with their steps. */
  readonly principals?: number;
}

/** What was found, for a terminal: principals with numbered steps, ways in from outside, the cheapest cut. */
export function* pathsText(result: PathsResult, options: TextOptions = {}): Generator<string> {
  const { most = 3, principals: shown = 25 } = options;
  const administrator = result.target.endsWith(':root');
  const goal = administrator ? 'become administrator' : `reach ${escapeText(shortName(result.target))}`;
  const of = (verdict: (typeof result.principals)[number]['verdict']) =>
    result.principals.filter((one) => one.verdict === verdict && !(administrator && one.admin));
  const admins = result.principals.filter(({ admin }) => admin);
  if (administrator) {
    yield admins.length === 0
      ? 'No principal is administrator.\n'
      : `${admins.length} administrator${admins.length === 1 ? '' : 's'}: ${summarize(admins.map(({ arn }) => arn))}\n`;
  }
  const counts = [
    `${of('proven').length} proven`,
    `${of('possible').length} possible`,
    `${of('blocked').length} blocked`,
  ];
  yield `Principals that can ${goal}${administrator ? ' besides them' : ''}: ${counts.join(', ')}\n`;
  const found = result.principals.filter((one) => one.paths.length > 0 && !(administrator && one.admin));
  const groups = alike(found);
  const administrators = new Set(admins.map(({ arn }) => arn));
  for (const { verdict, arns, paths } of groups.slice(0, shown)) {
    const [arn = ''] = arns;
    const self: Self = { arn, administrators, ...(arns.length === 1 ? {} : { name: 'each of them' }) };
    yield `\n${words[verdict]}  ${arns.length === 1 ? '' : `${arns.length} principals: `}${summarize(arns)}\n`;
    for (const path of paths.slice(0, most)) yield pathText(path, self);
    if (paths.length > most) yield `  and ${paths.length - most} more ways (--format json shows all)\n`;
  }
  if (groups.length > shown)
    yield `\nand ${groups.slice(shown).reduce((sum, { arns }) => sum + arns.length, 0)} more: ${summarize(groups.slice(shown).flatMap(({ arns }) => arns))}\n`;
  const unread = of('unknown');
  if (unread.length > 0)
    yield `\nNot known, because policies that may let them in were not read: ${summarize(unread.map(({ arn }) => arn))}\n`;
  if (result.entries.length > 0) {
    yield '\nWays in from outside\n';
    for (const entry of result.entries.slice(0, shown)) {
      yield `\n${words[entry.verdict]}  ${escapeText(entry.who)}\n${entry.path.steps.map((step, at) => stepText(step, at, { administrators })).join('')}`;
    }
    if (result.entries.length > shown) yield `\nand ${result.entries.length - shown} more\n`;
  }
  if (result.openings.length > 0) {
    yield `\nCan open resources to others: ${summarize([...new Set(result.openings.map(({ arn }) => arn))])}\n`;
  }
  if (result.cuts.length > 0) {
    yield '\nCheapest cut\n';
    for (const cut of result.cuts.slice(0, 3)) {
      yield `\n  ${escapeText(cut.advice)}\n  ${cut.paths === 0 ? 'cuts nothing alone, because other statements allow the same' : `cuts ${cut.paths} path${cut.paths === 1 ? '' : 's'}`}${cut.frees.length === 0 ? '' : `; with it ${summarize(cut.frees)} ${cut.frees.length === 1 ? 'has' : 'have'} none left`}\n`;
      yield `${cut.diff
        .split('\n')
        .map((line) => `    ${line}`)
        .join('\n')}\n`;
    }
    if (result.cuts.length > 3) yield `\n  and ${result.cuts.length - 3} more statements\n`;
  }
  if (result.unread.length > 0) yield `\n${unreadText(result)}\n`;
}

/** What the verdicts do not take into account. */
export function unreadText({ unread }: Pick<PathsResult, 'unread'>): string {
  const names = {
    scp: 'service control policies',
    rcp: 'resource control policies',
    identity: 'identity policies',
    resource: 'resource policies',
    boundary: 'boundaries',
    session: 'session policies',
  };
  return `Not read, so not taken into account: ${unread.map((layer) => names[layer]).join(' and ')}. What they deny may block a path, so that none is proven where they count.`;
}
