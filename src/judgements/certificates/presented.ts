import { along, fail, pass, unknown, unknownWithout, worstOf } from '../../engine/check.ts';
import type { ClassifiedBy, Context, Subject, Verdict } from '../../engine/check.ts';
import type { Rest } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import { certificate } from '../../services/acm/certificate.ts';
import { serverCertificate } from '../../services/iam/server-certificate.ts';
import { certificateState } from './certificate.ts';
import { renewalSettings } from './dates.ts';

/** Where load balancers have their certificates from. What is not read of one of them is missed only where it is named. */
const stores = {
  acm: along(certificate, { reach: 'region', optional: true }),
  iam: along(serverCertificate, { optional: true }),
} as const;

type Settings = typeof renewalSettings;
type Asked = Context<Settings, typeof stores>;

const storeOf = (arn: string): 'acm' | 'iam' => (/^arn:[^:]*:iam:/.test(arn) ? 'iam' : 'acm');

/** What is known of one certificate. @param who presents it */
function judgeOne(who: string, arn: string, { along: read, unreadAlong, now, settings }: Asked): Verdict {
  const store = storeOf(arn);
  const found =
    store === 'iam'
      ? read.iam.flatMap((one) => (one.arn === arn ? [{ name: one.name, notAfter: one.expiresAt }] : []))[0]
      : read.acm.flatMap((one) =>
          one.arn === arn ? [{ name: one.name, notBefore: one.notBefore, notAfter: one.notAfter }] : [],
        )[0];
  if (found === undefined) {
    const unread = unreadAlong[store];
    return unread === undefined
      ? unknown(`${who} presents ${arn}, which is not among the certificates of the account`)
      : unknownWithout(`it is not known when ${arn} expires, which ${who} presents: ${unread.cause}`, [store]);
  }
  const state = certificateState(found, now, settings.days);
  const presents = `${who} presents the certificate of ${found.name}`;
  if (state === undefined) return unknown(`AWS does not say when ${arn} expires, which ${who} presents`);
  const evidence = { certificate: arn, notAfter: found.notAfter };
  const day = String(found.notAfter).slice(0, 10);
  if (state === 'expired') return fail(`${presents}, which expired on ${day}`, evidence);
  return state === 'expiring'
    ? fail(`${presents}, which expires on ${day}; expected at least ${settings.days} days left`, evidence)
    : pass(`${presents}, which expires on ${day}`, evidence);
}

/**
 * A check that the certificates that something presents to its clients do not expire soon, wherever they are kept.
 * @param spec `presents` gives ARNs, `other` those of an example that presents them
 */
export function presentsValid<
  R extends AnyResourceType,
  const N extends keyof FacetsOf<R> & string,
  const I extends string,
>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Omit<Rest<R, N, Settings, typeof stores>, 'along' | 'settings'> & {
      readonly presents: (subject: Subject<R, N>) => readonly string[] | undefined;
      readonly presenting: (arns: readonly string[]) => object;
    },
) {
  const { presents, presenting, ...rest } = spec as unknown as Omit<Rest<R, N, Settings, typeof stores>, 'along'> & {
    readonly presents: (subject: Subject<R, N>) => readonly string[] | undefined;
    readonly presenting: (arns: readonly string[]) => object;
  };
  return judged(resource, id, {
    ...(rest as Rest<R, N, Settings, typeof stores>),
    settings: renewalSettings,
    along: stores,
    judge(subject, context) {
      const who = resource.labelOf(subject as never);
      const arns = presents(subject);
      if (arns === undefined) return unknown(`${who} was deleted while the account was read`);
      return worstOf(arns.map((arn) => judgeOne(who, arn, context))) ?? unknown(`AWS names no certificate of ${who}`);
    },
    examples: () => examples(presenting),
  });
}

function examples(presenting: (arns: readonly string[]) => object): readonly Example[] {
  const now = '2026-06-01T12:00:00Z';
  const acm = 'arn:aws:acm:us-east-1:111122223333:certificate/1';
  const iam = 'arn:aws:iam::111122223333:server-certificate/team/a';
  const issued = (notAfter: string | undefined) => ({
    id: '1',
    arn: acm,
    name: 'shop.example.com',
    domains: [],
    notBefore: '2026-01-01T00:00:00Z',
    notAfter,
  });
  const stored = (expiresAt: string) => ({ id: 'a', arn: iam, expiresAt, uploadedAt: '2026-01-01T00:00:00Z' });
  const read = { acm: [issued('2026-07-01T12:00:00Z')], iam: [stored('2026-07-01T12:00:00Z')] };
  const of = (
    when: string,
    expect: Verdict['kind'],
    arns: readonly string[],
    given: Partial<Example> = {},
  ): Example => ({ when, given: presenting(arns), along: read, now, settings: { days: 30 }, expect, ...given });
  const denied = { cause: 'denied', actions: [] };
  return [
    of('both have 30 days left', 'pass', [acm, iam]),
    of('one of ACM has less', 'fail', [iam, acm], { along: { ...read, acm: [issued('2026-07-01T11:59:59Z')] } }),
    of('one of IAM has expired', 'fail', [acm, iam], { along: { ...read, iam: [stored('2026-06-01T12:00:00Z')] } }),
    of('AWS does not say when', 'unknown', [acm], { along: { ...read, acm: [issued(undefined)] } }),
    of('it is none of the account', 'unknown', [acm], { along: { ...read, acm: [] } }),
    of('ACM was not read', 'unknown', [acm], { along: { iam: read.iam }, unreadAlong: { acm: denied } }),
    of('what was not read is not presented', 'pass', [iam], { along: { iam: read.iam }, unreadAlong: { acm: denied } }),
    of('it names none', 'unknown', []),
  ];
}
