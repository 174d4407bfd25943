import { advisorName } from '../elsewhere/names.ts';
import { type Check, along } from '../engine/check.ts';
import { derive, type ReportInputs } from '../engine/derive.ts';
import { type Finding, type Status, statuses } from '../engine/finding.ts';
import type { AnyResult, CheckCoverage } from '../engine/result.ts';
import type { AdvisorComparison, AdvisorRow, AdvisorRowResource } from '../engine/trusted-advisor.ts';
import { lacking } from '../partitions/partitions.ts';
import { type AdvisorCheck, type AdvisorResource, trustedAdvisor } from '../services/support/trusted-advisor.ts';
import { few } from '../text/few.ts';

export interface Advice {
  /** Undefined where they are not had. */
  readonly checks: readonly AdvisorCheck[] | undefined;
  /** Why not. */
  readonly notRead: string | undefined;
  /** By the check's id, what red and yellow ones list; undefined where it was not read. */
  readonly flagged?: Readonly<Record<string, readonly AdvisorResource[]>> | undefined;
  readonly flaggedNotRead?: string | undefined;
}

/** What Trusted Advisor says, of whatever was read. */
export const advice = derive(
  "Trusted Advisor's own results",
  {
    advisor: along(trustedAdvisor, { needs: ['checks'], optional: true }),
    advised: along(trustedAdvisor, { needs: ['flagged'], optional: true }),
  },
  ({ advisor, advised }, { partition, unreadAlong }): Advice => {
    const not = (notRead: string): Advice => ({ checks: undefined, notRead });
    const noApi = lacking(partition, 'Trusted Advisor API');
    if (noApi !== undefined) return not(noApi);
    if (unreadAlong['advisor'] !== undefined) return not(unreadAlong['advisor'].cause);
    const [one] = advisor;
    if (one === undefined) return not('nothing of it was read in this run');
    return one.checks === undefined || one.checks === null
      ? not('the support plan does not let programs ask for them')
      : {
          checks: one.checks,
          notRead: undefined,
          flagged: advised[0]?.flagged ?? undefined,
          flaggedNotRead: unreadAlong['advised']?.cause,
        };
  },
);

type Checks = { readonly selected: readonly Check[]; readonly all: readonly Check[] };

/** What a check of ours came to. */
interface Ours {
  readonly failed: number;
  readonly accepted: number;
  /** Whether it judged all that there is. */
  readonly whole: boolean;
}

/** Trusted Advisor's own results beside what our checks of the same matters came to. */
export const advisorIn = (
  result: Pick<AnyResult, 'findings' | 'coverage'>,
  inputs: ReportInputs,
  checks: Checks,
): AdvisorComparison => compare(inputs.get(advice), result, checks);

export function compare(
  advised: Advice | undefined,
  result: Pick<AnyResult, 'findings' | 'coverage'>,
  { selected, all }: Checks,
): AdvisorComparison {
  const named = selected.filter(({ same }) => (same.trustedadvisor ?? []).length > 0);
  const withoutCounterpart = selected.length - named.length;
  if (advised?.checks === undefined)
    return {
      notRead: advised?.notRead ?? 'nothing of it was read in this run',
      checks: [],
      notListed: [],
      withoutCounterpart,
    };
  const byName = new Map<string, string[]>();
  for (const { id, same } of all)
    for (const name of same.trustedadvisor ?? []) {
      const key = advisorName(name);
      byName.set(key, [...(byName.get(key) ?? []), id]);
    }
  const ours = outcomes(result, named);
  const rows = withOurs(
    advised.checks.map((theirs) =>
      row(
        theirs,
        theirs.name === undefined ? [] : (byName.get(advisorName(theirs.name)) ?? []),
        ours,
        advised.flagged?.[theirs.id],
      ),
    ),
    result.findings,
  );
  const listed = new Set(rows.flatMap((each) => each.ours));
  return {
    ...(advised.flaggedNotRead === undefined ? {} : { resourcesNotRead: advised.flaggedNotRead }),
    checks: rows,
    notListed: named.flatMap(({ id }) => (listed.has(id) ? [] : [id])),
    withoutCounterpart,
  };
}

