import { existsSync } from 'node:fs';
import type { Entry } from '../engine/changes/baseline.ts';
import { baselineText, mergeBaselines, readBaseline } from '../engine/changes/baseline.ts';
import { isOver } from '../engine/changes/change.ts';
import { Comparing } from '../engine/changes/comparing.ts';
import { failureOf } from '../engine/changes/known.ts';
import { AuditError } from '../program/errors.ts';
import { assertSameAccount, idsNow } from './against.ts';
import { usualBaseline } from './baseline-command.ts';
import { resultIn } from './find-finding.ts';
import { readText } from './json-file.ts';
import { assertNarrows } from './narrows.ts';
import { isStdout, writeStdout, writeWhole } from './output.ts';
import type { StoredResult } from './result-file.ts';
import { say } from './say.ts';
import type { SetupOptions } from './setup.ts';
import { setUp } from './setup.ts';

interface Given extends SetupOptions {
  readonly action: 'write' | 'prune' | 'merge';
  readonly files: readonly string[];
  readonly report: string | undefined;
  readonly from: string | undefined;
  readonly demo: boolean | undefined;
  readonly output: string | undefined;
  readonly add: boolean | undefined;
}

/** What `audit baseline` does. @returns the exit code @throws AuditError */
export async function baseline(given: Given): Promise<number> {
  const { action, files, output, add } = given;
  if (action !== 'write' && (output !== undefined || add !== undefined))
    throw new AuditError(
      'usage',
      `--${output === undefined ? 'add' : 'output'} goes with audit baseline write, not with ${action}`,
    );
  if (action === 'merge') return merge(files);
  if (action === 'write' && files.length > 0)
    throw new AuditError('usage', `audit baseline write takes no argument ${files[0]}`, {
      hint: 'Name the baseline with --output, and what says what is known with --report or --from.',
    });
  if (files.length > 1) throw new AuditError('usage', `audit baseline prune takes one file, not ${files.length}`);
  assertNarrows(given, given.demo === true || given.from !== undefined);
  const setup = await setUp(given);
  const file = files[0] ?? output ?? setup.baseline ?? usualBaseline;
  const toStdout = action === 'write' && isStdout(file);
  if (action === 'prune' && !existsSync(file))
    throw new AuditError('usage', `${file}: there is no such baseline`, {
      hint: '`audit baseline write` writes one.',
    });
  const there = !toStdout && existsSync(file) ? readBaseline(await readText(file), file) : undefined;
  const result = await resultIn(given, setup, 'what is known');
  const { account } = result.run;
  if (there !== undefined && action === 'prune')
    assertSameAccount({ kind: 'baseline', file, known: there, accounts: accountsOf(there) }, account);
  const drafted = draft(there ?? [], result, idsNow(setup.all));
  const entries =
    action === 'prune' ? drafted.pruned : there === undefined || add === true ? drafted.now : drafted.shrunk;
  if (action === 'write' && there !== undefined && add !== true && drafted.grown > 0)
    throw new AuditError(
      'usage',
      `${file}: would grow by ${drafted.grown} ${drafted.grown === 1 ? 'finding that is' : 'findings that are'} new or worse, so it was left as it is`,
      {
        hint: 'Mend them, or say --add to know them from now on. `audit baseline prune` only takes out what occurs no more.',
      },
    );
  if (toStdout) await writeStdout(baselineText(entries));
  else await writeWhole(file, baselineText(entries));
  const was = new Set(there?.map(({ fingerprint }) => fingerprint));
  const added = entries.filter(({ fingerprint }) => !was.has(fingerprint)).length;
  const left = (there?.length ?? 0) + added - entries.length;
  const size = `${entries.length} finding${entries.length === 1 ? '' : 's'}`;
  if (!toStdout)
    say(`audit: wrote ${file}: ${size}${there === undefined ? '' : `, ${added} added, ${left} taken out`}`);
  if (!result.run.complete && there === undefined)
    say('audit: what it was made of is not complete: what could not be read will be new once it can');
  return 0;
}

const accountsOf = (entries: readonly Entry[]): ReadonlySet<string> => new Set(entries.map(({ account }) => account));

interface Draft {
  /** What fails now is known, whether it was or not. */
  readonly now: readonly Entry[];
  /** The same without what is new; what is worse stays as it was. */
  readonly shrunk: readonly Entry[];
  /** What was known, without what occurs no more. */
  readonly pruned: readonly Entry[];
  /** How many findings are new or worse. */
  readonly grown: number;
}

function draft(there: readonly Entry[], result: StoredResult, idNow: ReturnType<typeof idsNow>): Draft {
  const { run, findings } = result;
  const own = there.filter(({ account }) => account === run.account);
  const others = there.filter(({ account }) => account !== run.account);
  const day = run.startedAt.slice(0, 10);
  const comparing = new Comparing(own, day);
  const [now, shrunk]: [Entry[], Entry[]] = [[...others], [...others]];
  const over = new Set<Entry>();
  let grown = 0;
  for (const finding of findings) {
    const marked = comparing.mark(finding);
    const known = comparing.of(finding);
    if (known?.known !== undefined && isOver(known.change)) over.add(known.known);
    // A verdict that nobody could reach now is no reason to forget.
    if (known?.known !== undefined && known.change === 'gone-not-read') {
      now.push(known.known);
      shrunk.push(known.known);
    }
    const entry = failureOf(marked, day);
    if (entry === undefined || entry.accepted === true) continue;
    const { change } = marked;
    now.push(entry);
    if (change === 'new' || change === 'worse') grown += 1;
    if (change !== 'new')
      shrunk.push(change === 'worse' ? { ...entry, severity: known?.known?.severity ?? entry.severity } : entry);
  }
  for (const { known, change } of comparing.missing(result, idNow)) {
    if (isOver(change)) over.add(known);
    else {
      now.push(known);
      shrunk.push(known);
    }
  }
  return { now, shrunk, pruned: there.filter((entry) => !over.has(entry)), grown };
}

/** As Git calls a merge driver: OURS is written. */
async function merge(files: readonly string[]): Promise<number> {
  const [base, ours, theirs, more] = files;
  if (base === undefined || ours === undefined || theirs === undefined || more !== undefined)
    throw new AuditError('usage', `audit baseline merge needs BASE OURS THEIRS, not ${files.length} files`, {
      hint: 'Git names them: git config merge.audit.driver "audit baseline merge %O %A %B".',
    });
  const [was, mine, other] = await Promise.all(
    [base, ours, theirs].map(async (file) => {
      const text = await readText(file);
      // Git's base of two files that were both added is empty.
      return file === base && text === '' ? [] : readBaseline(text, file);
    }),
  );
  await writeWhole(ours, baselineText(mergeBaselines(was ?? [], mine ?? [], other ?? [])));
  return 0;
}
