import { isDeepStrictEqual } from 'node:util';
import { checks } from '../../../checks/index.ts';
import { actionsOf } from '../../../src/aws/service.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { callsOfPlan, planFor } from '../../../src/inventory/plan.ts';
import { runCli, type CliOptions, type CliResult } from '../../program/cli.ts';
import { residentProgram, type Program, type ResidentOptions } from '../../program/resident.ts';
import type { Front } from '../../../src/stand-in/front.ts';

/** The long forms: every seed, every moment. The short ones run with the other tests. */
export const soak = process.env['SOAK'] === '1';

/** The clock of every scan here, so that two say the same. */
export const now = new Date().toISOString();

export interface Scan extends CliResult {
  readonly result: RunResult;
}

/** Runs the CLI against a front; `AUDIT_CLI` names another build than `dist/`. */
export function cli(front: Pick<Front, 'url'>, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const entry = process.env['AUDIT_CLI'];
  return runCli(args, {
    endpoint: front.url,
    timeoutMs: 120_000,
    ...(entry === undefined ? {} : { entry }),
    ...options,
  });
}

/** A scan that ends with a report. @throws when it printed no JSON, e.g. because it crashed or hung */
export async function scan(
  front: Pick<Front, 'url'>,
  args: readonly string[] = [],
  options: CliOptions = {},
): Promise<Scan> {
  return scanOf(await cli(front, scanArgs(args), options));
}

const scanArgs = (args: readonly string[]): string[] => ['scan', '--format', 'json', '--quiet', '--now', now, ...args];

function scanOf(done: CliResult): Scan {
  if (done.timedOut) throw new Error(`the scan hung:\n${done.stderr}`);
  return { ...done, result: done.json() as RunResult };
}

/** `cli` and `scan` by `residentProgram`, for a test file that says so once at its top. */
export function resident(): {
  readonly cli: (front: Pick<Front, 'url'>, args: readonly string[], options?: ResidentOptions) => Promise<CliResult>;
  readonly scan: (front: Pick<Front, 'url'>, args?: readonly string[], options?: ResidentOptions) => Promise<Scan>;
} {
  const program: Program = process.env['AUDIT_CLI'] === undefined ? residentProgram() : runCli;
  const run = (front: Pick<Front, 'url'>, args: readonly string[], options?: ResidentOptions): Promise<CliResult> =>
    program(args, { endpoint: front.url, timeoutMs: 120_000, ...options });
  return {
    cli: run,
    scan: async (front, args = [], options = {}) => scanOf(await run(front, scanArgs(args), options)),
  };
}

/** Runs the CLI and kills it with SIGKILL as soon as a condition holds. Says when, in ms of `performance.now()`. */
export async function killWhen(
  front: Pick<Front, 'url'>,
  condition: () => boolean,
  args: readonly string[],
): Promise<number> {
  let killedAt = Infinity;
  const { signal, stderr } = await cli(front, args, {
    onSpawn(child) {
      const timer = setInterval(() => {
        if (!condition()) return;
        clearInterval(timer);
        killedAt = performance.now();
        child.kill('SIGKILL');
      }, 1);
      child.once('close', () => clearInterval(timer));
    },
  });
  if (signal !== 'SIGKILL') throw new Error(`the scan ended before it was killed:\n${stderr}`);
  return killedAt;
}

const idInFront = ({ sdkId }: { readonly sdkId: string }): string => sdkId.toLowerCase().replaceAll(' ', '-');
/** An operation as the front names it, `service:operation`. */
export const nameInFront = (service: { readonly sdkId: string }, operation: string): string =>
  `${idInFront(service)}:${operation}`;
export const nameOfCall = ({ service, operation }: Pick<DeclaredCall, 'service' | 'operation'>): string =>
  `${service}:${operation}`;

/** Without the region: a bucket whose location could not be read is judged all the same, in a region "unknown". */
const keyOf = ({ check, resource }: Finding): string => `${check} ${resource.arn}`;
const said = ({ status, message, observed, severity }: Finding): unknown => ({ status, message, observed, severity });
export const nameOf = (finding: Finding): string => `${keyOf(finding)} is ${finding.status}: ${finding.message}`;

