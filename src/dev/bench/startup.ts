import type { BenchRow } from './measure.ts';
import { median, run } from './measure.ts';

/** CPU of commands that call nothing, beside that of an empty program. */
export async function benchStartup(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const cases = [
    ['node -e 0 (the floor)', ['-e', '0'], undefined],
    ['audit --help', ['dist/audit.cjs', '--help'], 150],
    ['audit scan --help', ['dist/audit.cjs', 'scan', '--help'], 300],
    ['audit checks list', ['dist/audit.cjs', 'checks', 'list'], 300],
    ['audit --demo', ['dist/audit.cjs', '--demo'], 600],
  ] as const;
  for (const [name, args, target] of cases) {
    const { cpuMs } = await median(5, () => run(args));
    rows.push({ name: `${name}: CPU`, value: cpuMs, unit: 'ms', ...(target === undefined ? {} : { target }) });
  }
  return rows;
}
