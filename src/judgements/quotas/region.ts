import type { Subject } from '../../engine/check.ts';
import { along } from '../../engine/check.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { RowId } from '../../engine/rows.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import { volume } from '../../services/ec2/volume.ts';
import { regionQuotas } from '../../services/servicequotas/quotas.ts';
import { judgeQuota, type quotaSettings } from './quota.ts';

type Facets = Omit<FacetsOf<typeof regionQuotas>, 'used' | `of${string}`>;
/** `<facet of the region's quotas>.<quota>`, e.g. `vpc.vpcs`. */
type QuotaName = { [S in keyof Facets]: `${S}.${Extract<keyof Facets[S], string>}` }[keyof Facets];

interface RegionQuota<R extends AnyResourceType> {
  /** In the plural, and in the quota's unit: `VPCs`, `TiB of gp3 volumes`. */
  readonly what: string;
  readonly quota: QuotaName;
  /** What is counted, or summed up. */
  readonly of: R;
  /**
   * How much of the quota one takes: 1, or 0 where it does not count; undefined where neither AWS nor its documentation says. What is
   * not said of a counted one is at most 1; of a sum nobody knows.
   */
  readonly takes: (one: Subject<R, never>, account: string) => number | undefined;
  readonly sum?: true;
  /** One that counts, and some that do not or of which it is not said, for the test. */
  readonly such: (account: string) => { readonly counts: object; readonly not?: object; readonly unsaid?: object };
  readonly settings: typeof quotaSettings;
  readonly reference: string;
}

/** A check of a quota that Service Quotas tells for a region, against what is listed there. */
export const regionQuota = <R extends AnyResourceType>(
  id: RowId,
  { what, quota, of, takes, sum, such, settings, reference }: RegionQuota<R>,
) => {
  const [service = '', name = ''] = quota.split('.');
  return judged(regionQuotas, id, {
    title: `${what[0]?.toUpperCase()}${what.slice(1)} of a region are well below their quota`,
    needs: [service as keyof Facets],
    along: { all: along(of, { reach: 'region' }) },
    settings,
    risk: `Where the quota is reached, nobody can make more ${what} in the region: deployments wait until somebody has raised it.`,
    fix: {
      text: `Delete ${what} that nobody uses, or ask for a higher quota in Service Quotas, in the region, before it is reached.`,
    },
    references: [reference],
    judge: (subject, context) => {
      const taken = context.along.all.map((one) => takes(one as never, subject.account));
      const unsaid = taken.filter((each) => each === undefined).length;
      return judgeQuota(
        {
          name: subject.name,
          what,
          used: taken.reduce<number>((total, each) => total + (each ?? 0), 0),
          quota: (subject as unknown as Readonly<Record<string, Readonly<Record<string, number | undefined>>>>)[
            service
          ]?.[name],
          perhaps: unsaid,
          ...(sum === true && unsaid > 0 ? { perhapsUpTo: Infinity } : {}),
        },
        context.settings,
      );
    },
    examples: ({ account }) => {
      const { counts, not, unsaid } = such(account);
      const one = takes(counts as never, account) ?? 1;
      const having = (all: readonly object[], value?: number) => ({
        given: { [service]: value === undefined ? {} : { [name]: value } },
        along: { all: all.map((each, n) => ({ id: `one-${n}`, ...each })) },
      });
      const three = [counts, counts, counts];
      return [
        { when: 'few are used', ...having(three, 5 * one), expect: 'pass' },
        { when: 'four of five are used', ...having([...three, counts], 5 * one), expect: 'fail' },
        { when: 'none is there', ...having([], 5 * one), expect: 'pass' },
        { when: 'the quota is not told', ...having([counts]), expect: 'unknown' },
        ...(not === undefined
          ? []
          : [{ when: 'some do not count', ...having([...three, not], 5 * one), expect: 'pass' as const }]),
        ...(unsaid === undefined
          ? []
          : [
              {
                when: 'it is not told whether one counts, and it matters',
                ...having([...three, unsaid], 5 * one),
                expect: 'unknown' as const,
              },
              {
                when: 'it is not told whether one counts among few',
                ...having([counts, unsaid], 100 * one),
                expect: sum === true ? ('unknown' as const) : ('pass' as const),
              },
              {
                when: 'it is not told whether one counts, and the others are too many',
                ...having([...three, counts, unsaid], 5 * one),
                expect: 'fail' as const,
              },
            ]),
      ];
    },
  });
};

/** A check of how much of one kind of volume, of whatever state, is provisioned. A volume's size is in GiB, the quota's in TiB. */
export const volumeStorage = (
  id: RowId,
  {
    type,
    called,
    settings,
  }: { readonly type: string; readonly called: string; readonly settings: typeof quotaSettings },
) =>
  regionQuota(id, {
    what: `TiB of ${called} volumes`,
    quota: `ebs.${type}` as QuotaName,
    of: volume,
    takes: ({ volumeType, size }) =>
      volumeType === undefined ? undefined : volumeType !== type ? 0 : size === undefined ? undefined : size / 1024,
    sum: true,
    such: () => ({
      counts: { volumeType: type, size: 512 },
      not: { volumeType: 'another', size: 512 },
      unsaid: { volumeType: type },
    }),
    settings,
    reference: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-resource-quotas.html',
  });
