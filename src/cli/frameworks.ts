import { titlesText } from '../../reports/requirements.ts';
import type { FrameworkDiff } from '../compliance/diff.ts';
import { diffOf } from '../compliance/diff.ts';
import { allFrameworks } from '../compliance/load.ts';
import { needsPerson } from '../compliance/person.ts';
import type { Framework, Requirement } from '../engine/frameworks.ts';
import { AuditError } from '../program/errors.ts';
import { toJson } from '../text/escape.ts';
import { columns, count } from './columns.ts';
import { command, format, text, word } from './door/options.ts';
import { coverageOf, inWords, type Known } from './framework-coverage.ts';
import { configOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { frameworkNamed, setUp } from './setup.ts';

export default command({
  usage: 'frameworks [action] [key] [other]',
  args: {
    action: word(['list', 'show', 'diff'], 'list (default), show or diff'),
    key: text('For show and diff: a key, or a file of your own'),
    other: text('For diff: what is compared with it'),
  },
  options: { ...configOptions, format: format('table', 'json') },
  examples: [
    ['audit frameworks show cis_7.0', 'its requirements and the checks behind them'],
    ['audit frameworks diff cis_6.0 cis_7.0', 'what CIS 7.0 asks beyond 6.0'],
    ['audit frameworks show ./ours.yaml', 'one of your own'],
  ],

  async run({ action = 'list', key, other, format: as, ...options }) {
    // Packs bring frameworks and checks.
    const { all } = await setUp(options);
    const known: Known = new Set(all.map(({ id }) => id));
    if (action === 'list') {
      const summaries = (await allFrameworks()).map((each) => summaryOf(each, known));
      await writeStdout(as === 'json' ? [json(summaries)] : listing(summaries));
      return 0;
    }
    const hint = 'Run `audit frameworks list` to see them all.';
    if (key === undefined) throw new AuditError('usage', `frameworks ${action} needs the key of a framework`, { hint });
    if (action === 'diff') {
      if (other === undefined)
        throw new AuditError('usage', 'frameworks diff needs the keys of two frameworks', { hint });
      const first = await frameworkNamed(key, process.cwd(), all);
      const second = await frameworkNamed(other, process.cwd(), all);
      const diff = diffOf(first, second);
      await writeStdout(
        as === 'json' ? [json({ first: first.key, second: second.key, ...diff })] : differences(first, second, diff),
      );
      return 0;
    }
    const framework = await frameworkNamed(key, process.cwd(), all);
    await writeStdout(
      as === 'json'
        ? [
            json({
              ...summaryOf(framework, known),
              requirements: framework.requirements.map((r) => ({ ...r, ...coverageOf(r.checks, known) })),
            }),
          ]
        : requirements(framework, known),
    );
    return 0;
  },
});

interface Summary {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  readonly source?: string | undefined;
  readonly edition?: string | undefined;
  readonly memory?: string | undefined;
  readonly requirements: number;
  /** Requirements with a title in our own words. */
  readonly titled: number;
  /** All its checks are there. */
  readonly covered: number;
  readonly partly: number;
  /** No check stands for it, live or not. */
  readonly manual: number;
}

function summaryOf(framework: Framework, known: Known): Summary {
  const { key, name, version, source, edition, memory, requirements: all } = framework;
  const live = ({ checks }: Requirement): number => checks.filter((id) => known.has(id)).length;
  return {
    key,
    name,
    version,
    source,
    edition,
    memory,
    requirements: all.length,
    titled: all.filter(({ title }) => title !== undefined).length,
    covered: all.filter((r) => r.checks.length > 0 && live(r) === r.checks.length).length,
    partly: all.filter((r) => live(r) > 0 && live(r) < r.checks.length).length,
    manual: all.filter(({ checks }) => checks.length === 0).length,
  };
}

const json = (value: unknown): string => `${toJson(value, 2)}\n`;

function* listing(summaries: readonly Summary[]): Generator<string> {
  const rows = summaries.map((f) => [
    f.key,
    `${f.covered} whole, ${f.partly} in part of ${f.requirements}`,
    f.manual === 0 ? f.name : `${f.name} (${f.manual} without a check)`,
  ]);
  yield* columns(['KEY', 'CHECKS LIVE', 'NAME'], rows);
}

/** What is known of a framework besides its requirements, a line each. */
function* about(framework: Framework): Generator<string> {
  const { name, source, edition, memory, requirements: all } = framework;
  const titled = all.filter(({ title }) => title !== undefined).length;
  yield `${name}\n`;
  if (source !== undefined) yield `Source: ${source}${edition === undefined ? '' : `, ${edition}`}\n`;
  if (memory !== undefined) yield `${memory}.\n`;
  yield `${titlesText(titled, all.length)}\n\n`;
}

function* requirements(framework: Framework, known: Known): Generator<string> {
  yield* about(framework);
  const rows = framework.requirements.map((requirement) => {
    const { id, number = id, title, checks } = requirement;
    const name = title === undefined ? (number === id ? '' : number) : number === id ? title : `${number} ${title}`;
    return [id, name, checksOf(requirement, checks, known)];
  });
  yield* columns(['REQUIREMENT', 'WHAT IT ASKS', 'CHECKS'], rows);
}

function checksOf(requirement: Requirement, checks: readonly string[], known: Known): string {
  const { awsReport } = requirement;
  if (awsReport !== undefined) return `AWS is responsible: ${awsReport}, in AWS Artifact`;
  if (checks.length === 0) return 'no check stands for it: a person must look';
  return `${inWords(coverageOf(checks, known))}${needsPerson(requirement) ? ' (and a person)' : ''}`;
}

const called = ({ id, number = id, title }: Requirement): string =>
  title === undefined ? number : `${number} ${title}`;

function* differences(first: Framework, second: Framework, diff: FrameworkDiff): Generator<string> {
  const part = function* (head: string, lines: readonly string[]): Generator<string> {
    if (lines.length === 0) return;
    yield `${head}\n`;
    for (const line of lines) yield `  ${line}\n`;
    yield '\n';
  };
  yield* part(`Only in ${second.name}:`, diff.added.map(called));
  yield* part(`Only in ${first.name}:`, diff.removed.map(called));
  yield* part(
    'Renumbered:',
    diff.renumbered.map(({ before, after }) => `${before.id} is ${called(after)}`),
  );
  yield* part(
    'With other checks:',
    diff.changed.map(({ before, after }) => {
      const gone = before.checks.filter((id) => !after.checks.includes(id)).map((id) => `-${id}`);
      const come = after.checks.filter((id) => !before.checks.includes(id)).map((id) => `+${id}`);
      return `${called(after)}: ${[...come, ...gone].join(' ')}`;
    }),
  );
  yield `${count(diff.same, 'requirement')} the same\n`;
}