/** The same of a saved result, in which more is accepted now. */
export function comparedAgain(result: AnyResult): Pick<AnyResult, 'trustedAdvisor'> {
  if (result.trustedAdvisor === undefined) return {};
  const ours = outcomes(
    result,
    result.coverage.checks.map(({ check }) => ({ id: check })),
  );
  const checks = withOurs(
    result.trustedAdvisor.checks.map((each) => ({ ...each, ...judged(each, each.ours, ours) })),
    result.findings,
  );
  return { trustedAdvisor: { ...result.trustedAdvisor, checks } };
}

function outcomes(
  { findings, coverage }: Pick<AnyResult, 'findings' | 'coverage'>,
  checks: readonly Pick<Check, 'id'>[],
): ReadonlyMap<string, Ours> {
  const counts = new Map(checks.map(({ id }) => [id, new Map<Status, number>()]));
  for (const { check, status } of findings) {
    const own = counts.get(check);
    own?.set(status, (own.get(status) ?? 0) + 1);
  }
  const covered = new Map(coverage.checks.map((each) => [each.check, each]));
  return new Map(
    [...counts].map(([id, count]) => {
      const all = covered.get(id);
      const undecided = count.has('unknown') || count.has('manual');
      return [
        id,
        {
          failed: count.get('fail') ?? 0,
          accepted: count.get('suppressed') ?? 0,
          whole: !undecided && all !== undefined && sawAll(all),
        },
      ];
    }),
  );
}

const sawAll = ({ notJudged, unlisted, leftOut, narrowed }: CheckCoverage): boolean =>
  notJudged === 0 && (unlisted ?? 0) === 0 && (leftOut ?? 0) === 0 && (narrowed ?? []).length === 0;

function row(
  theirs: AdvisorCheck,
  ids: readonly string[],
  known: ReadonlyMap<string, Ours>,
  resources: readonly AdvisorResource[] | undefined,
): AdvisorRow {
  const { id, name = id, category, status, checkedAt, flagged, excluded, columns } = theirs;
  return {
    id,
    name,
    ...(category === undefined ? {} : { category }),
    ...(status === undefined ? {} : { status }),
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(flagged === undefined ? {} : { flagged }),
    ...(excluded === undefined ? {} : { excluded }),
    ...judged(theirs, ids, known),
    ours: ids,
    ...(resources === undefined || columns === undefined ? {} : { columns }),
    ...(resources === undefined ? {} : { resources: resources.map(told) }),
  };
}

const told = ({ status, region, excluded, cells }: AdvisorResource): AdvisorRowResource => ({
  ...(status === undefined ? {} : { status }),
  ...(region === undefined ? {} : { region }),
  ...(excluded === undefined ? {} : { excluded }),
  cells,
});

/** The names that stand in a cell, which may hold several: `sg-0a1b (vpc-0c2d)`. */
const namesIn = (cell: string): readonly string[] => [cell, ...cell.split(/[\s(),;]+/)].filter((name) => name !== '');

type Named = 'id' | 'name';

/** What a resource is found by; one that is global may stand under any region, and one without a region is wherever it is. */
const keyOf = (by: Named, check: string, where: string, name: string): string =>
  JSON.stringify([by, check, where, name]);

/**
 * Rows with what our checks of the same matter say of the resources that they name: by id or ARN, and where nothing has such a one, by
 * a name that only one resource has.
 */