/** A verdict that stands may add what was not read and could have changed it. */
const onlyNotes = (was: Finding, now: Finding): boolean =>
  was.severity === now.severity &&
  now.message.startsWith(`${was.message}; `) &&
  now.message.slice(was.message.length).includes('not read');

/** Where one witness proves a pass, another may do so when the first could not be read. */
const otherWitness = (was: Finding, now: Finding): boolean =>
  was.status === 'pass' &&
  now.evidence.some(
    ({ facet, outcome }) =>
      outcome !== 'present' &&
      outcome !== 'absent' &&
      checks.find(({ id }) => id === now.check)?.along[facet]?.witness === true,
  );

/** A verdict that stands by itself begins with the same words, and says of the rest that it was not read. */
const rests = (was: Finding, now: Finding): boolean => {
  const [says = '', ...rest] = now.message.split('; ');
  return was.severity === now.severity && was.message.startsWith(`${says}; `) && rest.join('; ').includes('not read');
};

/** The same verdict in other words, where the difference comes from what was not read. */
const explained = (was: Finding, now: Finding): boolean =>
  was.status === now.status && (onlyNotes(was, now) || rests(was, now) || otherWitness(was, now));

export interface Comparison {
  /** Findings that say what they said before, or the same in other words where these come from what was not read. */
  readonly same: readonly Finding[];
  /** Findings that are unknown now and were not, new ones included. */
  readonly lost: readonly Finding[];
  /** Findings that say something else than before, and not "unknown". */
  readonly different: readonly string[];
  /** Findings that are no more: their list could not be read. */
  readonly gone: readonly Finding[];
}

/** Compares the findings of a scan that met faults with those of one that met none. */
export function compare(before: Pick<RunResult, 'findings'>, after: Pick<RunResult, 'findings'>): Comparison {
  const old = new Map(before.findings.map((finding) => [keyOf(finding), finding]));
  const same: Finding[] = [];
  const lost: Finding[] = [];
  const different: string[] = [];
  for (const finding of after.findings) {
    const was = old.get(keyOf(finding));
    old.delete(keyOf(finding));
    if (was !== undefined && (isDeepStrictEqual(said(was), said(finding)) || explained(was, finding)))
      same.push(finding);
    else if (finding.status === 'unknown') lost.push(finding);
    else
      different.push(
        `${nameOf(finding)} (${was === undefined ? 'no finding before' : `before: ${was.status}, ${was.message}`})`,
      );
  }
  return { same, lost, different, gone: [...old.values()] };
}

/** An operation as the front names it, with the IAM actions the program declares for it. */
export interface DeclaredCall {
  readonly service: string;
  readonly operation: string;
  readonly actions: readonly string[];
}

/** With them every scan begins: without an answer to the first it ends, without the second it goes on with what it knows. */
export const ofTheSession: readonly string[] = ['sts:GetCallerIdentity', 'ec2:DescribeRegions'];

/** What only the management account of an organization is asked; the account here is a member. See ../organization.test.ts. */
export const ofManagement: readonly string[] = [
  'controltower:ListBaselines',
  'controltower:ListEnabledBaselines',
  'controltower:ListEnabledControls',
  'guardduty:ListOrganizationAdminAccounts',
];

/** Every operation that the checks' resource types declare, the two of the session included. */
export function declaredCalls(): DeclaredCall[] {
  const session = [
    { service: 'sts', operation: 'GetCallerIdentity', actions: [] },
    { service: 'ec2', operation: 'DescribeRegions', actions: ['ec2:DescribeRegions'] },
  ];
  return [...session, ...callsOf(checks)];
}

/** The operations that some checks need. */
export function callsOf(some: typeof checks): DeclaredCall[] {
  return callsOfPlan(planFor(some)).flatMap(({ service, calls }) =>
    calls.map((operation) => ({
      service: idInFront(service),
      operation,
      actions: actionsOf(service, operation),
    })),
  );
}

/** Runs jobs a few at a time: a scan uses little more than one core. */
export async function inTurns<T, R>(jobs: readonly T[], work: (job: T) => Promise<R>, atOnce = 2): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < jobs.length) {
      const index = next++;
      // oxlint-disable-next-line no-await-in-loop
      results[index] = await work(jobs[index] as T);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
