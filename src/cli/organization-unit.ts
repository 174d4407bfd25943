import { json } from '../../reports/json.ts';
import type { Connection } from '../aws/connection.ts';
import type { CallRecord } from '../aws/api.ts';
import { CredentialsExpired, retryOf } from '../aws/errors.ts';
import type { Host } from '../aws/host.ts';
import type { Finding, Status } from '../engine/finding.ts';
import { statuses } from '../engine/finding.ts';
import { ReportInputs } from '../engine/derive.ts';
import { Judging } from '../engine/judge.ts';
import { crossingsOf } from '../iam/across/crossings.ts';
import type { Crossings } from '../iam/across/types.ts';
import { accountGraph, attackPaths } from '../judgements/escalation/escalation.ts';
import type { PoliciesInEffect } from '../judgements/organization/in-effect.ts';
import { policiesInEffect } from '../judgements/organization/in-effect.ts';
import type { Assigned } from '../judgements/policies/people.ts';
import { assignedPeople } from '../judgements/policies/people.ts';
import type { Compliance, RequirementResult, RequirementStatus } from '../engine/compliance.ts';
import type { AnyResult, CoverageGap } from '../engine/result.ts';
import { runSelection } from '../engine/selection.ts';
import { needsTags } from '../engine/suppressions.ts';
import { collect } from '../inventory/collect.ts';
import { headerOf } from '../inventory/header.ts';
import { Inventory } from '../inventory/inventory.ts';
import type { Plan } from '../inventory/plan.ts';
import { planFor } from '../inventory/plan.ts';
import type { Unit } from '../organization/engine.ts';
import type { ExportCause, ExportedFinding } from '../organization/export.ts';
import { exportedFramework } from '../organization/export.ts';
import { Mapped } from '../organization/lines.ts';
import type { ManifestAccount, SealedManifest } from '../organization/manifest.ts';
import { AuditError } from '../program/errors.ts';
import { organization } from '../services/organizations/organization.ts';
import { matcher } from '../text/glob.ts';
import { complianceOf } from './compliance.ts';
import { causeOf, endsAll, otherAccount } from './organization-cause.ts';
import type { OrganizationFacts } from './organization-facts.ts';
import type { ReachOptions } from './organization-options.ts';
import { wayInto } from './organization-session.ts';
import { withProofs } from './region-proof.ts';
import type { Setup } from './setup.ts';

/** What all accounts of a scan are read and judged with. */
export interface UnitContext {
  readonly manifest: SealedManifest;
  readonly options: ReachOptions;
  readonly setup: Setup;
  /** What roles are assumed over; where profiles are used, what their connections share. */
  readonly over: Connection | Host;
  /** Undefined where Organizations was not asked. */
  readonly facts: OrganizationFacts | undefined;
  readonly onCall?: (record: CallRecord) => void;
}

/** What every account is asked. */
const planOf = ({ selected, suppressions, config }: Setup): Plan =>
  planFor(selected, { tags: needsTags(suppressions), settings: config.settings ?? {} });

/** Reads and judges one account: what `audit scan` does of it. Nothing of it stays when the result is written. */
export async function scanUnit(account: ManifestAccount, signal: AbortSignal, context: UnitContext): Promise<Unit> {
  const { manifest, options, setup, over, facts } = context;
  const plan = planOf(setup);
  let calls = 0;
  let inventory: Inventory | undefined;
  const onCall = (record: CallRecord): void => {
    calls += 1;
    inventory?.countCall(record.service, record.region);
    context.onCall?.(record);
  };
  const way = await wayInto(account, manifest, options, over, { signal, onCall }).catch((error: unknown) =>
    noWay(error),
  );
  if ('kind' in way) return unreached(way);
  try {
    const header = await headerOf(way.session, plan);
    if (header.account !== account.id) return unreached(otherAccount(header.account, manifest));
    inventory = new Inventory(
      options.regionProof === true ? await withProofs(header, way.session, plan, signal) : header,
    );
    const reports = new ReportInputs([], {
      kept: [accountGraph, attackPaths],
      atEnd: [policiesInEffect, assignedPeople],
    });
    const [judging, journal] = [
      judgingOf(inventory, context, (await facts?.members()) ?? [], reports),
      await facts?.over(account),
    ];
    const stopped = await collect({
      plan,
      inventory,
      apis: way.session.apis,
      signal,
      journal,
      watcher: judging,
    }).then(
      () => undefined,
      (error: unknown) => stopOf(error, signal, account, manifest),
    );
    // An account that is closed while it is read refuses its own credentials.
    const ended = stopped === undefined ? undefined : await nowClosed(stopped, account, facts);
    inventory.finishedAt = new Date().toISOString();
    const judged = judging.result();
    const compliance = await complianceOf(judged, setup, Date.parse(header.startedAt));
    return unitOf(
      compliance.length === 0 ? judged : { ...judged, compliance },
      calls,
      ended,
      await ifAcceptedOf(setup),
      {
        crossings: crossingsIn(reports),
        controls: controlsIn(reports, plan),
        assignments: reports.get(assignedPeople),
      },
    );
  } catch (error) {
    if (signal.aborted) throw error;
    const cause = await nowClosed(causeOf(error, account, manifest), account, facts);
    // Who was let in and gave no result failed; the others were not reached.
    if (inventory !== undefined || cause.kind === 'program' || cause.kind === 'regions')
      return { status: 'failed', cause };
    return unreached(cause, endsAll(cause, manifest) ? error : undefined);
  } finally {
    way.close();
  }
}

