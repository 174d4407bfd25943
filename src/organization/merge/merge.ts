import type { Severity } from '../../engine/check.ts';
import type { Finding, Status } from '../../engine/finding.ts';
import type { CheckInfo } from '../../engine/result.ts';
import type { ExportedFinding, ExportedJudgement } from '../export.ts';
import { Mapped } from '../lines.ts';
import type { SealedManifest } from '../manifest.ts';
import { lostLine } from '../manifest.ts';
import type { Store } from '../store.ts';
import { CauseFold, standing } from './causes.ts';
import type { Moved } from './checks.ts';
import { CheckFold, noSeverities, noStatuses } from './checks.ts';
import { ComplianceFold } from './compliance.ts';
import type {
  AccountCounts,
  AccountDetails,
  AccountLine,
  AccountStatus,
  FrameworkLine,
  OrganizationResult,
  UnitLine,
} from './model.ts';
import { accountStatuses, organizationSchemaVersion } from './model.ts';
import { heldAgainst } from './held.ts';
import { PeopleFold } from './people.ts';
import type { ReadAccount } from './read.ts';
import { Infos, readAccounts } from './read.ts';
import type { Accepted } from './scoped.ts';
import { Accepting, nothingAccepted, unitPath } from './scoped.ts';
import { TogetherFold, waysFinding } from './together.ts';
import { WaysFold } from './ways.ts';

/** So many notes are told; the others are counted. */
const mostNotes = 100;

/**
 * What a store holds of a scan, put together. It reads an export at a time and keeps counts: memory follows accounts and checks, not
 * findings.
 * @throws AuditError `usage` for a scope of `accepted` that the manifest does not hold, `output` where the store cannot be read
 */
export async function merge(
  store: Store,
  manifest: SealedManifest,
  accepted: Accepted = nothingAccepted,
): Promise<OrganizationResult> {
  const skipped = manifest.accounts.flatMap(({ skip }, at) => (skip === undefined ? [] : [at]));
  const size = manifest.accounts.length;
  const [checks, causes, compliance] = [
    new CheckFold(size, skipped),
    new CauseFold(),
    new ComplianceFold(size, skipped),
  ];
  const together = new TogetherFold();
  const infos = new Infos(store);
  const accepting = new Accepting(accepted, manifest);
  const accounts: AccountLine[] = [];
  const versions = new Set([manifest.version]);
  const { lost = [] } = manifest;
  const notes = new Set(lost.map(lostLine));
  const ways = new WaysFold(manifest);
  let people: PeopleFold | undefined;
  for await (const read of readAccounts(store, manifest)) {
    for (const why of read.damaged) notes.add(why);
    const judged = read.given?.judged;
    if (read.given !== undefined) versions.add(read.given.version);
    if (judged === undefined) {
      accounts.push(lineOf(read, undefined));
      continue;
    }
    const known = await infos.of(judged.infos);
    if (typeof known === 'string') notes.add(known);
    const at = accounts.length;
    const own = countedOf(read, judged, known, accepting, (finding) => checks.weigh(finding));
    checks.add(at, judged, own.moved, typeof known === 'string' ? undefined : known);
    together.add(read.account.id, judged, own.moved);
    ways.add(read.account.id, judged);
    if (judged.assignments !== undefined) {
      people ??= new PeopleFold();
      people.add(judged.assignments);
    }
    causes.add(at, read.account.id, standing(judged, own.accepted));
    compliance.add(at, judged.compliance, own.moved);
    accounts.push(lineOf(read, own));
  }
  const counts = countsOf(accounts);
  const between = ways.ways();
  const lines = checks.lines();
  // A plan that skips everything says nothing of the organization.
  const complete = counts.scanned > 0 && counts.scanned + counts.skipped === counts.manifest && lost.length === 0;
  const { told, left } = causes.lines();
  const persons = people?.lines();
  const frameworks = compliance.lines();
  const byStatus = totals(
    accounts.map(({ judged }) => judged?.byStatus ?? noStatuses()),
    noStatuses(),
  );
  return {
    schemaVersion: organizationSchemaVersion,
    scan: scanOf(manifest, [...versions].sort()),
    summary: {
      accounts: counts,
      complete,
      checks: lines.length,
      resources: accounts.reduce((sum, { judged }) => sum + (judged?.resources ?? 0), 0),
      findings: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
      byStatus,
      failedBySeverity: totals(
        accounts.map(({ judged }) => judged?.failedBySeverity ?? noSeverities()),
        noSeverities(),
      ),
      ...(accepting.compares ? { new: 0, ...newOf(accounts) } : {}),
    },
    accounts,
    units: unitsOf(accounts, frameworks),
    causes: told,
    causesLeft: left,
    compliance: frameworks,
    checks: lines,
    organizationFindings: [
      ...together.findings(accounts, manifest.organization !== undefined),
      ...(between === undefined ? [] : [waysFinding(accounts, between)]),
    ],
    ...(between === undefined ? {} : { ways: between.told }),
    waysLeft: between?.left ?? 0,
    ...(persons === undefined ? {} : { people: persons.told }),
    peopleLeft: persons?.left ?? 0,
    suppressions: accepting.notices(
      lines.map(({ check }) => check),
      complete,
    ),
    notes: bounded([...notes]),
    details: () => details(store, manifest, accounts, infos, accepting),
  };
}

