import type { ClassifiedBy, Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass } from '../../engine/check.ts';
import type { CodedGuard, None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import { valueAt, withValue } from '../../engine/forms/path.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';

/** What was counted of a security service's open findings. */
export interface OpenFindings {
  readonly count: number;
  /** There may be more than were counted. */
  readonly more: boolean;
  /** The most severe, by id or with what is known of them. */
  readonly worst: readonly unknown[];
}

/** What a security service has open: `at least 500 open findings`. */
const manyFindings = ({ count, more }: Pick<OpenFindings, 'count' | 'more'>): string =>
  `${more ? 'at least ' : ''}${count} open ${count === 1 ? 'finding' : 'findings'}`;

type FacetOfFindings<R> = {
  [K in keyof FacetsOf<R> & string]: NonNullable<FacetsOf<R>[K]> extends OpenFindings ? K : never;
}[keyof FacetsOf<R> & string];

type Found<R, K> = NonNullable<FacetsOf<R>[K & keyof FacetsOf<R>]>;

/** A check that a security service has no open findings: one is enough to fail, and where the service is off there are none to judge. */
export const noOpenFindings = <R extends AnyResourceType, const K extends FacetOfFindings<R>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Rest<R, never, None, None> & {
      /** The facet that counts them: absent where the service is off. */
      readonly at: K;
      /** Which findings, to go on after "findings": `of high severity`. */
      readonly what: string;
      /** Why there are none to judge where the facet is absent, to go on after the name; otherwise `is off, so it has no findings`. */
      readonly off?: string;
      /** What is said besides of those that are open. */
      readonly more?: (findings: Found<R, K>) => string;
      /** Where the service is on and looks at nothing, the reason why that there are none says nothing. */
      readonly asleep?: CodedGuard<Whole<R>, never>;
    },
) => {
  const { at, what, off, more, asleep, ...rest } = spec;
  const which = what === '' ? '' : ` ${what}`;
  return judged(resource, id, {
    ...(rest as unknown as Rest<R, never, None, None>),
    needs: [at, ...(asleep?.needs ?? [])] as never[],
    judge(subject, context): Verdict {
      const { name } = subject as unknown as { readonly name: string };
      const found = valueAt(subject, at) as Found<R, K> | undefined;
      if (found === undefined) return notApplicable(`${name} ${off ?? 'is off, so it has no findings'}`);
      const open = found as unknown as OpenFindings;
      if (open.count > 0) return fail(`${name} has ${manyFindings(open)}${which}${more?.(found) ?? ''}`, found);
      const looksAway = asleep?.when(subject as never, context as never);
      if (looksAway !== undefined) return typeof looksAway === 'string' ? notApplicable(looksAway) : looksAway;
      return pass(`${name} has no open findings${which}`, found);
    },
    examples: (base): readonly Example[] => {
      const given = (count: number, many = false): object =>
        withValue(base, at, { bySeverity: {}, count, more: many, worst: [] });
      return [
        { when: 'there is none', given: given(0), expect: 'pass' },
        { when: 'there is one', given: given(1), expect: 'fail' },
        { when: 'there are more than were counted', given: given(500, true), expect: 'fail' },
        { when: 'the service is off', given: withValue(base, at, undefined), expect: 'not-applicable' },
        ...(asleep === undefined
          ? []
          : ([
              { when: 'it looks at nothing', given: { ...given(0), ...asleep.such }, expect: 'not-applicable' },
              { when: 'it looks at nothing, and one is open', given: { ...given(1), ...asleep.such }, expect: 'fail' },
            ] as const)),
      ];
    },
  });
};
