import { controlsOf } from './tools.ts';

/**
 * Our checks that are what names of Prowler's stand for, each once, and the names that no check stands for, with why.
 * @param live ids of checks that there are
 */
export function checksCalled(
  names: readonly string[],
  live: ReadonlySet<string>,
): { readonly ids: readonly string[]; readonly left: readonly { readonly name: string; readonly why: string }[] } {
  const found = names.map((name) => ({ name, ids: controlsOf('prowler', name) }));
  return {
    ids: [...new Set(found.flatMap(({ ids }) => ids.filter((id) => live.has(id))))],
    left: found
      .filter(({ ids }) => !ids.some((id) => live.has(id)))
      .map(({ name, ids }) => ({
        name,
        why: ids.length === 0 ? 'no control of the catalogue' : `no check yet for ${ids.join(', ')}`,
      })),
  };
}
