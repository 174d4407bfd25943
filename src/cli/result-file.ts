import type { CheckInfo, Coverage, RunInfo } from '../engine/result.ts';
import { WrongShape, listAt, objectAt, textAt, textsAt, timeAt } from '../inventory/shape.ts';
import { AuditError } from '../program/errors.ts';
import { assertCounts } from './counts.ts';
import type { Report } from './report-file.ts';
import { readReport } from './report-file.ts';
import { isRecord } from '../text/record.ts';

/** A result: whose it is and what it looked at, besides what it found. */
export interface StoredResult extends Report {
  readonly run: RunInfo;
  readonly coverage: Coverage;
  readonly checks: readonly CheckInfo[];
}

/**
 * A whole result, in JSON or NDJSON, compressed by gzip or not.
 * @throws AuditError `usage` naming the file and what is missing or wrong in it
 */
export async function readResult(file: string): Promise<StoredResult> {
  const { findings, causes, parts, whole } = await readReport(file, true);
  try {
    // The summary is the last line: a file without it was cut off.
    if (whole === undefined) objectAt(parts.summary, 'summary');
    assertCounts(parts, findings);
    return {
      findings,
      causes,
      run: runAt(parts.run),
      coverage: coverageAt(parts.coverage),
      checks: listAt(parts.checks, 'checks').map((check, at) => infoAt(check, `checks[${at}]`)),
    };
  } catch (error) {
    if (!(error instanceof WrongShape)) throw error;
    throw new AuditError('usage', `${file}: is no whole result: ${error.message}`, {
      hint: 'Name a report that `audit --format json` or `--format ndjson` wrote, as it was written.',
      cause: error,
    });
  }
}

function runAt(value: unknown): RunInfo {
  const run = objectAt(value, 'run');
  for (const name of ['version', 'account', 'partition', 'source']) textAt(run[name], `run.${name}`);
  for (const name of ['startedAt', 'finishedAt']) timeAt(run[name], `run.${name}`);
  textsAt(run['regions'], 'run.regions');
  for (const name of ['complete', 'interrupted'])
    if (typeof run[name] !== 'boolean') throw new WrongShape(`run.${name}`, 'true or false');
  if (run['selection'] !== undefined) {
    const selection = objectAt(run['selection'], 'run.selection');
    for (const name of ['services', 'checks', 'regions', 'resources', 'tags'])
      textsAt(selection[name], `run.selection.${name}`);
  }
  return run as unknown as RunInfo;
}

function coverageAt(value: unknown): Coverage {
  const coverage = objectAt(value, 'coverage');
  for (const [at, given] of listAt(coverage['gaps'], 'coverage.gaps').entries()) {
    const gap = objectAt(given, `coverage.gaps[${at}]`);
    for (const name of ['resourceType', 'region', 'facet', 'kind', 'cause'])
      textAt(gap[name], `coverage.gaps[${at}].${name}`);
    textsAt(gap['checks'], `coverage.gaps[${at}].checks`);
  }
  for (const [at, given] of listAt(coverage['skippedRegions'], 'coverage.skippedRegions').entries())
    if (!isRecord(given)) throw new WrongShape(`coverage.skippedRegions[${at}]`, 'an object');
  return coverage as unknown as Coverage;
}

function infoAt(value: unknown, path: string): CheckInfo {
  const info = objectAt(value, path);
  for (const name of ['id', 'resourceType']) textAt(info[name], `${path}.${name}`);
  return info as unknown as CheckInfo;
}
