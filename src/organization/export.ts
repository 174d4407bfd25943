import type { Cause } from '../engine/causes/cause.ts';
import { severities } from '../engine/severity.ts';
import type { Severity } from '../engine/check.ts';
import type { Compliance, RequirementResult, RequirementStatus } from '../engine/compliance.ts';
import type { Finding, Status } from '../engine/finding.ts';
import { statuses } from '../engine/finding.ts';
import type { CoverageGap, StatusCounts, SuppressionNotice } from '../engine/result.ts';
import type { Crossings } from '../iam/across/types.ts';
import { WrongShape, countAt, listAt, objectAt, textAt, textsAt, timeAt } from '../inventory/shape.ts';
import { accountPattern } from './manifest.ts';
import { toJson } from '../text/escape.ts';
import type { Many } from './lines.ts';
import { listed } from './lines.ts';
import type { SealedManifest } from './manifest.ts';
import { schemaOf, sealedText, unsealed } from './sealed.ts';

const form = {
  kind: 'organization-export',
  form: 1,
  hint: 'Move it away and scan again with --resume: what is missing is read anew.',
} as const;

/**
 * How the scan of one account ended: `scanned`: all that was selected was judged; `partial`: something could not be judged, and what
 * could is told; `failed`: the account was reached and gave no result; `unreachable`: it was not reached with any credentials.
 */
