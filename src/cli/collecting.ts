import { sessionServices } from '../services/session-services.ts';
import { isAsKept } from '../inventory/revisions.ts';
import { codeAsker } from './ask-code.ts';
import { existsSync } from 'node:fs';
import { Connection } from '../aws/connection.ts';
import { Session } from '../aws/session.ts';
import { CredentialsExpired } from '../aws/errors.ts';
import { AuditError } from '../program/errors.ts';
import { collect } from '../inventory/collect.ts';
import { headerOf } from '../inventory/header.ts';
import { withProofs } from './region-proof.ts';
import { FileJournal } from '../inventory/file-journal.ts';
import { Inventory } from '../inventory/inventory.ts';
import type { ResourceRecord, Watch } from '../inventory/inventory.ts';
import { snapshotLines } from '../inventory/snapshot.ts';
import type { Plan } from '../inventory/plan.ts';
import { escapeText } from '../text/escape.ts';
import { version } from '../program/version.ts';
import type { AwsOptions, TalkOptions } from './options.ts';
import { connectionOf, roleOf } from './options.ts';
import { acquireLock } from './lock.ts';
import { assertWritable, isStdout, writeWhole } from './output.ts';
import type { Progress, ProgressState } from './progress.ts';
import { say } from './say.ts';
import { timeLeft } from './time-left.ts';

/** What the command line says of reading an account. */
export type CollectOptions = Partial<
  AwsOptions &
    TalkOptions & {
      readonly save: string | undefined;
      readonly resume: boolean | undefined;
      readonly regionProof: boolean | undefined;
    }
>;

export interface Collected {
  readonly inventory: Inventory;
  /** Why the collection stopped early: exit code 130 or 4. */
  readonly stopped: AuditError | undefined;
  /**
   * To be called when all that comes of the collection is written, or could not be. The journal goes only then: a run that
   * is killed before its report stands goes on with `--resume`.
   */
  readonly end: (written: boolean) => void;
}

/**
 * Reads an account as the command line asks: session, regions, collection, journal and snapshot, Ctrl-C and --timeout.
 * @throws AuditError `credentials` when nothing could be read at all, `output` when the snapshot cannot be written
 */
