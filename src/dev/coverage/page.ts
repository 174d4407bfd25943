import { type Coverage, rowsOf, tallyOf } from './figures.ts';
import { type Question, rowsNamed, type State } from './questions.ts';

/** Between these stands in README.md what `npm run coverage` says. */
const markers = ['<!-- coverage: npm run coverage -->', '<!-- /coverage -->'] as const;

const figure = (n: number): string => n.toLocaleString('en-US');

/** The totals, in one sentence each. */
export function totals(coverage: Coverage): string {
  const first = rowsOf(coverage, 1);
  const tally = tallyOf(coverage.questions);
  const never = first.never === 0 ? '' : ` (${figure(first.never)} can have none)`;
  return [
    `**${figure(first.live)} of the ${figure(first.rows)} controls that come first** (tier 1 of the catalogue) have a check${never}.`,
    `Of **${figure(tally.questions)} questions** about what runs in an account ${figure(tally.answered)} are answered, ${figure(tally.part)} in part and ${figure(tally.open)} not yet;`,
    `${figure(tally['no API'])} no API answers.`,
  ].join(' ');
}

/**
 * README.md with the totals of now.
 * @throws Error without the markers
 */
export function readmeWith(readme: string, coverage: Coverage): string {
  const [begin, end] = markers.map((marker) => readme.indexOf(marker)) as [number, number];
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${markers.join(' and ')}`);
  const text = `${totals(coverage)} [Every system and question, and the checks that answer it](docs/coverage.md), [every check](docs/checks/README.md)`;
  return `${readme.slice(0, begin)}${markers[0]}\n${text}\n${readme.slice(end)}`;
}

/** docs/coverage.md: the systems in numbers, each question with its checks, and the first tier's controls without one. */
export function page(coverage: Coverage): string {
  const { questions } = coverage;
  const all = rowsOf(coverage);
  return [
    '# What is covered',
    '',
    'What users want to know of an account, system by system, and the checks that answer it. `npm run coverage` writes this page and the',
    'line in the README from `catalogue/`; they may say less than is true by now, never more, and are refreshed at every release.',
    '',
    `${totals(coverage)} Of all ${figure(all.rows)} controls of the catalogue ${figure(all.live)} have a check; \`audit checks list --not-live\` names the others and why.`,
    '',
    '## The systems in numbers',
    '',
    '| system | questions | answered | in part | open | no API |',
    '|---|---:|---:|---:|---:|---:|',
    ...[...bySystem(questions)].map(([system, own]) => numbers(system, own)),
    numbers('all', questions),
    '',
    '## Every question',
    '',
    '*answered*: every check that it takes is there. *part*: some are. *open*: none is yet. *no API*: AWS tells it through none.',
    ...[...bySystem(questions)].flatMap(([system, own]) => [
      '',
      `### ${system}`,
      '',
      ...own.map((one) => questionLine(one, coverage)),
    ]),
    '',
    '## Controls of the first tier without a check',
    '',
    ...withoutCheck(coverage),
    '',
  ].join('\n');
}

type Stated = Coverage['questions'][number];

function bySystem(questions: readonly Stated[]): ReadonlyMap<string, readonly Stated[]> {
  const systems = new Map<string, Stated[]>();
  for (const one of questions) systems.set(one.system, [...(systems.get(one.system) ?? []), one]);
  return systems;
}

function numbers(system: string, questions: readonly { readonly state: State }[]): string {
  const { questions: count, answered, part, open, 'no API': none } = tallyOf(questions);
  return `| ${system} | ${count} | ${answered} | ${part} | ${open} | ${none} |`;
}

/** E.g. `- Is rotation on? *part*: `a`; not yet: `b`, `c-*` (2 of 7). Still open: … */
function questionLine(one: Stated, coverage: Coverage): string {
  const there: string[] = [];
  const notYet: string[] = [];
  const never: string[] = [];
  for (const entry of one.answeredBy) {
    const ids = rowsNamed(entry, coverage.catalogue);
    const live = ids.filter((id) => coverage.live.has(id)).length;
    const many = entry !== ids[0] || ids.length > 1;
    const reason = coverage.reasons.get(entry);
    if (reason !== undefined) never.push(`\`${entry}\` can have no check: ${reason}`);
    else if (many) (live === ids.length ? there : notYet).push(`\`${entry}\` (${live} of ${ids.length})`);
    else (live === 1 ? there : notYet).push(`\`${entry}\``);
  }
  const parts = [there.join(', '), notYet.length === 0 ? '' : `not yet: ${notYet.join(', ')}`].filter(
    (part) => part !== '',
  );
  const colon = parts.length === 0 ? '' : `: ${parts.join('; ')}`;
  const line = `- ${one.question} *${one.state}*${colon}`;
  const more = [...sentences(one), ...never];
  return more.length === 0 ? line : [line, ...more].map((text) => (text.endsWith('.') ? text : `${text}.`)).join(' ');
}

const sentences = ({ fact, missing, none }: Question): string[] => [
  ...(fact === '' ? [] : [`${fact.charAt(0).toUpperCase()}${fact.slice(1)}`]),
  ...(missing === '' ? [] : [`Still open: ${missing}`]),
  ...(none === '' ? [] : [none]),
];

/** A line a service, and one for each row that can have no check. */
function withoutCheck({ catalogue, live, reasons }: Coverage): string[] {
  const services = new Map<string, string[]>();
  const never: string[] = [];
  for (const { id, service, tier } of catalogue.values()) {
    if (tier !== 1 || live.has(id)) continue;
    const reason = reasons.get(id);
    if (reason !== undefined) never.push(`- \`${id}\` can have none. ${reason}`);
    else services.set(service, [...(services.get(service) ?? []), `\`${id}\``]);
  }
  const lines = [...never, ...[...services].map(([service, ids]) => `- ${service}: ${ids.join(', ')}`)];
  return lines.length === 0 ? ['None: each has one.'] : lines;
}
