import { createHash } from 'node:crypto';
import type {
  Attested,
  AttestationNotice,
  Compliance,
  ComplianceSummary,
  RequirementCheck,
  RequirementResult,
  RequirementStatus,
  WithinSelection,
} from '../engine/compliance.ts';
import type { Framework, Requirement } from '../engine/frameworks.ts';
import type { AnyResult, CheckCoverage, Unlisted } from '../engine/result.ts';
import { needsPerson } from './person.ts';

/** What a run's findings say of one check. */
interface Tally {
  passed: number;
  failed: number;
  unknown: number;
  manual: number;
  suppressed: number;
  /** Fingerprints of what did not pass, by what it counts as. */
  readonly prints: { readonly [K in 'failed' | 'unknown' | 'manual' | 'suppressed']: string[] };
}

export interface HoldOptions {
  /** Ids of the checks that this program has: the others are not live. */
  readonly live: ReadonlySet<string>;
  /** Attestations by requirement id of each framework's key, and those that do not count. */
  readonly attested?: ReadonlyMap<string, ReadonlyMap<string, Attested>>;
  readonly notices?: ReadonlyMap<string, readonly AttestationNotice[]>;
}

/**
 * Holds frameworks against what a run found. Pure: the same result, frameworks and attestations, the same answer; a result that was
 * saved gives what it gave when it was made.
 */
export function hold(
  result: AnyResult,
  frameworks: readonly Framework[],
  { live, attested, notices }: HoldOptions,
): readonly Compliance[] {
  const tallies = tallied(result, new Set(frameworks.flatMap((f) => f.requirements.flatMap(({ checks }) => checks))));
  const ran = new Map(result.coverage.checks.map((each) => [each.check, each]));
  const unlisted = new Map((result.coverage.populations ?? []).map((each) => [each.list, each.unlisted]));
  const rows = new Map<string, Row>();
  const rowOf = (check: string): Row => {
    let row = rows.get(check);
    if (row === undefined) {
      const coverage = ran.get(check);
      row = coverage === undefined ? notRun(check) : rowFrom(coverage, tallies.get(check), unlisted);
      rows.set(check, row);
    }
    return row;
  };
  return frameworks.map((framework) => {
    const own = attested?.get(framework.key);
    const overruled: AttestationNotice[] = [];
    const requirements = framework.requirements.map((requirement) => {
      const [known, notLive] = parted(requirement.checks, (id) => ran.has(id) || live.has(id));
      const held = requirementHeld(requirement, known.map(rowOf), notLive, own?.get(requirement.id));
      if (held.status === 'not-met' && held.attestation !== undefined)
        overruled.push({
          ...held.attestation,
          kind: 'overruled',
          requirement: requirement.id,
          why: 'a check of it failed: what is not met cannot be attested away',
        });
      return held;
    });
    const told = [...(notices?.get(framework.key) ?? []), ...overruled];
    return {
      framework: aboutOf(framework),
      summary: summaryOf(requirements),
      ...(requirements.some(({ withinSelection }) => withinSelection !== undefined)
        ? {
            withinSelection: summaryOf(
              requirements.map((each) => ({ ...each, status: each.withinSelection?.status ?? each.status })),
            ),
          }
        : {}),
      requirements,
      ...(told.length === 0 ? {} : { attestations: told }),
    };
  });
}

function aboutOf(framework: Framework): Compliance['framework'] {
  const { key, name, version, source, edition, memory, requirements } = framework;
  return {
    key,
    name,
    version,
    hash: frameworkHash(framework),
    ...(source === undefined ? {} : { source }),
    ...(edition === undefined ? {} : { edition }),
    ...(memory === undefined ? {} : { memory }),
    titled: requirements.filter(({ title }) => title !== undefined).length,
    mapped: requirements.filter(({ checks }) => checks.length > 0).length,
  };
}

/** SHA-256 of a framework as it is used, whatever file it came from. */
export const frameworkHash = ({ key, name, version, requirements }: Framework): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        key,
        name,
        version,
        requirements.map(({ id, number = id, title, section, person, awsReport, checks, whole = [] }) => [
          id,
          number,
          title ?? null,
          section ?? null,
          person === true,
          awsReport ?? null,
          checks,
          whole,
        ]),
      ]),
    )
    .digest('hex');

/** A check as every requirement shows it, but for how much of the requirement it covers. */
interface Row {
  readonly counts: Omit<RequirementCheck, 'covers'>;
  readonly prints: Tally['prints'];
}

const emptyTally = (): Tally => ({
  passed: 0,
  failed: 0,
  unknown: 0,
  manual: 0,
  suppressed: 0,
  prints: { failed: [], unknown: [], manual: [], suppressed: [] },
});