const bounded = (notes: readonly string[]): readonly string[] =>
  notes.length <= mostNotes ? notes : [...notes.slice(0, mostNotes), `… and ${notes.length - mostNotes} more`];

/** The other pass: what each account was told, as `merge` counted it. */
async function* details(
  store: Store,
  manifest: SealedManifest,
  lines: readonly AccountLine[],
  infos: Infos,
  accepting: Accepting,
): AsyncGenerator<AccountDetails> {
  let at = 0;
  for await (const read of readAccounts(store, manifest)) {
    const line = lines[at];
    at += 1;
    if (line === undefined) return;
    const judged = read.given?.judged;
    if (judged === undefined) {
      yield { line, findings: [], gaps: [], skippedRegions: [] };
      continue;
    }
    const known = await infos.of(judged.infos);
    const mark = accepting.of(read.account) ?? same;
    yield {
      line,
      findings: new Mapped(judged.findings, judged.findings.length, (finding) =>
        mark(whole(finding, read.account.id, known)),
      ),
      gaps: judged.gaps,
      skippedRegions: judged.skippedRegions,
    };
  }
}

const same = (finding: Finding): Finding => finding;

/** A finding with what an export leaves out because its check or its account says it. */
function whole(finding: ExportedFinding, account: string, infos: ReadonlyMap<string, CheckInfo> | string): Finding {
  const info = typeof infos === 'string' ? undefined : infos.get(finding.check);
  return {
    ...finding,
    account,
    title: info?.title ?? finding.check,
    service: info?.service ?? '',
    // Where its check is not described, nothing says what it is about.
    category: info?.category ?? 'security',
    evidence: [],
  };
}

interface Counted {
  readonly byStatus: Readonly<Record<Status, number>>;
  readonly failedBySeverity: Readonly<Record<Severity, number>>;
  readonly moved: Moved;
  /** Failures that a baseline does not know; undefined where there is none. */
  readonly fresh: number | undefined;
  /** Fingerprints of what was accepted. */
  readonly accepted: ReadonlySet<string>;
}

/** Counts of an account, with what is accepted for it. @param each gets every finding that did not pass */
function countedOf(
  { account }: ReadAccount,
  judged: ExportedJudgement,
  infos: ReadonlyMap<string, CheckInfo> | string,
  accepting: Accepting,
  each: (finding: Pick<Finding, 'check' | 'severity' | 'status'>) => void,
): Counted {
  const byStatus = { ...judged.byStatus };
  const failedBySeverity = { ...judged.failedBySeverity };
  const moved = new Map<string, Partial<Record<Status, number>>>();
  const accepted = new Set<string>();
  const mark = accepting.of(account);
  let fresh = 0;
  for (const finding of judged.findings) {
    if (mark === undefined) {
      each(finding);
      continue;
    }
    const marked = mark(whole(finding, account.id, infos));
    each(marked);
    if (marked.status === 'fail' && (marked.change === 'new' || marked.change === 'worse')) fresh += 1;
    if (marked.status === finding.status) continue;
    byStatus[finding.status] -= 1;
    byStatus[marked.status] += 1;
    if (finding.status === 'fail') failedBySeverity[finding.severity] -= 1;
    const own = moved.get(finding.check) ?? {};
    own[finding.status] = (own[finding.status] ?? 0) + 1;
    moved.set(finding.check, own);
    accepted.add(finding.fingerprint);
  }
  return { byStatus, failedBySeverity, moved, fresh: accepting.comparesOf(account) ? fresh : undefined, accepted };
}

