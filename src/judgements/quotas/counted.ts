import type { Subject } from '../../engine/check.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { RowId } from '../../engine/rows.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import { route53Account } from '../../services/route53/account.ts';
import type { Counted } from '../../services/servicequotas/counted.ts';
import { regionQuotas } from '../../services/servicequotas/quotas.ts';
import { judgeQuota, type quotaSettings } from './quota.ts';

interface CountedQuota {
  /** In the plural, and in the quota's unit: `DB instances`, `GiB of code`. */
  readonly what: string;
  readonly settings: typeof quotaSettings;
  /** Where AWS says what is counted. */
  readonly reference: string;
}

interface Where<R extends AnyResourceType, N extends string> extends CountedQuota {
  readonly needs: N;
  readonly of: (subject: Subject<R, N>) => Counted;
  /** What the facet is where the service says this. */
  readonly given: (counted: Counted) => object;
  readonly title: string;
  readonly region: string;
}

/** A check of a quota of which the service itself says how much is used and how much may be. */
const countedQuota = <R extends AnyResourceType, const N extends string>(
  resource: R,
  id: RowId,
  { what, needs, of, given, title, region, settings, reference }: Where<R, N>,
) =>
  judged(resource, id, {
    title,
    needs: [needs] as never,
    settings,
    risk: `Where the quota is reached, nobody can make more ${what}${region}: deployments wait until somebody has raised it.`,
    fix: { text: `Delete what nobody uses of the ${what}, or ask for a higher quota before it is reached.` },
    references: [reference, 'https://docs.aws.amazon.com/awssupport/latest/user/service-limits.html'],
    judge: (subject, context) =>
      judgeQuota(
        { name: (subject as { readonly name: string }).name, what, ...of(subject as unknown as Subject<R, N>) },
        context.settings,
      ),
    examples: () => {
      const having = (used?: number, quota?: number) => ({ [needs]: given({ used, quota }) });
      return [
        { when: 'less is used', given: having(799, 1000), expect: 'pass' },
        { when: 'so much is used', given: having(800, 1000), expect: 'fail' },
        { when: 'none is used', given: having(0, 20), expect: 'pass' },
        { when: 'less is allowed', given: having(500, 1000), settings: { percent: 50 }, expect: 'fail' },
        { when: 'what is used is not told', given: having(undefined, 9), expect: 'unknown' },
        { when: 'the quota is not told', given: having(9), expect: 'unknown' },
      ];
    },
  });

type Regional = FacetsOf<typeof regionQuotas>;
type OwnFacet = Extract<keyof Regional, `of${string}`>;
/** `<facet of the region's quotas>.<quota>`, e.g. `ofRds.instances`. */
type QuotaName = { [S in OwnFacet]: `${S}.${Extract<keyof Regional[S], string>}` }[OwnFacet];

/** Of a quota that a service counts in each region. */
export const ownQuota = (id: RowId, { quota, ...rest }: CountedQuota & { readonly quota: QuotaName }) => {
  const [facet = '', name = ''] = quota.split('.');
  return countedQuota(regionQuotas, id, {
    ...rest,
    title: `${capital(rest.what)} in a region are well below their quota`,
    region: ' in the region',
    needs: facet as OwnFacet,
    of: (subject) =>
      (subject as unknown as Readonly<Record<string, Readonly<Record<string, Counted>>>>)[facet]?.[name] ?? none,
    given: (counted) => ({ [name]: counted }),
  });
};

/** Of a quota of Route 53, which is one for the account. */
export const route53Quota = (
  id: RowId,
  { quota, ...rest }: Omit<CountedQuota, 'reference'> & { readonly quota: keyof FacetsOf<typeof route53Account> },
) =>
  countedQuota(route53Account, id, {
    ...rest,
    title: `${capital(rest.what)} are well below their quota`,
    region: '',
    needs: quota,
    of: (subject) => (subject as unknown as Readonly<Record<string, Counted>>)[quota] ?? none,
    given: (counted) => counted,
    reference: 'https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetAccountLimit.html',
  });

const none: Counted = { used: undefined, quota: undefined };
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
