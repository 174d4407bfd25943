import { ACCOUNT, type AccountSpec } from './account.ts';

const parts = ['users', 'roles', 'groups', 'policies', 'awsPolicies'] as const;

/** Several accounts as one; of two things with one name the later counts. */
export const merged = (...specs: readonly AccountSpec[]): AccountSpec =>
  Object.fromEntries(parts.map((part) => [part, Object.assign({}, ...specs.map((spec) => spec[part]))]));

const sharedNames = new Map<string, string>();

/** One name for all that is alike. */
function sharedName(name: string, one: unknown): string {
  const key = `${name} ${JSON.stringify(one)}`;
  let found = sharedNames.get(key);
  if (found === undefined) sharedNames.set(key, (found = `shared-${name}-${sharedNames.size}`));
  return found;
}

/**
 * The account with a prefix before every name, in its documents too.
 * @param shared names of what no document names: where two accounts have it alike, they have it together
 */
export function renamed(
  spec: AccountSpec,
  prefix: string,
  shared: readonly string[] = [],
): { readonly spec: AccountSpec; nameOf(arn: string): string } {
  const names = parts.flatMap((part) => Object.keys(spec[part] ?? {}));
  const nameOf = (text: string): string =>
    text.replaceAll(
      new RegExp(`(:${ACCOUNT}:(?:user|role|group|policy)/(?:[\\w./-]+/)?)(${names.join('|')})(?![\\w-])`, 'g'),
      `$1${prefix}-$2`,
    );
  const found = JSON.parse(nameOf(JSON.stringify(spec)), (key, value: unknown) =>
    key === 'groups' && Array.isArray(value) ? value.map((name) => `${prefix}-${String(name)}`) : value,
  ) as AccountSpec;
  const own = Object.fromEntries(
    parts.map((part) => [
      part,
      Object.fromEntries(
        Object.entries(found[part] ?? {}).map(([name, one]) => [
          shared.includes(name) ? sharedName(name, one) : `${prefix}-${name}`,
          one,
        ]),
      ),
    ]),
  );
  return { spec: own, nameOf };
}
