/** CPU time, in ms, that the work takes on the machine on which the limits of tests were set, when nothing else runs. */
const usualMs = 10;

/** As much as a test does: objects, texts, sorting. */
function work(): number {
  const { user, system } = process.cpuUsage();
  let rows: { id: string; n: number }[] = [];
  for (let round = 0; round < 8; round++) {
    rows = Array.from({ length: 2000 }, (_, n) => ({ id: `row-${(n * 7919) % 2003}`, n }));
    rows = JSON.parse(JSON.stringify(rows.sort((a, b) => (a.id < b.id ? -1 : 1)))) as typeof rows;
  }
  const spent = process.cpuUsage();
  return (spent.user + spent.system - user - system) / 1000;
}

/**
 * How many times slower this machine is now than the one on which limits were set: a slow processor, or one whose cores share what
 * others keep busy, takes more CPU time for the same. Between 1 and 4; never faster, so that limits do not become narrower.
 */
export function slowness(): number {
  // Of a machine that is kept busy now and then, what it takes while it is.
  const rounds = Array.from({ length: 15 }, work).sort((a, b) => a - b);
  return Math.min(4, Math.max(1, (rounds[11] ?? usualMs) / usualMs));
}