function unreached(cause: ExportCause, ends?: unknown): Unit {
  return {
    status: 'unreachable',
    cause,
    ...(ends === undefined
      ? {}
      : {
          ends: new AuditError('credentials', cause.message, {
            hint: `${cause.hint === undefined ? '' : `${cause.hint} `}Then run it again with the same store: what is missing is read.`,
            cause: ends,
          }),
        }),
  };
}

/** Why a profile cannot even be opened. */
export const noWay = (error: unknown): ExportCause => {
  if (!(error instanceof AuditError)) throw error;
  return { kind: 'no-credentials', message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
};

/** An account that was closed since the plan refuses like one without the role. */
export async function nowClosed(
  cause: ExportCause,
  account: ManifestAccount,
  facts: OrganizationFacts | undefined,
): Promise<ExportCause> {
  if (cause.kind !== 'role-refused' && cause.kind !== 'expired') return cause;
  const state = await facts?.stateOf(account.id);
  return state === undefined || state === 'ACTIVE'
    ? cause
    : {
        kind: 'suspended',
        message: `the account is ${state.toLowerCase().replaceAll('_', ' ')}, which it was not when the scan was planned`,
        hint: 'Plan anew, and it is skipped.',
      };
}

/** What a requirement stands at if all that fails of it is accepted, as a report of all accounts may do. */
async function ifAcceptedOf({
  selection: { frameworks = [] },
}: Setup): Promise<(of: Compliance) => (requirement: RequirementResult) => RequirementStatus> {
  const { statusIfAccepted } = await import('../compliance/hold.ts');
  return ({ framework: { key } }) => {
    const own = frameworks.find((each) => each.key === key)?.requirements ?? [];
    const byId = new Map(own.map((each) => [each.id, each]));
    return (held) => {
      const requirement = byId.get(held.id);
      return requirement === undefined ? held.status : statusIfAccepted(requirement, held);
    };
  };
}

/** Ways from and to other accounts, where a check worked out those inside the account. */
function crossingsIn(reports: ReportInputs): Crossings | undefined {
  const [account, paths] = [reports.get(accountGraph), reports.get(attackPaths)];
  return account === undefined || paths === undefined ? undefined : crossingsOf(account, paths);
}

/** Policies of the organization over the account, of the types that the selected checks read. */
function controlsIn(reports: ReportInputs, plan: Plan): PoliciesInEffect | undefined {
  const told = reports.get(policiesInEffect);
  if (told === undefined) return undefined;
  const facets = plan.flatMap(({ type, facets: own }) => (type.key === organization.key ? own : []));
  const unread = { unknown: 'none of the selected checks reads them' };
  return {
    scps: facets.includes('serviceControls') ? told.scps : unread,
    rcps: facets.includes('resourceControls') ? told.rcps : unread,
  };
}

function judgingOf(
  inventory: Inventory,
  { setup }: UnitContext,
  members: readonly string[],
  reports: ReportInputs,
): Judging {
  const { config, selected, suppressions, selection, regions } = setup;
  const { settings, severity: severityOverrides } = config;
  // An organization trusts its own accounts.
  const trustedAccounts = [...new Set([...(config.trustedAccounts ?? []), ...members])];
  const patterns = regions.map(matcher);
  return new Judging(
    selected,
    inventory,
    {
      now: Date.parse(inventory.header.startedAt),
      source: 'aws',
      selection: runSelection({ ...selection, regions, settings, severityOverrides, trustedAccounts }, selected),
      suppressions,
      trustedAccounts,
      reports,
      ...(settings === undefined ? {} : { settings }),
      ...(patterns.length === 0 ? {} : { regions: (region) => patterns.some((test) => test(region)) }),
    },
    () => true,
  );
}

/** What ends a collection and leaves what was read usable. */
function stopOf(error: unknown, signal: AbortSignal, account: ManifestAccount, manifest: SealedManifest): ExportCause {
  if (error instanceof CredentialsExpired) {
    // A role that was let go of meanwhile is not assumed again, and signing in does not help.
    const why = causeOf(error, account, manifest);
    if (why.kind !== 'expired' && why.kind !== 'no-credentials' && why.kind !== 'program')
      return { ...why, kind: 'expired', message: `the credentials ended while it was read, and ${why.message}` };
    return { kind: 'expired', message: error.message, hint: 'Sign in again, and scan again with the same store.' };
  }
  if (signal.aborted) return { kind: 'interrupted', message: 'the scan was stopped before all was read' };
  throw error;
}

/** What an account tells besides what its checks found. */
interface Beside {
  readonly crossings: Crossings | undefined;
  readonly controls: PoliciesInEffect | undefined;
  readonly assignments: readonly Assigned[] | undefined;
}

function unitOf(
  result: AnyResult,
  calls: number,
  stopped: ExportCause | undefined,
  ifAccepted: (of: Compliance) => (requirement: RequirementResult) => RequirementStatus,
  { crossings, controls, assignments = [] }: Beside,
): Unit {
  const { run, summary, coverage, causes, suppressions, compliance = [] } = result;
  const checks: Record<string, Partial<Record<Status | 'notApplicable', number>>> = {};
  for (const { check, notApplicable } of coverage.checks) checks[check] = notApplicable > 0 ? { notApplicable } : {};
  for (const finding of result.findings) {
    const counts = (checks[finding.check] ??= {});
    counts[finding.status] = (counts[finding.status] ?? 0) + 1;
  }
  const { pass: _pass, ...others } = summary.byStatus;
  const open = Object.values(others).reduce((sum, count) => sum + count, 0);
  const unread = coverage.gaps.length;
  const cause: ExportCause | undefined =
    stopped ??
    (run.complete
      ? undefined
      : {
          // What may be different the next time is tried again.
          kind: coverage.gaps.some(mayPass) ? 'network' : 'gaps',
          message: `${unread} ${unread === 1 ? 'thing' : 'things'} could not be read: ${[...new Set(coverage.gaps.map((gap) => gap.cause))].slice(0, 2).join('; ')}`,
        });
  return {
    status: cause === undefined ? 'scanned' : 'partial',
    ...(cause === undefined ? {} : { cause }),
    judged: {
      told: {
        caller: run.caller,
        regions: run.regions,
        skippedRegions: coverage.skippedRegions,
        calls,
        resources: summary.resources,
        byStatus: Object.fromEntries(statuses.map((status) => [status, summary.byStatus[status]])) as Record<
          Status,
          number
        >,
        failedBySeverity: summary.failedBySeverity,
        checks,
        findings: new Mapped(result.findings, open, exported),
        causes,
        gaps: coverage.gaps,
        suppressions,
        compliance: compliance.map((each) => exportedFramework(each, ifAccepted(each))),
        ...(crossings === undefined ? {} : { crossings }),
        ...(controls === undefined ? {} : { controls }),
        ...(assignments.length === 0 ? {} : { assignments }),
      },
      infos: result.checks,
      result: json.render(result, {}),
    },
  };
}

/** Whether what could not be read failed in a way that passes: throttling, an error of the service, silence. */
const mayPass = ({ kind, code }: CoverageGap): boolean => kind === 'failed' && retryOf({ name: code }) !== 'none';

/** What does not pass, as exports have it. */
function exported(finding: Finding): ExportedFinding | undefined {
  if (finding.status === 'pass') return undefined;
  const {
    title: _title,
    service: _service,
    category: _category,
    account: _account,
    evidence: _evidence,
    observed: _observed,
    ...rest
  } = finding;
  return rest;
}