function withOurs(rows: readonly AdvisorRow[], findings: Iterable<Finding>): AdvisorRow[] {
  const wanted = new Map<string, Map<string, Status[]>>();
  const keysOf = (by: Named, { ours }: AdvisorRow, { region, cells }: AdvisorRowResource): string[] =>
    ours.flatMap((check) =>
      cells
        .flatMap(namesIn)
        .flatMap((name) => [keyOf(by, check, region ?? 'any', name), keyOf(by, check, 'global', name)]),
    );
  for (const each of rows)
    for (const resource of each.resources ?? [])
      for (const by of ['id', 'name'] as const)
        for (const key of keysOf(by, each, resource)) wanted.set(key, new Map());
  if (wanted.size > 0)
    for (const { check, region, status, resource } of findings) {
      const names: readonly (readonly [Named, string])[] = [
        ['id', resource.id],
        ['id', resource.arn],
        ['name', resource.name],
      ];
      for (const [by, name] of names)
        for (const where of [region, 'any']) {
          const found = wanted.get(keyOf(by, check, where, name));
          found?.set(resource.arn, [...(found.get(resource.arn) ?? []), status]);
        }
    }
  const said = (by: Named, row: AdvisorRow, resource: AdvisorRowResource): ReadonlyMap<string, readonly Status[]> => {
    const found = new Map<string, readonly Status[]>();
    for (const key of keysOf(by, row, resource))
      for (const [arn, status] of wanted.get(key) ?? []) found.set(arn, [...(found.get(arn) ?? []), ...status]);
    return found;
  };
  const oursOf = (row: AdvisorRow, resource: AdvisorRowResource): Status | undefined => {
    const byId = said('id', row, resource);
    const byName = said('name', row, resource);
    const found = byId.size > 0 ? byId : byName.size === 1 ? byName : new Map<string, readonly Status[]>();
    const all = new Set([...found.values()].flat());
    // The worst comes first.
    return statuses.find((status) => all.has(status));
  };
  return rows.map((row) => {
    if (row.resources === undefined) return row;
    const resources = row.resources.map(({ ours: _before, ...resource }) => {
      const ours = oursOf(row, resource);
      return ours === undefined ? resource : { ...resource, ours };
    });
    return { ...row, resources };
  });
}

const failures = (count: number): string => (count === 1 ? '1 failure' : `${count} failures`);

function judged(
  { status, excluded }: Partial<Pick<AdvisorCheck, 'status' | 'excluded'>>,
  ids: readonly string[],
  known: ReadonlyMap<string, Ours>,
): Pick<AdvisorRow, 'agreement' | 'says'> {
  if (ids.length === 0) return { agreement: 'alone', says: 'no check of ours is of it' };
  const ran = ids.flatMap((id) => known.get(id) ?? []);
  const failing = ids.filter((id) => (known.get(id)?.failed ?? 0) > 0);
  const failed = ran.reduce((sum, each) => sum + each.failed, 0);
  const accepted = ran.reduce((sum, each) => sum + each.accepted, 0);
  const flags = status === 'error' || status === 'warning';
  const why = [
    ...((excluded ?? 0) > 0 ? [`${excluded} excluded there`] : []),
    ...(accepted > 0 ? [`${accepted} accepted here`] : []),
  ];
  const also = why.length === 0 ? '' : ` (${why.join(', ')})`;
  if (ran.length === 0) return { agreement: 'undecided', says: `this run did not judge by ${few(ids)}` };
  if (!flags && status !== 'ok')
    return {
      agreement: 'undecided',
      says: `it has no result, and ours ${failed > 0 ? failures(failed) : 'no failure'}${also}`,
    };
  if (failed > 0)
    return flags
      ? { agreement: 'agree', says: `both find something, ours ${failures(failed)}${also}` }
      : { agreement: 'differ', says: `it finds nothing, and ours ${failures(failed)}: ${few(failing)}${also}` };
  if (ran.length < ids.length || ran.some(({ whole }) => !whole))
    return {
      agreement: 'undecided',
      says: `it finds ${flags ? 'something' : 'nothing'}, and ours did not judge all of it${also}`,
    };
  return flags
    ? { agreement: 'differ', says: `it finds something, and ours nothing${also}` }
    : { agreement: 'agree', says: `neither finds anything${also}` };
}
