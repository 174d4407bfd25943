import type { Framework } from '../engine/frameworks.ts';
import { allFrameworks, frameworkByKey } from '../engine/frameworks.ts';
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
    const summaries = allFrameworks().map((each) => summaryOf(each, known));
    if (action === 'list') {
      await writeStdout(as === 'json' ? [json(summaries)] : listing(summaries));
      return 0;
    }
    if (key === undefined)
      throw new AuditError('usage', 'frameworks show needs the key of a framework', {
        hint: 'Run `audit frameworks list` to see them all.',
      });
    const framework = frameworkByKey(key);
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
  readonly requirements: number;
  readonly covered: number;
  readonly partly: number;
  readonly manual: number;
}

function summaryOf({ key, name, version, requirements: all }: Framework, known: Known): Summary {
  return {
    key,
    name,
    version,
    requirements: all.length,
    covered: all.filter((r) => r.checks.length > 0 && r.checks.every((id) => known.has(id))).length,
    partly: all.filter((r) => r.checks.some((id) => known.has(id)) && !r.checks.every((id) => known.has(id))).length,
    manual: all.filter((r) => r.checks.length === 0).length,
  };
}

const json = (value: unknown): string => `${toJson(value, 2)}\n`;

function* listing(summaries: readonly Summary[]): Generator<string> {
  const rows = summaries.map((f) => [
    f.key,
    `${f.covered} whole, ${f.partly} in part of ${f.requirements}`,
    f.manual === 0 ? f.name : `${f.name} (${f.manual} a person must look at)`,
  ]);
  yield* columns(['KEY', 'COVERED', 'NAME'], rows);
}

function* requirements(framework: Framework, known: Known): Generator<string> {
  yield `${framework.name}\n\n`;
  const rows = framework.requirements.map(({ id, checks: ids }) => {
    return [id, ids.length === 0 ? 'no API answers it: a person must look' : inWords(coverageOf(ids, known))];
  });
  yield* columns(['REQUIREMENT', 'CHECKS'], rows);
}
