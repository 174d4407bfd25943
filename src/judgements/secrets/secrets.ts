import type { ClassifiedBy, Verdict } from '../../engine/check.ts';
import { fail, pass } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { AnyResourceType, FacetsOf } from '../../inventory/resource.ts';
import type { SecretFinding } from '../../secrets/find.ts';

/** A secret and the part of the resource it is in, e.g. `container web`. */
export interface LocatedSecret extends SecretFinding {
  readonly part?: string;
}

interface Question {
  readonly name: string;
  /** What was examined, as in "… in its environment variables". */
  readonly place: string;
  readonly secrets: readonly LocatedSecret[];
  /** What should be there instead, as in "expected …". */
  readonly expected: string;
}

/** More than these are counted in the message and left out of the evidence. */
const told = { message: 3, evidence: 20 } as const;
const longestName = 80;

/** Fails when secrets were found, and says how many, where and of what kind; what they are is not known here. */
export function judgeSecrets({ name, place, secrets, expected }: Question): Verdict {
  if (secrets.length === 0) return pass(`${name} has nothing in ${place} that looks like a secret`);
  const count = secrets.length === 1 ? 'what looks like a secret' : `what look like ${secrets.length} secrets`;
  const named = secrets.slice(0, told.message).map(describeSecret);
  const more = secrets.length - named.length;
  const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return fail(`${name} has ${count} in ${place}: ${list}; expected ${expected}`, {
    count: secrets.length,
    secrets: secrets.slice(0, told.evidence),
  });
}

/** E.g. `DB_PASSWORD (password)`, `container web: line 3, column 8 (github-token)`. */
export function describeSecret({ kind, where, part }: LocatedSecret): string {
  const place = 'name' in where ? shortened(where.name) : `line ${where.line}, column ${where.column}`;
  return `${part === undefined ? '' : `${shortened(part)}: `}${place} (${kind})`;
}

/** The names of the variables that hold secrets; none where one has no name, or its name is withheld (`#1`). */
export function variablesWith(secrets: readonly SecretFinding[]): readonly string[] {
  const names = secrets.map(({ where }) => ('name' in where ? where.name : ''));
  return names.every((name) => /^\w+$/.test(name)) ? [...new Set(names)] : [];
}

const shortened = (text: string): string => (text.length > longestName ? `${text.slice(0, longestName)}…` : text);

/** What a facet that looked for secrets keeps: all of them, or those of each part. */
type Found<E> = readonly SecretFinding[] | { readonly secrets: readonly SecretFinding[] } | readonly E[];
interface Part {
  readonly secrets: readonly SecretFinding[];
}
type SecretsFacet<R> = {
  [F in keyof FacetsOf<R> & string]: NonNullable<FacetsOf<R>[F]> extends Found<Part> ? F : never;
}[keyof FacetsOf<R> & string];
type PartOf<V> = NonNullable<V> extends readonly (infer E)[] ? E : never;

interface Examined<R, F extends SecretsFacet<R>> extends Omit<Question, 'name' | 'secrets'> {
  /** The facet that looked. */
  readonly in: F;
  /** How the message names a part, where the facet tells of several, e.g. `container web`. */
  readonly part?: (part: PartOf<FacetsOf<R>[F]>) => string;
}

/** A check that nothing in a place looks like a secret. What could not be examined is a guard's to say. */
export const noSecrets = <R extends AnyResourceType, const F extends SecretsFacet<R>, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> & Rest<R, F, None, None> & Examined<R, F>,
) => {
  const { in: facet, part, place, expected, ...rest }: Rest<R, F, None, None> & Examined<R, F> = spec;
  const secretsIn = (found: Found<Part>): readonly LocatedSecret[] => {
    if ('secrets' in found) return found.secrets;
    return found.flatMap((one): readonly LocatedSecret[] =>
      'secrets' in one
        ? one.secrets.map((secret) => ({ ...(part === undefined ? {} : { part: part(one as never) }), ...secret }))
        : [one],
    );
  };
  return judged(resource, id, {
    ...rest,
    needs: [facet],
    judge(subject) {
      const found = (subject as unknown as Readonly<Record<string, Found<Part>>>)[facet];
      const name = resource.labelOf(subject as never);
      return judgeSecrets({ name, place, secrets: secretsIn(found ?? []), expected });
    },
    examples(base) {
      const was = (base as unknown as Readonly<Record<string, Found<Part> | undefined>>)[facet];
      const secret: SecretFinding = { kind: 'password', where: { name: 'DB_PASSWORD' }, confidence: 'high' };
      const holding = (secrets: readonly SecretFinding[]): object => {
        const [first] = Array.isArray(was) ? (was as readonly object[]) : [];
        if (!Array.isArray(was)) return { [facet]: { ...(was as object | undefined), secrets } };
        return { [facet]: part === undefined ? secrets : [{ ...first, secrets }] };
      };
      return [
        { when: 'nothing looks like a secret', given: holding([]), expect: 'pass' },
        { when: 'something looks like a secret', given: holding([secret]), expect: 'fail' },
      ];
    },
  });
};
