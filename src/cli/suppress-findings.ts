import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Addition } from '../config/suppression-file.ts';
import { withSuppressions } from '../config/suppression-file.ts';
import { loadSuppressions } from '../config/load.ts';
import type { Finding } from '../engine/finding.ts';
import { isKnownAs } from '../engine/fingerprint.ts';
import { AuditError } from '../program/errors.ts';
import { causeCalled } from './explain-cause.ts';
import { findingOf, reportIn } from './find-finding.ts';
import { readText } from './json-file.ts';
import { assertWritable, writeWhole } from './output.ts';
import { say } from './say.ts';
import type { Setup, SetupOptions } from './setup.ts';
import { setUp } from './setup.ts';
import { assertDay } from './until.ts';

interface Given extends SetupOptions {
  readonly what: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string | undefined;
  readonly report: string | undefined;
  readonly from: string | undefined;
  readonly demo: boolean | undefined;
}

const usualFile = 'audit-suppressions.yaml';

/** What `audit suppress` does. @returns the exit code @throws AuditError */
export async function suppress({ suppressions: file = usualFile, ...given }: Given): Promise<number> {
  const { what, reason, owner, until } = given;
  assertDay(until);
  if (reason.trim().length < 3)
    throw new AuditError('usage', `--reason: "${reason}" says too little: at least 3 characters`, {
      hint: 'Whoever reads it in a year should know why the finding was accepted.',
    });
  const setup = await setUp(given);
  const there = existsSync(file) ? await loadSuppressions(file, process.cwd(), setup.all) : [];
  const found = await findingsOf(what, given, setup);
  const open = found.filter(({ status }) => status !== 'pass');
  if (open.length === 0)
    throw new AuditError('usage', `${what} passes: there is nothing to accept`, {
      hint: 'Name a finding that fails, is unknown or is to be looked at.',
    });
  const fresh = open.filter(
    (finding) => !there.some(({ fingerprint }) => fingerprint !== undefined && isKnownAs(finding, fingerprint)),
  );
  if (fresh.length === 0)
    throw new AuditError('usage', `${file}: accepts ${what} already`, {
      hint: 'Change the entry that is there, or take it out first.',
    });
  const added = fresh.map(({ fingerprint, check, message }): Addition => ({
    suppression: { fingerprint, reason, owner, ...(until === undefined ? {} : { until }) },
    about: `${check}: ${message}`,
  }));
  const text = withSuppressions(existsSync(file) ? await readText(resolve(file)) : undefined, file, added);
  await assertWritable(resolve(file));
  await writeWhole(resolve(file), [text]);
  say(
    `audit: wrote ${file}: ${added.length} ${added.length === 1 ? 'entry' : 'entries'} more${until === undefined ? ', without an end' : `, until ${until}`}`,
  );
  say(`\`audit --suppressions ${file}\` accepts ${added.length === 1 ? 'it' : 'them'}.`);
  return 0;
}

async function findingsOf(what: string, given: Given, setup: Setup): Promise<readonly Finding[]> {
  if (/^cause-[0-9a-f]{1,8}$/.test(what)) {
    const report = await reportIn(given, setup, 'the cause');
    const names = new Set(causeCalled(what, report).findings);
    return report.findings.filter(({ fingerprint }) => names.has(fingerprint));
  }
  if (/^[0-9a-f]{4,32}$/.test(what)) return [await findingOf(what, given, setup)];
  throw new AuditError('usage', `${what} is no fingerprint and no cause`, {
    hint: 'Give a fingerprint of at least 4 digits, or the id of a cause (cause-…), as reports show them.',
  });
}