const exportStatuses = ['scanned', 'partial', 'failed', 'unreachable'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** Why an account is not `scanned`, as programs tell it apart. */
const causeKinds = [
  /** AssumeRole was refused, and AWS does not say whether there is no such role, or its trust or ExternalId does not let us in. */
  'role-refused',
  /** AWS says that no policy of the caller's own allows sts:AssumeRole. */
  'caller-not-allowed',
  /** AWS says that the role's trust policy does not let us in. */
  'trust',
  /** A service control policy, or a resource control policy, denies it. */
  'control-policy',
  /** The account is suspended or closed. */
  'suspended',
  /** The credentials ended, or are not accepted. */
  'expired',
  /** There are no credentials, such as a profile without a sign-in. */
  'no-credentials',
  /** What the credentials lead to is another account. */
  'other-account',
  /** AWS was not reached. */
  'network',
  /** The regions that were asked for are none of the account's. */
  'regions',
  /** Something could not be read; the gaps say what. */
  'gaps',
  /** The run was stopped. */
  'interrupted',
  /** The program failed. */
  'program',
  /** No attempt is in the store. */
  'not-tried',
  /** Attempts began and did not end: their process is gone, or still at work. */
  'not-ended',
  /** So many did in a row that it is tried no more. */
  'crashed',
] as const;
export type CauseKind = (typeof causeKinds)[number];

export interface ExportCause {
  readonly kind: CauseKind;
  /** For people, one line. */
  readonly message: string;
  readonly hint?: string;
}

/** A finding that did not pass; its check's title, service and category are in the descriptions of checks, its evidence in the result. */
export type ExportedFinding = Omit<Finding, 'title' | 'service' | 'category' | 'account' | 'evidence' | 'observed'>;

/** Of one check: what its findings came to, and what was listed and does not apply. What is 0 is left out. */
export type CheckCounts = Readonly<Partial<Record<Status | 'notApplicable', number>>>;

/** One requirement, held against this account. What is 0 is left out of the counts. */
export interface ExportedRequirement {
  readonly id: string;
  /** As the source numbers it, where the id differs. */
  readonly number?: string;
  /** In our own words; the number where there are none. */
  readonly title?: string;
  readonly status: RequirementStatus;
  /** Of one that is not met: how many findings of which checks failed, and its status if all of them are accepted. */
  readonly failing?: { readonly checks: Readonly<Record<string, number>>; readonly accepted: RequirementStatus };
  /** Of its checks together: the parts are all of the population. */
  readonly population: number;
  readonly counts: Readonly<
    Partial<Record<'passed' | 'failed' | 'unknown' | 'manual' | 'suppressed' | 'notApplicable', number>>
  >;
}

export interface ExportedFramework {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  /** SHA-256 of the framework as it was used. */
  readonly hash: string;
  readonly requirements: readonly ExportedRequirement[];
}

/** A file of the store that is named by what is in it. */
export interface Stored {
  /** From the store's root. */
  readonly path: string;
  /** Of its bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

/** What the report of an organization needs of one account. */
export interface AccountExport {
  readonly scan: string;
  /** SHA-256 of the manifest that it was scanned by. */
  readonly manifest: string;
  readonly account: string;
  /** Tells attempts at one account apart; later ones sort later. */
  readonly attempt: string;
  /** Version of the program that scanned. */
  readonly version: string;
  readonly status: ExportStatus;
  /** There unless `scanned`. */
  readonly cause?: ExportCause;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** What was judged; undefined where nothing was. */
  readonly judged?: ExportedJudgement;
}

/** Policies of one type: names level by level, the root first; or why none bind the account, or why that is not known. */
export type ExportedControls =
  | { readonly levels: readonly (readonly string[])[] }
  | { readonly none: string }
  | { readonly unknown: string };

/** Who has a permission set in an account. */
export interface ExportedAssignment {
  readonly account: string;
  readonly set: string;
  /** Whether it makes him administrator: he can make himself one (`escalates`), or policies that the account has for itself decide (`possible`). */
  readonly administrator: (typeof answers)[number];
  readonly people: readonly { readonly id: string; readonly type: (typeof peopleTypes)[number] }[];
}
const answers = ['yes', 'escalates', 'possible', 'no', 'unknown'] as const;
const peopleTypes = ['USER', 'GROUP', 'other'] as const;

export interface ExportedJudgement {
  /** ARN of who asked AWS. */
  readonly caller: string;
  readonly regions: readonly string[];
  readonly skippedRegions: readonly { readonly region: string; readonly reason: string }[];
  /** Requests that were answered. */
  readonly calls: number;
  readonly resources: number;
  readonly byStatus: StatusCounts;
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
  /** Every selected check. */
  readonly checks: Readonly<Record<string, CheckCounts>>;
  /** Descriptions of the checks (`CheckInfo[]`), the same file for all accounts. */
  readonly infos: Stored;
  /** Every one that did not pass. */
  readonly findings: Many<ExportedFinding>;
  readonly causes: Many<Cause>;
  /** What could not be read. */
  readonly gaps: readonly CoverageGap[];
  readonly suppressions: readonly SuppressionNotice[];
  /** The frameworks that were asked for. */
  readonly compliance: readonly ExportedFramework[];
  /** Ways from and to other accounts; undefined where no check of paths was selected, or users, roles or policies could not be read. */
  readonly crossings?: Crossings;
  /** Policies of the organization that bind the account; undefined in exports of earlier versions. */
  readonly controls?: { readonly scps: ExportedControls; readonly rcps: ExportedControls };
  /** What IAM Identity Center gives to whom in which account, told by the account that administers it. */
  readonly assignments?: readonly ExportedAssignment[];
  /** The whole result, as `audit scan --format json` writes it, by gzip. */
  readonly result: Stored;
}

/** The export as it is kept. */
export const exportBytes = (given: AccountExport): Uint8Array => sealedText(piecesOf(given)).bytes;

function* piecesOf({ judged, ...rest }: AccountExport): Generator<string> {
  yield toJson({ schema: schemaOf(form), ...rest }).slice(0, -1);
  if (judged !== undefined) {
    const { findings, causes, ...told } = judged;
    yield `,"judged":${toJson(told).slice(0, -1)},`;
    yield* listed('findings', findings);
    yield ',';
    yield* listed('causes', causes);
    yield '}';
  }
  yield '}';
}

/** Lists of so many elements become objects when they are read; of longer ones each is read anew whenever they are gone through. */
const mostPlain = 10_000;

/**
 * @param file as messages call it
 * @param manifest which it must be of
 * @throws AuditError `snapshot` that names the file: damaged, of a newer version, of another scan, manifest or account
 */
export const exportOf = (
  bytes: Uint8Array,
  file: string,
  { scan, sha256 }: Pick<SealedManifest, 'scan' | 'sha256'>,
  account: string,
): AccountExport =>
  unsealed(bytes, file, form, (members, _sha256, lists) => {
    const { schema: _, sha256: _own, ...given } = members;
    const same = (name: string, wanted: string, what: string): void => {
      if (textAt(given[name], name) !== wanted) throw new WrongShape(name, `${what}: ${wanted}`);
    };
    same('scan', scan, 'that of this scan');
    same('manifest', sha256, "the SHA-256 of the scan's manifest");
    if (!accountPattern.test(account)) throw new WrongShape('account', 'an account: twelve digits');
    same('account', account, 'that of its folder');
    for (const name of ['attempt', 'version']) textAt(given[name], name);
    for (const name of ['startedAt', 'finishedAt']) timeAt(given[name], name);
    const status = oneAt(given['status'], exportStatuses, 'status');
    if (status !== 'scanned' || given['cause'] !== undefined) {
      const cause = objectAt(given['cause'], 'cause');
      oneAt(cause['kind'], causeKinds, 'cause.kind');
      textAt(cause['message'], 'cause.message');
      if (cause['hint'] !== undefined) textAt(cause['hint'], 'cause.hint');
    }
    if (status !== 'scanned' && status !== 'partial' && given['judged'] === undefined)
      return given as unknown as AccountExport;
    const judged = { ...objectAt(given['judged'], 'judged'), ...Object.fromEntries([...lists].map(plain)) };
    judgementAt(judged, 'judged');
    return { ...given, judged } as unknown as AccountExport;
  });

const plain = ([name, list]: readonly [string, Many<unknown>]): [string, Many<unknown>] => [
  name,
  list.length <= mostPlain ? [...list] : list,
];

const manyAt = (value: unknown, path: string): Many<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value && 'length' in value
    ? (value as Many<unknown>)
    : listAt(value, path);

function eachAt(value: unknown, path: string, look: (each: unknown, path: string) => void): Many<unknown> {
  const list = manyAt(value, path);
  let at = 0;
  for (const each of list) look(each, `${path}[${at++}]`);
  return list;
}

function oneAt<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new WrongShape(path, `one of ${allowed.join(', ')}`);
  return found;
}

function judgementAt(value: unknown, path: string): void {
  const judged = objectAt(value, path);
  textAt(judged['caller'], `${path}.caller`);
  textsAt(judged['regions'], `${path}.regions`);
  for (const name of ['calls', 'resources']) countAt(judged[name], `${path}.${name}`);
  for (const name of statuses)
    countAt(objectAt(judged['byStatus'], `${path}.byStatus`)[name], `${path}.byStatus.${name}`);
  const bySeverity = objectAt(judged['failedBySeverity'], `${path}.failedBySeverity`);
  for (const name of severities) countAt(bySeverity[name], `${path}.failedBySeverity.${name}`);
  for (const [check, counts] of Object.entries(objectAt(judged['checks'], `${path}.checks`)))
    for (const [name, count] of Object.entries(objectAt(counts, `${path}.checks.${check}`)))
      countAt(count, `${path}.checks.${check}.${name}`);
  for (const name of ['infos', 'result']) storedAt(judged[name], `${path}.${name}`);
  for (const name of ['causes', 'gaps', 'suppressions', 'skippedRegions'])
    eachAt(judged[name], `${path}.${name}`, objectAt);
  const findings = eachAt(judged['findings'], `${path}.findings`, findingAt);
  const { pass: _, ...others } = judged['byStatus'] as Record<Status, number>;
  const told = Object.values(others).reduce((sum, count) => sum + count, 0);
  if (told !== findings.length) throw new WrongShape(`${path}.findings`, `all ${told} that did not pass`);
  for (const [at, given] of listAt(judged['compliance'], `${path}.compliance`).entries())
    frameworkAt(given, `${path}.compliance[${at}]`);
  if (judged['controls'] !== undefined)
    for (const name of ['scps', 'rcps'])
      controlsAt(objectAt(judged['controls'], `${path}.controls`)[name], `${path}.controls.${name}`);
  if (judged['assignments'] !== undefined) eachAt(judged['assignments'], `${path}.assignments`, assignmentAt);
  if (judged['crossings'] !== undefined) crossingsAt(judged['crossings'], `${path}.crossings`);
}

function controlsAt(value: unknown, path: string): void {
  const controls = objectAt(value, path);
  if (controls['levels'] !== undefined) eachAt(controls['levels'], `${path}.levels`, textsAt);
  else textAt(controls['none'] ?? controls['unknown'], `${path}.none`);
}

function assignmentAt(value: unknown, path: string): void {
  const assignment = objectAt(value, path);
  for (const name of ['account', 'set']) textAt(assignment[name], `${path}.${name}`);
  oneAt(assignment['administrator'], answers, `${path}.administrator`);
  eachAt(assignment['people'], `${path}.people`, (each, where) => {
    const one = objectAt(each, where);
    textAt(one['id'], `${where}.id`);
    oneAt(one['type'], peopleTypes, `${where}.type`);
  });
}

function crossingsAt(value: unknown, path: string): void {
  const crossings = objectAt(value, path);
  textAt(crossings['partition'], `${path}.partition`);
  const rules = listAt(crossings['rules'], `${path}.rules`);
  for (const [at, each] of rules.entries())
    listAt(objectAt(each, `${path}.rules[${at}]`)['rules'], `${path}.rules[${at}].rules`);
  for (const name of ['exits', 'doors', 'outsiders'])
    for (const [at, each] of listAt(crossings[name], `${path}.${name}`).entries()) {
      const one = objectAt(each, `${path}.${name}[${at}]`);
      if (name === 'outsiders') textAt(one['who'], `${path}.${name}[${at}].who`);
      else textAt(one['name'], `${path}.${name}[${at}].name`);
      if (name === 'exits') listAt(one['identity'], `${path}.${name}[${at}].identity`);
      if (name === 'doors') listAt(one['becomes'], `${path}.${name}[${at}].becomes`);
    }
  textsAt(crossings['left'], `${path}.left`);
  const becoming = objectAt(crossings['becoming'], `${path}.becoming`);
  for (const [name, some] of [
    ['administrators', crossings['administrators']],
    ['becoming.certain', becoming['certain']],
    ['becoming.possible', becoming['possible']],
  ] as const) {
    const { count, names } = objectAt(some, `${path}.${name}`);
    countAt(count, `${path}.${name}.count`);
    textsAt(names, `${path}.${name}.names`);
  }
}

function storedAt(value: unknown, path: string): void {
  const stored = objectAt(value, path);
  for (const name of ['path', 'sha256']) textAt(stored[name], `${path}.${name}`);
  countAt(stored['bytes'], `${path}.bytes`);
}

function findingAt(value: unknown, path: string): void {
  const finding = objectAt(value, path);
  for (const name of ['fingerprint', 'check', 'message', 'region']) textAt(finding[name], `${path}.${name}`);
  oneAt(finding['severity'], severities, `${path}.severity`);
  if (oneAt(finding['status'], statuses, `${path}.status`) === 'pass')
    throw new WrongShape(`${path}.status`, 'of a finding that did not pass');
  const resource = objectAt(finding['resource'], `${path}.resource`);
  for (const name of ['type', 'id', 'arn', 'name']) textAt(resource[name], `${path}.resource.${name}`);
}

function frameworkAt(value: unknown, path: string): void {
  const framework = objectAt(value, path);
  for (const name of ['key', 'name', 'hash']) textAt(framework[name], `${path}.${name}`);
  for (const [at, given] of listAt(framework['requirements'], `${path}.requirements`).entries()) {
    const where = `${path}.requirements[${at}]`;
    const requirement = objectAt(given, where);
    for (const name of ['id', 'status']) textAt(requirement[name], `${where}.${name}`);
    for (const name of ['number', 'title'])
      if (requirement[name] !== undefined) textAt(requirement[name], `${where}.${name}`);
    if (requirement['failing'] !== undefined) {
      const failing = objectAt(requirement['failing'], `${where}.failing`);
      textAt(failing['accepted'], `${where}.failing.accepted`);
      for (const [check, count] of Object.entries(objectAt(failing['checks'], `${where}.failing.checks`)))
        countAt(count, `${where}.failing.checks.${check}`);
    }
    const population = countAt(requirement['population'], `${where}.population`);
    const parts = Object.entries(objectAt(requirement['counts'], `${where}.counts`));
    const sum = parts.reduce((all, [name, count]) => all + countAt(count, `${where}.counts.${name}`), 0);
    if (sum !== population) throw new WrongShape(`${where}.counts`, `all ${population} of the population`);
  }
}

/**
 * A framework as exports keep it.
 * @param ifAccepted the status of a requirement that is not met, if its failures are accepted
 */
export const exportedFramework = (
  { framework, requirements }: Compliance,
  ifAccepted: (requirement: RequirementResult) => RequirementStatus,
): ExportedFramework => ({
  key: framework.key,
  name: framework.name,
  version: framework.version,
  hash: framework.hash,
  requirements: requirements.map((requirement) => {
    const { id, number, title, status, checks } = requirement;
    const sums: Record<string, number> = {};
    let population = 0;
    for (const check of checks) {
      population += check.population;
      for (const name of ['passed', 'failed', 'unknown', 'manual', 'suppressed', 'notApplicable'] as const)
        if (check[name] > 0) sums[name] = (sums[name] ?? 0) + check[name];
    }
    const failing = checks.filter(({ failed }) => failed > 0).map(({ check, failed }) => [check, failed] as const);
    return {
      id,
      ...(number === undefined ? {} : { number }),
      title,
      status,
      population,
      counts: sums,
      ...(failing.length === 0
        ? {}
        : { failing: { checks: Object.fromEntries(failing), accepted: ifAccepted(requirement) } }),
    };
  }),
});