export async function collectAccount(
  options: CollectOptions,
  plan: Plan,
  progress: Progress,
  wanted?: (record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>) => boolean,
  watch?: Watch,
): Promise<Collected> {
  const { save, resume = false, timeout } = options;
  roleOf(options);
  if (resume && save === undefined)
    throw new AuditError('usage', '--resume needs --save FILE: the snapshot to go on with');
  if (save !== undefined && isStdout(save))
    throw new AuditError('usage', '--save needs a file: a snapshot is read again, and cannot go to standard output');
  if (save !== undefined) await assertWritable(save);
  const lock = save === undefined ? undefined : acquireLock(save);
  try {
    const collected = await withStop(timeout, async (signal) => {
      if (save !== undefined && !resume && existsSync(`${save}.partial`))
        say(`audit: ${save}.partial of an interrupted run is replaced; --resume would go on from it`);
      const journal = save === undefined ? undefined : new FileJournal(save, resume);
      return run(options, plan, progress, wanted, signal, journal, watch);
    });
    return {
      ...collected,
      end(written) {
        collected.end(written);
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function run(
  options: CollectOptions,
  plan: Plan,
  progress: Progress,
  wanted: ((record: Pick<ResourceRecord, 'arn' | 'region' | 'item'>) => boolean) | undefined,
  signal: AbortSignal,
  journal: FileJournal | undefined,
  watch: Watch | undefined,
): Promise<Collected> {
  const state: ProgressState = {
    calls: 0,
    throttled: 0,
    collected: undefined,
    left: () => left(state.collected),
  };
  const left = timeLeft(() => session.limiter.pace());
  let inventory: Inventory | undefined;
  const { save, region: wantedRegions = [], verbose } = options;
  const askCode = undisturbed(codeAsker(), progress);
  const connection = await Connection.open({ ...connectionOf(options), askCode });
  const session = new Session(connection, {
    services: sessionServices,
    role: roleOf(options),
    regions: wantedRegions,
    signal,
    onCall({ service, region, operation, code }) {
      inventory?.countCall(service, region);
      state.calls += 1;
      state.throttled = connection.host.stats.throttled;
      progress.update(state);
      if (verbose === true) say(escapeText(`${region} ${service}:${operation} ${code ?? 'ok'}`));
    },
  });
  // A call that hangs makes no progress that would be told.
  const ticking = setInterval(() => {
    state.waitingFor = session.apis.waitingFor(longWaitMs);
    progress.update(state);
  }, 1000);
  try {
    progress.stage('asking AWS who we are');
    const header = await headerOf(session, plan);
    const { account, regions } = header;
    assertSameAccount(journal, account);
    assertSameForm(journal, plan);
    if (wantedRegions.length > 0) assertSameRegions(journal, regions);
    const proves = options.regionProof === true && journal?.resumed === undefined;
    if (proves) progress.stage(`asking Resource Explorer about ${regions.length} regions`);
    inventory = new Inventory(journal?.resumed ?? (proves ? await withProofs(header, session, plan, signal) : header));
    journal?.start(inventory.header);
    progress.stage(`reading account ${account}, ${regions.length} region${regions.length === 1 ? '' : 's'}`);
    let stopped: AuditError | undefined;
    try {
      await collect({
        plan,
        inventory,
        apis: session.apis,
        journal,
        signal,
        wanted,
        watcher: watch?.(inventory),
        onProgress(collected) {
          state.collected = collected;
          progress.update(state);
        },
      });
    } catch (error) {
      stopped = stopOf(error, save);
      if (stopped === undefined) throw error;
    }
    inventory.finishedAt = new Date().toISOString();
    if (save !== undefined) {
      await writeWhole(save, snapshotLines(inventory), save.endsWith('.gz'));
    }
    const end = (written: boolean): void => {
      if (written && stopped === undefined) journal?.remove();
      else journal?.close();
    };
    return { inventory, stopped, end };
  } finally {
    clearInterval(ticking);
    progress.done();
    connection.close();
  }
}

type AskCode = ReturnType<typeof codeAsker>;

/** A question on the terminal stays there until it is answered: the line of progress would be drawn over it. */
function undisturbed(ask: AskCode, progress: Progress): AskCode {
  if (ask === undefined) return undefined;
  return async (serial) => {
    progress.pause();
    try {
      return await ask(serial);
    } finally {
      progress.resume();
    }
  };
}

/** Errors that end a collection but leave what was read usable. */
function stopOf(error: unknown, save: string | undefined): AuditError | undefined {
  const resume =
    save === undefined
      ? 'Add --save FILE next time, and --resume will go on from there.'
      : `Run it again with --resume to go on from ${save}.`;
  if (error instanceof CredentialsExpired)
    return new AuditError('credentials', error.message, { hint: `Sign in again. ${resume}`, cause: error });
  if (error instanceof AuditError && error.code === 'interrupted')
    return new AuditError('interrupted', error.message, { hint: resume });
  return undefined;
}

function assertSameAccount(journal: FileJournal | undefined, account: string): void {
  const before = journal?.resumed?.account;
  if (before !== undefined && before !== account) {
    throw new AuditError(
      'usage',
      `--resume: the saved collection is of account ${before}, the credentials are of ${account}`,
    );
  }
}

/** What another version kept in another form cannot be gone on with. */
function assertSameForm(journal: FileJournal | undefined, plan: Plan): void {
  const before = journal?.resumed;
  // The same version keeps everything as it did, and says so.
  if (before === undefined || (before.version === version && before.revisions !== undefined)) return;
  const header = { revisions: before.revisions ?? {} };
  const other = plan.filter(
    ({ type, facets }) => !isAsKept(header, type) || facets.some((facet) => !isAsKept(header, type, facet)),
  );
  if (other.length === 0) return;
  throw new AuditError(
    'snapshot',
    `--resume: another version of audit (${before.version}) began the collection, and keeps ${other.map(({ type }) => type.type).join(', ')} in another form`,
    { hint: 'Run it again without --resume to read anew.' },
  );
}

/** What was not read then is not read when the collection goes on: asked for alone, it would make an empty report. */
function assertSameRegions(journal: FileJournal | undefined, wanted: readonly string[]): void {
  const before = journal?.resumed?.regions;
  const others = before === undefined ? [] : wanted.filter((region) => !before.includes(region));
  if (before === undefined || others.length === 0) return;
  throw new AuditError('usage', `--resume: the saved collection does not read ${others.join(', ')}`, {
    hint: `It reads ${before.join(', ')}. Leave out --region, or --resume to read anew.`,
  });
}

const longWaitMs = 5000;

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns Ctrl-C, SIGTERM, a closed terminal and --timeout into an abort; a second Ctrl-C ends the process at once. */
export async function withStop<T>(seconds: number | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (why: string): void => controller.abort(new AuditError('interrupted', why));
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    stop('interrupted');
  };
  const timer =
    seconds === undefined
      ? undefined
      : setTimeout(() => stop(`the run took longer than --timeout ${seconds} s`), seconds * 1000);
  for (const signal of stopSignals) process.on(signal, onSignal);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const signal of stopSignals) process.off(signal, onSignal);
  }
}