function lineOf({ account, status, cause, given }: ReadAccount, own: Counted | undefined): AccountLine {
  const judged = given?.judged;
  return {
    id: account.id,
    name: account.name,
    ou: unitPath(account.ou),
    units: account.ou,
    status,
    ...(cause === undefined ? {} : { cause }),
    ...(given === undefined
      ? {}
      : { startedAt: given.startedAt, finishedAt: given.finishedAt, version: given.version }),
    ...(judged?.controls === undefined ? {} : { controls: judged.controls }),
    ...(judged === undefined || own === undefined
      ? {}
      : {
          judged: {
            regions: judged.regions.length,
            resources: judged.resources,
            byStatus: own.byStatus,
            failedBySeverity: own.failedBySeverity,
            gaps: judged.gaps.length,
            ...(own.fresh === undefined ? {} : { new: own.fresh }),
          },
        }),
  };
}

const scanOf = (manifest: SealedManifest, versions: readonly string[]): OrganizationResult['scan'] => ({
  id: manifest.scan,
  manifest: manifest.sha256,
  plannedAt: manifest.plannedAt,
  versions,
  ...(manifest.organization === undefined ? {} : { organization: manifest.organization }),
  ...(manifest.managementAccount === undefined ? {} : { managementAccount: manifest.managementAccount }),
  partition: manifest.partition,
  regions: manifest.regions,
  selection: { ...manifest.selection },
});

function countsOf(accounts: readonly AccountLine[]): AccountCounts {
  const counts = { ...noAccounts(), manifest: accounts.length };
  for (const { status } of accounts) counts[status] += 1;
  return counts;
}

const noAccounts = (): Record<AccountStatus, number> =>
  Object.fromEntries(accountStatuses.map((status) => [status, 0])) as Record<AccountStatus, number>;

function totals<K extends string>(
  all: readonly Readonly<Record<K, number>>[],
  to: Record<K, number>,
): Record<K, number> {
  for (const each of all) for (const key of Object.keys(to) as K[]) to[key] += each[key];
  return to;
}

/** Nothing where no baseline says what was known of any of them. */
function newOf(accounts: readonly AccountLine[]): { readonly new?: number } {
  const told = accounts.flatMap(({ judged }) => judged?.new ?? []);
  return told.length === 0 ? {} : { new: told.reduce((sum, count) => sum + count, 0) };
}

/** The tree, each unit after the one above it, beside each other by name. */
function unitsOf(accounts: readonly AccountLine[], frameworks: readonly FrameworkLine[]): UnitLine[] {
  const units = new Map<
    string,
    { line: Pick<UnitLine, 'id' | 'name' | 'path' | 'parent' | 'depth'>; own: AccountLine[]; places: number[] }
  >();
  for (const [at, account] of accounts.entries())
    for (const [depth, { id, name }] of account.units.entries()) {
      const parent = account.units[depth - 1]?.id;
      const path = unitPath(account.units.slice(0, depth + 1));
      const found = units.get(id) ?? {
        line: { id, name, path, ...(parent === undefined ? {} : { parent }), depth },
        own: [],
        places: [],
      };
      found.own.push(account);
      found.places.push(at);
      units.set(id, found);
    }
  const below = (parent: string | undefined): UnitLine[] =>
    [...units.values()]
      .filter(({ line }) => line.parent === parent)
      .sort((a, b) =>
        a.line.name === b.line.name ? (a.line.id < b.line.id ? -1 : 1) : a.line.name < b.line.name ? -1 : 1,
      )
      .flatMap(({ line, own, places }) => [
        {
          ...line,
          accounts: countsOf(own),
          byStatus: totals(
            own.map(({ judged }) => judged?.byStatus ?? noStatuses()),
            noStatuses(),
          ),
          failedBySeverity: totals(
            own.map(({ judged }) => judged?.failedBySeverity ?? noSeverities()),
            noSeverities(),
          ),
          ...newOf(own),
          compliance: heldAgainst(frameworks, places),
        },
        ...below(line.id),
      ]);
  return below(undefined);
}
