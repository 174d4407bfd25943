import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Check } from '../../src/engine/check.ts';
import type { Build } from './world.ts';

/** What the file of a service under `cases` says. */
export interface Tried {
  /** By check: failing resources. The command of each finding is run, and has to fix it. */
  readonly fixes: Readonly<Record<string, Build | readonly Build[]>>;
  /** By check: why its command is not run, or why it has none. */
  readonly untried: Readonly<Record<string, string>>;
}

const folder = path.join(import.meta.dirname, 'cases');

/** By service. */
export const tried = new Map<string, Tried>();
for (const file of readdirSync(folder).sort())
  tried.set(path.basename(file, '.ts'), (await import(path.join(folder, file))) as Tried);

const none: Tried = { fixes: {}, untried: {} };

/** The failing resources of a check. */
export const casesOf = ({ id, service }: Pick<Check, 'id' | 'service'>): readonly Build[] =>
  [(tried.get(service) ?? none).fixes[id] ?? []].flat();

/** Whether what a check's fix says was held against single findings. */
export function isGoneThrough({ id, service }: Pick<Check, 'id' | 'service'>): boolean {
  const { fixes, untried } = tried.get(service) ?? none;
  return id in fixes || id in untried;
}
