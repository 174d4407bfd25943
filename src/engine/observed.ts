import { headOf, valueAt } from './forms/path.ts';

/** How many values of a resource are compared with what was observed: more are not what one looks through by hand either. */
const most = 400;
const deepest = 3;

interface Found {
  readonly path: string;
  readonly value: unknown;
}

/**
 * What a verdict rests on, by where it stands in what was read: `details.state` for the member `state` of the facet `details`. What is
 * by its path already stays, and what was worked out, or stands in several places, keeps the name that its check gave it.
 * @param subject as the check saw it; facets that were not read throw when they are looked at, and are left out
 */
export function byPath(observed: unknown, subject: object): unknown {
  if (typeof observed !== 'object' || observed === null || Array.isArray(observed)) return observed;
  const entries = Object.entries(observed);
  if (entries.every(([name, value]) => isAt(subject, name, value))) return observed;
  const all = membersOf(subject);
  const named = entries.map(([name, value]): [string, unknown] => [
    isAt(subject, name, value) ? name : (pathOf(all, name, value) ?? name),
    value,
  ]);
  // Two members of one path would be one.
  return new Set(named.map(([path]) => path)).size === named.length ? Object.fromEntries(named) : observed;
}

const isAt = (subject: object, path: string, value: unknown): boolean => {
  const descriptor = Object.getOwnPropertyDescriptor(subject, headOf(path));
  return descriptor?.get === undefined && descriptor !== undefined && valueAt(subject, path) === value;
};

/** The one place that has the value under the same name, or else the one that has the same object or text. */
function pathOf(all: readonly Found[], name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const same = all.filter((one) => one.value === value);
  const called = same.filter(({ path }) => path.endsWith(`.${name}`) || path === name);
  if (called.length === 1) return called[0]?.path;
  const telling = typeof value === 'object' || (typeof value === 'string' && value !== '');
  return called.length === 0 && telling && same.length === 1 ? same[0]?.path : undefined;
}

const known = new WeakMap<object, readonly Found[]>();

function membersOf(subject: object): readonly Found[] {
  let found = known.get(subject);
  if (found === undefined) known.set(subject, (found = look(subject)));
  return found;
}

function look(subject: object): readonly Found[] {
  const found: Found[] = [];
  const into = (of: Readonly<Record<string, unknown>>, before: string, depth: number): void => {
    for (const name of Object.keys(of)) {
      if (found.length >= most) return;
      // Only the facets themselves are looked at in a way that may throw.
      if (depth === 1 && Object.getOwnPropertyDescriptor(of, name)?.get !== undefined) continue;
      const value = of[name];
      found.push({ path: before + name, value });
      if (depth < deepest && typeof value === 'object' && value !== null && !Array.isArray(value))
        into(value as Readonly<Record<string, unknown>>, `${before}${name}.`, depth + 1);
    }
  };
  into(subject as Readonly<Record<string, unknown>>, '', 1);
  return found;
}
