import { afterAll, expect } from 'vitest';
import path from 'node:path';
import { childrenCpuMs } from '../src/stand-in/children-cpu.ts';
import { installationCpuMs } from '../src/stand-in/moto.ts';
import { slowness } from './yardstick.ts';
import heavy from './heavy.json' with { type: 'json' };

/** What a test file may take of the machine, the programs it runs included; of a slower one as much more. */
const mostMs = 20_000;

/** CPU time, in ms, of the programs that this process started and that have ended, but for installing the emulator. */
const programsMs = (): number => childrenCpuMs() - installationCpuMs();

/** The same and that of this process. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + programsMs();
}

const before = cpuMs();
const childrenBefore = programsMs();

/** Ends a test file that takes too much as failed, unless it is listed with a reason; the long forms are not held. */
afterAll(() => {
  const used = cpuMs() - before;
  const inPrograms = programsMs() - childrenBefore;
  const file = path.relative(path.resolve(import.meta.dirname, '..'), expect.getState().testPath ?? '');
  if (process.env['TEST_CPU'] === '1')
    process.stdout.write(`${file} took ${Math.round(used)} ms of CPU, ${inPrograms} in programs it started\n`);
  if (used <= mostMs || process.env['SOAK'] === '1' || Object.hasOwn(heavy, file)) return;
  const allowed = mostMs * slowness();
  if (used <= allowed) return;
  throw new Error(
    `${file} took ${Math.round(used / 1000)} s of CPU, ${Math.round(allowed / 1000)} are allowed: split it, take what a smaller test shows as well out of it, or list it in tests/heavy.json with the reason`,
  );
});
