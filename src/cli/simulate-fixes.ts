import { differenceOf } from '../engine/changes/difference.ts';
import type { Difference, DifferenceEntry } from '../engine/changes/difference.ts';
import type { Finding } from '../engine/finding.ts';
import { fixOf } from '../engine/fix.ts';
import { requirementsOf } from '../engine/frameworks.ts';
import type { RunResult } from '../engine/result.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { AuditError } from '../program/errors.ts';
import { toJson } from '../text/escape.ts';
import { pictureInputs, startsOf } from './attack-paths.ts';
import { idsNow } from './against.ts';
import { wrap } from './columns.ts';
import { NoEffect } from './effects.ts';
import { isSnapshot } from './either-file.ts';
import { causeCalled } from './explain-cause.ts';
import { findingIn, judged } from './find-finding.ts';
import { assertNarrows } from './narrows.ts';
import { writeStdout } from './output.ts';
import type { StoredResult } from './result-file.ts';
import { readResult } from './result-file.ts';
import type { Setup, SetupOptions } from './setup.ts';
import { setUp } from './setup.ts';
import { simulated } from './simulated.ts';

interface Given extends SetupOptions {
  readonly file: string;
  readonly fix: readonly string[];
  readonly format: 'table' | 'json';
}

/** What some fixes would change. */
interface Simulation {
  readonly source: string;
  /** Whether everything was judged again; otherwise it is what the causes say. */
  readonly judgedAgain: boolean;
  readonly fixes: readonly { readonly id: string; readonly commands: readonly string[] }[];
  readonly summary: { readonly gone: number; readonly appear: number; readonly failed: number; readonly left: number };
  /** Findings that would fail no more. */
  readonly gone: readonly Shown[];
  /** Findings that would be new, or worse. */
  readonly appear: readonly Shown[];
  /** Requirements of which nothing would fail any more: `<framework>:<requirement>`. */
  readonly requirements: readonly string[];
  /** Who could become administrator no more, and where strangers could come in no more; left out where that was not judged. */
  readonly attackPaths?: readonly string[];
}

type Shown = Pick<DifferenceEntry, 'fingerprint' | 'check' | 'severity' | 'message' | 'region' | 'resource'>;

const asShown = ({ fingerprint, check, severity, message, region, resource }: Shown): Shown => ({
  fingerprint,
  check,
  severity,
  message,
  region,
  resource,
});

/** What `audit simulate` does. @returns the exit code @throws AuditError */
export async function simulate(given: Given): Promise<number> {
  const { file, fix, format } = given;
  if (fix.length === 0)
    throw new AuditError('usage', '--fix is missing: what is to be fixed?', {
      hint: 'Name a cause or a finding of the file: --fix cause-1c5e0a7b.',
    });
  const snapshot = await isSnapshot(file);
  assertNarrows(given, snapshot);
  const setup = await setUp(given);
  const simulation = snapshot
    ? again(await readSnapshot(file), setup, file, fix)
    : asCausesSay(await readResult(file), file, fix);
  await writeStdout(format === 'json' ? [`${toJson(simulation, 2)}\n`] : lines(simulation));
  return 0;
}

/** Judges a snapshot as it is and as it would be. @throws AuditError `usage` where that cannot be said */
function again(inventory: Inventory, setup: Setup, source: string, names: readonly string[]): Simulation {
  const inputs = [pictureInputs(), pictureInputs()] as const;
  const before = judged(inventory, setup, 'snapshot', inputs[0]);
  const fixes = names.map((name) => fixCalled(name, before, source, setup));
  let after: RunResult;
  try {
    after = judged(
      simulated(inventory, [...new Set(fixes.flatMap(({ commands }) => commands))]),
      setup,
      'snapshot',
      inputs[1],
    );
  } catch (error) {
    if (!(error instanceof NoEffect)) throw error;
    throw new AuditError('usage', `${source}: ${names.join(', ')} cannot be judged again: ${error.message}`, {
      hint: `\`audit explain ${names[0] ?? ''} --from ${source}\` says what it clears as far as its commands tell.`,
      cause: error,
    });
  }
  const { difference } = differenceOf({ ...before, source }, { ...after, source }, idsNow(setup.all));
  const gone = of(difference, 'fixed', 'gone-deleted');
  return {
    source,
    judgedAgain: true,
    fixes,
    gone,
    appear: of(difference, 'new', 'worse'),
    ...told(before.findings, after.findings),
    ...pathsGone(startsOf(inputs[0]), startsOf(inputs[1])),
    summary: {
      gone: gone.length,
      appear: difference.summary.new + difference.summary.worse,
      failed: before.summary.byStatus.fail,
      left: after.summary.byStatus.fail,
    },
  };
}

