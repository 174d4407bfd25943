import { shortName, summarize } from './summary.ts';
import type { Path, PathsResult, PathStep } from './types.ts';

const words = { proven: 'PROVEN', possible: 'POSSIBLE', blocked: 'BLOCKED', none: 'none', unknown: 'UNKNOWN' } as const;

const stepLine = (step: PathStep, at: number): string => {
  const by = step.policies.length === 0 ? '' : `\n        by ${step.policies.map(shortPolicy).join('\n           ')}`;
  const when =
    step.condition === undefined
      ? ''
      : `\n        ${step.condition.startsWith('blocked by') ? '' : 'if '}${step.condition}`;
  const actions = step.actions.length === 0 ? '' : `\n        ${step.actions.join(', ')}`;
  return `    ${at + 1}. ${shortName(step.from)} → ${shortName(step.to)}  ${step.title} [${step.edge}]${actions}${by}${when}\n`;
};

const shortPolicy = (policy: string): string =>
  policy.replace(/^arn:[^:]*:iam::(aws|\d{12}):policy\//, (_, owner: string) =>
    owner === 'aws' ? 'AWS policy ' : 'policy ',
  );

const pathText = (path: Path): string => `  ${words[path.verdict].toLowerCase()}\n${path.steps.map(stepLine).join('')}`;

export interface TextOptions {
  /** Paths shown for each principal. */
  readonly most?: number;
  /** Principals shown with their steps. */
  readonly principals?: number;
}

/** What was found, for a terminal: principals with numbered steps, ways in from outside, the cheapest cut. */
export function* pathsText(result: PathsResult, options: TextOptions = {}): Generator<string> {
  const { most = 3, principals: shown = 25 } = options;
  const administrator = result.target.endsWith(':root');
  const goal = administrator ? 'become administrator' : `reach ${shortName(result.target)}`;
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
  for (const one of found.slice(0, shown)) {
    yield `\n${words[one.verdict]}  ${shortName(one.arn)}\n`;
    for (const path of one.paths.slice(0, most)) yield pathText(path);
    if (one.paths.length > most) yield `  and ${one.paths.length - most} more ways (--format json shows all)\n`;
  }
  if (found.length > shown)
    yield `\nand ${found.length - shown} more: ${summarize(found.slice(shown).map(({ arn }) => arn))}\n`;
  const unread = of('unknown');
  if (unread.length > 0)
    yield `\nNot known, because policies of theirs were not read: ${summarize(unread.map(({ arn }) => arn))}\n`;
  if (result.entries.length > 0) {
    yield '\nWays in from outside\n';
    for (const entry of result.entries.slice(0, shown)) {
      yield `\n${words[entry.verdict]}  ${entry.who}\n${entry.path.steps.map(stepLine).join('')}`;
    }
    if (result.entries.length > shown) yield `\nand ${result.entries.length - shown} more\n`;
  }
  if (result.openings.length > 0) {
    yield `\nCan open resources to others: ${summarize([...new Set(result.openings.map(({ arn }) => arn))])}\n`;
  }
  if (result.cuts.length > 0) {
    yield '\nCheapest cut\n';
    for (const cut of result.cuts.slice(0, 3)) {
      yield `\n  ${cut.advice}\n  cuts ${cut.paths} path${cut.paths === 1 ? '' : 's'}${cut.frees.length === 0 ? '' : `; with it ${summarize(cut.frees)} ${cut.frees.length === 1 ? 'has' : 'have'} none left`}\n`;
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
  return `Not read, so not taken into account: ${unread.map((layer) => names[layer]).join(' and ')}. What they deny may block a path.`;
}
