import { allFrameworks, frameworkByKey } from '../compliance/load.ts';
import { needsPerson } from '../compliance/person.ts';
import type { Framework, Requirement } from '../engine/frameworks.ts';
import { AuditError } from '../program/errors.ts';
import { toJson } from '../text/escape.ts';
import { columns } from './columns.ts';
import { command, format, text, word } from './door/options.ts';
import { coverageOf, inWords, type Known } from './framework-coverage.ts';
import { configOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

export default command({
  usage: 'frameworks [action] [key]',
  args: { action: word(['list', 'show'], 'list (default) or show'), key: text('For show: the framework') },
  options: { ...configOptions, format: format('table', 'json') },
  examples: [['audit frameworks show cis_7.0', 'its requirements and the checks behind them']],

  async run({ action = 'list', key, format: as, ...options }) {
    // Packs bring frameworks and checks.
    const { all } = await setUp(options);
    const known: Known = new Set(all.map(({ id }) => id));
    if (action === 'list') {
      const summaries = (await allFrameworks()).map((each) => summaryOf(each, known));
      await writeStdout(as === 'json' ? [json(summaries)] : listing(summaries));
      return 0;
    }
    if (key === undefined)
      throw new AuditError('usage', 'frameworks show needs the key of a framework', {
        hint: 'Run `audit frameworks list` to see them all.',
      });
    const framework = await frameworkByKey(key);
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
  yield titled === all.length
    ? 'Titles are in our own words.\n'
    : `Titles are in our own words for ${titled} of ${all.length} requirements; the others show their number.\n`;
  yield '\n';
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
