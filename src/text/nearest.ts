/** Up to three known names within a third of the given one's length in edits, or containing it, or beginning like it; nearest first. */
export function nearest(given: string, known: readonly string[]): string[] {
  const bare = given.replaceAll(/[*?]/g, '').toLowerCase();
  if (bare === '') return [];
  const near = known
    .map((name) => ({
      name,
      distance: name.includes(bare) ? 0 : Math.min(editDistance(bare, name), beginning(bare, name)),
    }))
    // Two of three letters changed make any word of any other.
    .filter(({ distance }) => distance <= (bare.length <= 3 ? 1 : Math.max(2, Math.ceil(bare.length / 3))))
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length)
    .slice(0, 3)
    .map(({ name }) => name);
  // Nothing is near: what begins alike is better than nothing.
  return near.length > 0 || bare.length < 4
    ? near
    : known.filter((name) => name.startsWith(bare.slice(0, 4))).slice(0, 3);
}

/** The distance to the beginning of a longer name, for ids not typed to their end. Short words begin like everything. */
const beginning = (given: string, name: string): number =>
  given.length < 6 || name.length <= given.length ? Infinity : 1 + editDistance(given, name.slice(0, given.length));

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
