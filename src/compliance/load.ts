import type { Framework, Requirement } from '../engine/frameworks.ts';
import { unknownName } from '../engine/select.ts';
import { builtIn } from './built-in.ts';

/** A framework that comes with the program; its requirements are read when they are asked for. */
export interface BuiltIn {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  /** How many. */
  readonly requirements: number;
  /** Its file: the text, or what it says where the program runs from its source. */
  file(): Promise<{ readonly default: unknown }>;
}

/** As `npm run gen` writes it: checks are named once, requirements say where they stand. */
interface Written extends Omit<Framework, 'requirements'> {
  readonly checks: readonly string[];
  readonly requirements: readonly (Omit<Requirement, 'checks' | 'whole'> & {
    readonly whole?: readonly number[];
    readonly part?: readonly number[];
  })[];
}

/** Keys of the frameworks that come with the program. */
export const builtInKeys: readonly string[] = builtIn.map(({ key }) => key);

let added: readonly Framework[] = [];

/** The frameworks of the packs of this run. */
export function addFrameworks(all: readonly Framework[]): void {
  added = all;
}

/** Keys of built-in frameworks and of those that packs brought. */
export const frameworkKeys = (): readonly string[] => [...builtInKeys, ...added.map(({ key }) => key)];

/** Whether a name is that of a file with a framework of the user's own. */
export const isFrameworkFile = (name: string): boolean => /[/\\]|\.(?:json|ya?ml)$/.test(name);

/** A framework by its key. @throws AuditError `usage` with the nearest keys */
export async function frameworkByKey(key: string): Promise<Framework> {
  const brought = added.find((one) => one.key === key);
  if (brought !== undefined) return brought;
  const found = builtIn.find((one) => one.key === key);
  if (found === undefined)
    throw unknownName('framework', key, frameworkKeys(), 'Run `audit frameworks list` to see them all.');
  const { default: given } = await found.file();
  const { checks, ...written } = (typeof given === 'string' ? JSON.parse(given) : given) as Written;
  const names = (places: readonly number[] = []): string[] => places.map((place) => checks[place] ?? '');
  return {
    ...written,
    requirements: written.requirements.map(({ whole, part, ...requirement }) => ({
      ...requirement,
      checks: [...names(whole), ...names(part)],
      ...(whole === undefined ? {} : { whole: names(whole) }),
    })),
  };
}

/** Every framework there is, those of packs included. */
export const allFrameworks = (): Promise<readonly Framework[]> =>
  Promise.all(frameworkKeys().map((key) => frameworkByKey(key)));
