import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import type { Case, Result } from './junit-case.ts';
import { caseOf, made, xml } from './junit-case.ts';
import { checksById, leftOutText, plain, remarksOf, seconds, verdicts } from './statement.ts';
import { within } from './within.ts';

/**
 * JUnit's XML as Jenkins, GitLab and Azure DevOps read it: a suite for each account, region and service, a class for each check, a
 * case for each resource. What failed is a failure, what is unknown an error, what is accepted or for a person is skipped, and so is
 * what a check does not apply to.
 */
export const junit: Reporter = {
  name: 'junit',
  extension: 'junit.xml',
  *render(result) {
    for (const cases of filesOf(result, 1)) yield* pieces(result, cases);
  },
  *files(result) {
    for (const cases of filesOf(result, mostFiles)) yield pieces(result, cases);
  },
};

/** GitLab takes 30 MB a file and 250,000 objects: a case and what is in it are two. */
const room = { most: 100_000, bytes: 27_000_000 };
/** GitLab takes 100 MB a job, in files of names that a pattern finds. */
const mostFiles = 3;

/** What each file holds, what matters most in the first; and in the last what there was no room for in any. */
function filesOf(result: AnyResult, most: number): Case[][] {
  const { run } = result;
  const checks = checksById(result);
  // A file may end before it is full, by less than a case: the longest texts are cut after some thousand characters.
  const all = { most: room.most * most, bytes: (room.bytes - (most > 1 ? 100_000 : 0)) * most };
  const { kept, left, leftOut } = within(result.findings, all, verdicts, (statement) =>
    caseOf(statement, checks, run.partition),
  );
  const files: Case[][] = [[]];
  let bytes = 0;
  for (const one of kept) {
    const size = Buffer.byteLength(one.text);
    if (files.length < most && ((files.at(-1)?.length ?? 0) >= room.most || bytes + size > room.bytes)) {
      files.push([]);
      bytes = 0;
    }
    files.at(-1)?.push(one);
    bytes += size;
  }
  const add = (one: Case): void => void files.at(-1)?.push(one);
  for (const { kind, text, check } of remarksOf(result))
    if (kind === 'not-applicable')
      add(made(`${run.account}/not applicable`, check ?? kind, text, 'skipped', `not applicable: ${text}`));
    else if (kind === 'skipped') add(made(`${run.account}/coverage`, kind, text, 'skipped', text));
    else add(made(`${run.account}/coverage`, kind, text, 'error', text));
  if (leftOut > 0) {
    const text = leftOutText(left);
    add(made(`${run.account}/left out`, 'left-out', text, left.passed === leftOut ? 'skipped' : 'error', text));
  }
  return files;
}

function* pieces({ run }: AnyResult, all: readonly Case[]): Generator<string> {
  const suites = new Map<string, Case[]>();
  for (const one of all) {
    const own = suites.get(one.suite);
    if (own === undefined) suites.set(one.suite, [one]);
    else own.push(one);
  }
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="audit ${xml(plain(run.account))}"${tally(all)} time="${seconds(run)}">\n`;
  for (const [name, cases] of suites) {
    yield `<testsuite name="${xml(name)}"${tally(cases)} skipped="${of(cases, 'skipped')}" time="0" timestamp="${xml(plain(run.startedAt))}">\n`;
    for (const { text } of cases) yield text;
    yield '</testsuite>\n';
  }
  yield '</testsuites>\n';
}

const of = (cases: readonly Case[], result: Result): number =>
  cases.reduce((sum, each) => sum + (each.result === result ? 1 : 0), 0);

const tally = (cases: readonly Case[]): string =>
  ` tests="${cases.length}" failures="${of(cases, 'failure')}" errors="${of(cases, 'error')}"`;