function tallied({ findings }: AnyResult, wanted: ReadonlySet<string>): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { check, status, suppression, fingerprint } of findings) {
    if (!wanted.has(check)) continue;
    let tally = tallies.get(check);
    if (tally === undefined) tallies.set(check, (tally = emptyTally()));
    // What is unknown or for a person stays so, whoever accepts it: nobody knows what was accepted.
    const counted = status === 'suppressed' && suppression?.status !== 'fail' ? suppression?.status : status;
    if (counted === 'pass') {
      tally.passed += 1;
      continue;
    }
    const as = counted === 'fail' ? 'failed' : (counted ?? 'unknown');
    tally[as] += 1;
    tally.prints[as].push(fingerprint);
  }
  return tallies;
}

const notRun = (check: string): Row => ({
  counts: {
    check,
    population: 0,
    passed: 0,
    failed: 0,
    unknown: 0,
    manual: 0,
    suppressed: 0,
    notApplicable: 0,
    notSelected: ['check'],
  },
  prints: emptyTally().prints,
});

function rowFrom(
  { check, population, notApplicable, list = '', unlisted = 0, narrowed }: CheckCoverage,
  tally = emptyTally(),
  lists: ReadonlyMap<string, readonly Unlisted[]>,
): Row {
  const { passed, failed, unknown, manual, suppressed, prints } = tally;
  const counts = { check, passed, failed, unknown, manual, suppressed, notApplicable };
  return {
    counts: {
      ...counts,
      population: population ?? 0,
      ...(unlisted === 0 ? {} : { unlisted: lists.get(list) ?? [] }),
      ...(narrowed === undefined ? {} : { notSelected: narrowed }),
    },
    prints,
  };
}

function requirementHeld(
  requirement: Requirement,
  rows: readonly Row[],
  notLive: readonly string[],
  attestation: Attested | undefined,
): RequirementResult {
  const { id, number, title, section, awsReport } = requirement;
  const whole = new Set(requirement.whole ?? []);
  const checks = rows.map(({ counts: { check, ...counts } }): RequirementCheck => {
    return { check, covers: whole.has(check) ? 'whole' : 'part', ...counts };
  });
  const [status, why] = statusOf(requirement, checks, notLive, attestation);
  const deciding = decidingOf[status];
  const prints =
    deciding === undefined ? [] : rows.map((row) => row.prints[deciding]).filter(({ length }) => length > 0);
  const within = status === 'unknown' ? withinSelection(requirement, checks, notLive, attestation) : undefined;
  return {
    id,
    ...(number === undefined ? {} : { number }),
    title: title ?? number ?? id,
    ...(section === undefined ? {} : { section }),
    status,
    why,
    checks,
    notLive,
    ...(within === undefined ? {} : { withinSelection: within }),
    ...firstOf(prints),
    ...(attestation === undefined ? {} : { attestation }),
    ...(awsReport === undefined ? {} : { awsReport }),
  };
}

/** The status that a requirement would have if every failure of its checks were accepted; what else it rests on stays as it is. */
export const statusIfAccepted = (
  requirement: Requirement,
  { checks, notLive, attestation }: Pick<RequirementResult, 'checks' | 'notLive' | 'attestation'>,
): RequirementStatus =>
  statusOf(
    requirement,
    checks.map((check) => ({ ...check, failed: 0, suppressed: check.suppressed + check.failed })),
    notLive,
    attestation,
  )[0];

/**
 * A requirement's fingerprints fit a cell of a spreadsheet (32,767 characters), and those of all requirements of all frameworks into memory:
 * `findings` names the others by their checks.
 */
const mostFingerprints = 900;

/** All of them, or the first of each check, as many of each as there is room for. */
function firstOf(prints: readonly (readonly string[])[]): Pick<RequirementResult, 'fingerprints' | 'moreFingerprints'> {
  const all = prints.reduce((sum, { length }) => sum + length, 0);
  if (all <= mostFingerprints) return { fingerprints: prints.length === 1 ? (prints[0] ?? []) : prints.flat() };
  let room = mostFingerprints;
  const takes = new Map<readonly string[], number>();
  for (const [at, own] of prints.toSorted((a, b) => a.length - b.length).entries()) {
    const take = Math.min(own.length, Math.floor(room / (prints.length - at)));
    takes.set(own, take);
    room -= take;
  }
  const fingerprints = prints.flatMap((own) => own.slice(0, takes.get(own)));
  return { fingerprints, moreFingerprints: all - fingerprints.length };
}

/**
 * What a requirement is of what the run selected. Nothing where something of that was not read: that is unknown, whatever was
 * selected; and nothing where the run left all of its checks out.
 */
function withinSelection(
  requirement: Requirement,
  checks: readonly RequirementCheck[],
  notLive: readonly string[],
  attestation: Attested | undefined,
): WithinSelection | undefined {
  const leftOut = [...new Set(checks.flatMap(({ notSelected = [] }) => notSelected))];
  const ran = checks.flatMap(({ notSelected: _not, ...check }) => (_not?.includes('check') === true ? [] : [check]));
  if (leftOut.length === 0 || ran.length === 0) return undefined;
  const whole = requirement.whole?.filter((id) => ran.some(({ check }) => check === id));
  const [status, why] = statusOf({ ...requirement, whole }, ran, notLive, attestation);
  if (status === 'unknown' || status === 'not-met') return undefined;
  const missing = checks.length - ran.length;
  const told = status === 'not-applicable' ? 'nothing of what was selected is what it speaks of' : why;
  return {
    status,
    why: missing === 0 ? told : `${told}; ${missing} of its ${some(checks.length, 'check')} did not run`,
    leftOut,
  };
}

