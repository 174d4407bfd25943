type Index<T> = ReadonlyMap<string, readonly T[]>;

const indexes = new WeakMap<object, Map<string, Index<unknown>>>();

/**
 * An index over a list of companions, built once per list: a check is asked for each resource and gets the same list
 * every time.
 * @param name tells apart several indexes over the same list
 * @param keysOf the keys under which an element is found
 */
export function indexOf<T>(list: readonly T[], name: string, keysOf: (element: T) => readonly string[]): Index<T> {
  let byName = indexes.get(list);
  if (byName === undefined) indexes.set(list, (byName = new Map()));
  const known = byName.get(name);
  if (known !== undefined) return known as Index<T>;
  const index = new Map<string, T[]>();
  for (const element of list) {
    for (const key of keysOf(element)) {
      const found = index.get(key);
      if (found === undefined) index.set(key, [element]);
      else found.push(element);
    }
  }
  byName.set(name, index);
  return index;
}