/** Who leads to administrator before and not afterwards, where both were judged. */
const pathsGone = (
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Pick<Simulation, 'attackPaths'> =>
  before === undefined || after === undefined ? {} : { attackPaths: before.filter((each) => !after.includes(each)) };

const of = ({ findings }: Difference, ...kinds: readonly string[]): Shown[] =>
  findings.filter(({ change, status }) => kinds.includes(change) && status.old !== 'suppressed').map(asShown);

/** The findings that the causes of a result name. */
function asCausesSay(result: StoredResult, source: string, names: readonly string[]): Simulation {
  const causes = names.map((name) => {
    if (name.startsWith('cause-')) return causeCalled(name, { ...result, source });
    const { fingerprint } = findingIn(name, result.findings, source);
    const cause = result.causes?.find(({ findings }) => findings.includes(fingerprint));
    if (cause === undefined)
      throw new AuditError('usage', `${source}: no cause of it holds the finding ${name}`, {
        hint: 'Name a finding that fails, and a snapshot to have it judged again.',
      });
    return cause;
  });
  const cleared = new Set(causes.flatMap(({ findings }) => findings));
  const failing = result.findings.filter(({ status }) => status === 'fail');
  const gone = failing.filter(({ fingerprint }) => cleared.has(fingerprint));
  const left = result.findings.filter(({ fingerprint }) => !cleared.has(fingerprint));
  return {
    source,
    judgedAgain: false,
    fixes: causes.map(({ id, commands }) => ({ id, commands })),
    gone: gone.map(asShown),
    appear: [],
    ...told(result.findings, left),
    summary: { gone: gone.length, appear: 0, failed: failing.length, left: failing.length - gone.length },
  };
}

/** The requirements of which something failed before, and nothing afterwards: of what is unknown nobody knows. */
function told(before: readonly Finding[], after: readonly Finding[]): Pick<Simulation, 'requirements'> {
  const open = (findings: readonly Finding[], ...statuses: readonly string[]): Set<string> =>
    new Set(findings.filter(({ status }) => statuses.includes(status)).flatMap(({ check }) => requirementsOf(check)));
  const left = open(after, 'fail', 'unknown');
  return { requirements: [...open(before, 'fail')].filter((requirement) => !left.has(requirement)).sort() };
}

function fixCalled(name: string, result: RunResult, source: string, { all }: Setup): Simulation['fixes'][number] {
  if (name.startsWith('cause-')) {
    const { id, commands, status } = causeCalled(name, { ...result, source });
    if (status === 'unknown')
      throw new AuditError(
        'usage',
        `${source}: ${id} is about what could not be read: nobody knows what a permission would show`,
        {
          hint: 'Allow it, and scan again.',
        },
      );
    return { id, commands };
  }
  const finding = findingIn(name, result.findings, source);
  if (finding.status !== 'fail')
    throw new AuditError('usage', `${source}: ${name} does not fail (${finding.status}): there is nothing to fix`, {
      hint: 'Name a finding that fails, or a cause.',
    });
  const check = all.find(({ id }) => id === finding.check);
  const cli =
    check === undefined ? undefined : fixOf(finding, check.fix, finding.resource.arn.split(':')[1] ?? 'aws').cli;
  return { id: finding.fingerprint, commands: (cli ?? '').split('\n').filter((line) => line !== '') };
}

function* lines(simulation: Simulation): Generator<string> {
  const { fixes, source, judgedAgain, gone, appear, requirements, attackPaths, summary } = simulation;
  const width = Math.min(100, process.stdout.columns ?? 100);
  yield `If ${fixes.map(({ id }) => id).join(', ')} were fixed\n`;
  for (const line of fixes.flatMap(({ commands }) => commands)) yield `  ${line}\n`;
  const how = judgedAgain
    ? `${source} was judged again as it would be then.`
    : `${source} is a result, which cannot be judged again: this is what its causes say. A snapshot (--save) can.`;
  yield `\n${wrap(how, width)}\n`;
  yield `\n${summary.gone} of ${summary.failed} failed findings would go, ${summary.left} would be left\n`;
  for (const each of gone) yield* shown(each, width);
  if (appear.length > 0) yield `\n${appear.length} would be new or worse\n`;
  for (const each of appear) yield* shown(each, width);
  yield `\n${requirements.length} ${requirements.length === 1 ? 'requirement' : 'requirements'} of which nothing would fail any more\n`;
  if (requirements.length > 0) yield `${wrap(requirements.join(', '), width, '  ')}\n`;
  if (attackPaths === undefined) {
    yield `\nAttack paths: not told, ${judgedAgain ? 'the checks that judge them could not, or were not selected' : 'a result holds no policies'}\n`;
    return;
  }
  yield `\n${attackPaths.length} ${attackPaths.length === 1 ? 'way' : 'ways'} to administrator would be closed\n`;
  for (const arn of attackPaths) yield `  ${arn}\n`;
}

function* shown({ fingerprint, severity, check, message }: Shown, width: number): Generator<string> {
  const text = `${fingerprint.slice(0, 8)} ${severity} ${check}: ${message}`;
  yield `${wrap(text, width, '  ')}\n`;
}