/** The findings that a status rests on. */
const decidingOf: Readonly<Partial<Record<RequirementStatus, keyof Tally['prints']>>> = {
  'not-met': 'failed',
  unknown: 'unknown',
  manual: 'manual',
  'met-with-accepted-risks': 'suppressed',
};

const sumOf = (checks: readonly RequirementCheck[], name: 'failed' | 'unknown' | 'manual' | 'suppressed' | 'passed') =>
  checks.reduce((sum, check) => sum + check[name], 0);

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** The status and why, the questions in their order: the first that is answered decides. */
function statusOf(
  requirement: Requirement,
  checks: readonly RequirementCheck[],
  notLive: readonly string[],
  attestation: Attested | undefined,
): readonly [RequirementStatus, string] {
  const failed = sumOf(checks, 'failed');
  if (failed > 0) return ['not-met', `${some(failed, 'finding')} failed`];
  const unread = unreadOf(checks);
  if (unread.length > 0) return ['unknown', unread.join('; ')];
  const manual = sumOf(checks, 'manual');
  const person = requirement.person === true || requirement.awsReport !== undefined;
  if (attestation === undefined) {
    if (manual > 0)
      return ['manual', `${some(manual, 'finding')} ${manual === 1 ? 'is' : 'are'} for a person to judge`];
    if (requirement.awsReport !== undefined)
      return ['manual', `AWS is responsible: a person reads its ${requirement.awsReport} in AWS Artifact`];
    if (person) return ['manual', 'a part of it is for a person to judge'];
  }
  if (notLive.length > 0)
    return [
      'not-covered',
      `${some(notLive.length, 'control')} of it ${notLive.length === 1 ? 'has' : 'have'} no check yet`,
    ];
  if (checks.length === 0)
    return person ? ['met', 'attested; no check stands for it'] : ['not-covered', 'no check stands for it'];
  const passed = sumOf(checks, 'passed');
  const suppressed = sumOf(checks, 'suppressed');
  if (passed + suppressed + manual === 0)
    return ['not-applicable', 'every list was read, and nothing in them is what it speaks of'];
  if (needsPerson(requirement) && attestation === undefined)
    return ['manual', 'its checks answer a part of it and passed; the rest is for a person to judge'];
  if (suppressed > 0)
    return ['met-with-accepted-risks', `${some(suppressed, 'failure')} ${suppressed === 1 ? 'is' : 'are'} accepted`];
  return ['met', `${some(passed, 'finding')} passed${attestation === undefined ? '' : ', the rest is attested'}`];
}

const leftOutWords = {
  check: 'was left out of the run',
  regions: 'looks at regions that the run left out',
  resources: 'looks at resources that the run left out',
  tags: 'looks at resources that the run left out by their tags',
} as const;

/** What its checks need and the run did not read, in words. */
function unreadOf(checks: readonly RequirementCheck[]): string[] {
  const lists = checks.reduce((sum, { unlisted = [] }) => sum + unlisted.length, 0);
  const unknown = sumOf(checks, 'unknown');
  const texts: string[] = [];
  if (lists > 0)
    texts.push(
      `${some(lists, 'list')} could not be read: nobody knows how much ${lists === 1 ? 'it holds' : 'they hold'}`,
    );
  if (unknown > 0) texts.push(`${some(unknown, 'finding')} ${unknown === 1 ? 'is' : 'are'} unknown`);
  for (const [what, words] of Object.entries(leftOutWords)) {
    const those = checks.filter(({ notSelected = [] }) => notSelected.some((one) => one === what));
    if (those[0] !== undefined)
      texts.push(those.length === 1 ? `${those[0].check} ${words}` : `${those.length} checks: each ${words}`);
  }
  return texts;
}

function summaryOf(requirements: readonly RequirementResult[]): ComplianceSummary {
  const count = (status: RequirementStatus): number => requirements.filter((each) => each.status === status).length;
  const counts = {
    met: count('met'),
    metWithAcceptedRisks: count('met-with-accepted-risks'),
    notMet: count('not-met'),
    unknown: count('unknown'),
    manual: count('manual'),
    notCovered: count('not-covered'),
    notApplicable: count('not-applicable'),
  };
  const unlisted = new Map(
    requirements.flatMap(({ checks }) =>
      checks.map(({ check, unlisted: lists = [] }) => [check, lists.length] as const),
    ),
  );
  return {
    ...counts,
    total: requirements.length,
    assessable: counts.met + counts.metWithAcceptedRisks + counts.notMet,
    unlisted: [...unlisted.values()].reduce((sum, lists) => sum + lists, 0),
  };
}

function parted<T>(all: readonly T[], test: (each: T) => boolean): readonly [T[], T[]] {
  return [all.filter(test), all.filter((each) => !test(each))];
}
