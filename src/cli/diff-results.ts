import { differenceJson, differenceMarkdown, differenceText } from '../../reports/difference.ts';
import { differenceOf } from '../engine/changes/difference.ts';
import { AuditError } from '../program/errors.ts';
import { comparedFailures, idsNow } from './against.ts';
import { isSnapshot, readEither } from './either-file.ts';
import { comparing as comparingIn, failOnOf } from './fail-on.ts';
import { assertNarrows } from './narrows.ts';
import { escapeChunks, isStdout, writeStdout, writeWhole } from './output.ts';
import { say } from './say.ts';
import type { SetupOptions } from './setup.ts';
import { setUp } from './setup.ts';

interface Given extends SetupOptions {
  readonly old: string;
  readonly new: string;
  readonly format: 'table' | 'json' | 'markdown';
  readonly output: string | undefined;
  readonly details: boolean | undefined;
  readonly failOn: readonly string[];
}

/** What `audit diff` does. @returns the exit code @throws AuditError */
export async function diff(given: Given): Promise<number> {
  const { failOn: values, format, output } = given;
  const failOn = failOnOf(values);
  const single = values.filter((value) => !comparingIn([value]).some((known) => known !== 'stale-baseline'));
  if (single.length > 0)
    throw new AuditError('usage', `--fail-on ${single.join(',')} says nothing of what changed between two results`, {
      hint: 'audit diff takes new, new:<severity>, worse and older-than:<days>.',
    });
  const snapshots = await Promise.all([given.old, given.new].map(isSnapshot));
  assertNarrows(given, snapshots.includes(true));
  const setup = await setUp(given);
  const old = await readEither(given.old, setup);
  const now = await readEither(given.new, setup);
  if (old.run.account !== now.run.account)
    throw new AuditError(
      'usage',
      `${given.old} is of account ${old.run.account}, and ${given.new} of account ${now.run.account}: nothing of them can be compared`,
      { hint: 'Name two results of one account.' },
    );
  if (old.run.startedAt > now.run.startedAt)
    say(`audit: ${given.old} was read after ${given.new}: what was fixed meanwhile is shown as new`);
  const { difference, comparing, changes } = differenceOf(old, now, idsNow(setup.all));
  const toTerminal = output === undefined && process.stdout.isTTY;
  const shown = { width: toTerminal ? Math.max(40, process.stdout.columns) : 100, details: given.details === true };
  const chunks =
    format === 'json'
      ? differenceJson(difference)
      : format === 'markdown'
        ? differenceMarkdown(difference, shown)
        : differenceText(difference, shown);
  if (output === undefined || isStdout(output)) await writeStdout(chunks);
  else await writeWhole(output, escapeChunks(chunks));
  if (values.length === 0) return 0;
  const failures = comparedFailures(failOn, comparing, changes, Date.parse(now.run.startedAt));
  const asked = `--fail-on ${values.join(',')}`;
  const unseen = changes.summary['gone-not-read'];
  const [code, reason] =
    failures.length > 0
      ? [1, failures.join('; ')]
      : unseen > 0
        ? [3, `nothing that ${asked} names, but ${unseen} of the earlier findings could not be judged again`]
        : [0, `nothing that ${asked} names`];
  say(`audit: exit code ${code}: ${reason}`);
  return code;
}
