import type { Check, ExactFix, Fix, SubjectBase, Verdict } from './check.ts';
import { fillIn, fixValues, itemFields, regionFor, withRegion } from './fix.ts';

type Judged = Extract<Verdict, { kind: 'fail' | 'pass' | 'manual' }>;

const fieldsOf = new WeakMap<Fix, readonly string[]>();

/**
 * What to do about one finding, where its verdict or its check says it of just this; undefined where the check's fix with
 * the finding's names is all there is to say, so that nothing has to be kept.
 * @param subject as the check saw it
 */
export function exactFix(
  check: Check,
  subject: object,
  context: object,
  { kind, fix: own, observed }: Judged,
): ExactFix | undefined {
  if (kind === 'pass') return undefined;
  const { region, partition } = subject as SubjectBase;
  const general = check.fix;
  const exact = own ?? (general.exact === undefined ? undefined : exactly(general, subject, context));
  const filled = filledIn(general, subject as SubjectBase, observed);
  if (exact !== undefined) {
    const { note, cli, terraform = filled?.terraform } = exact;
    return {
      ...(note === undefined ? {} : { note }),
      ...(cli === undefined ? {} : { cli: withRegion(cli, regionFor(region, partition)) }),
      ...(terraform === undefined ? {} : { terraform }),
    };
  }
  if (filled === undefined) return undefined;
  const { cli, terraform } = filled;
  return { ...(cli === undefined ? {} : { cli }), ...(terraform === undefined ? {} : { terraform }) };
}

/** The check's fix with texts of the resource's item, which reports do not have; undefined where it has none of those. */
function filledIn(general: Fix, subject: SubjectBase, observed: unknown): Fix | undefined {
  const { id, name, arn, account, region, partition } = subject;
  let names = fieldsOf.get(general);
  if (names === undefined) fieldsOf.set(general, (names = itemFields(general)));
  if (names.length === 0) return undefined;
  const texts = names.flatMap((field) => {
    // A facet that was not read is a getter, which throws.
    const text: unknown = Object.getOwnPropertyDescriptor(subject, field)?.value;
    return typeof text === 'string' ? [[field, text] as const] : [];
  });
  const finding = { account, region, resource: { name, id, arn }, observed };
  return fillIn(general, { ...fixValues(finding, partition), fields: Object.fromEntries(texts) });
}

/** A verdict that rests on less than all facets stands; what to do about it may need one that was not read. */
function exactly(fix: Check['fix'], subject: object, context: object): ExactFix {
  try {
    return fix.exact?.(subject as never, context as never) ?? {};
  } catch {
    return {};
  }
}
