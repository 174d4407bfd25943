import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { AuditError } from '../program/errors.ts';
import type { Suppression } from '../engine/suppressions.ts';
import type { Check } from '../engine/check.ts';
import type { Config, LoadedConfig } from './config.ts';
import { configNames, noConfig } from './config.ts';
import { assertKnown } from './known.ts';
import type { LineOf } from './yaml.ts';
import { literalLines } from './literal-lines.ts';
import { importUserModule } from './user-module.ts';
import { NotPlain, plain } from './plain.ts';
import { textOf } from './text-of.ts';
import { parseYaml } from './yaml.ts';
import type { Kind } from './validate.ts';
import { validate } from './validate.ts';

/**
 * Loads the configuration: the given file, or `audit.config.*` in the working directory if there is one.
 * @throws AuditError `config` with file, line and what was expected, listing every mistake
 */
export async function loadConfig(given: string | undefined, cwd: string): Promise<LoadedConfig> {
  const there = configNames.filter((name) => existsSync(resolve(cwd, name)));
  if (given === undefined && there.length > 1)
    throw new AuditError('config', `${cwd}: holds ${there.join(' and ')}`, {
      hint: 'Keep one of them, or name one with --config.',
    });
  const named = given ?? there[0];
  const file = named === undefined ? undefined : resolve(cwd, named);
  if (file === undefined) return noConfig;
  const { value, lineOf } = await loadDocument(file, 'config');
  return { config: value as Config, file, lineOf };
}

/**
 * Loads a file of suppressions: a list, or a mapping with the key `suppressions`.
 * @throws AuditError `config`, also for a suppression of a check that does not exist
 */
export async function loadSuppressions(
  given: string,
  cwd: string,
  all: readonly Check[],
): Promise<readonly Suppression[]> {
  const file = resolve(cwd, given);
  const { value, lineOf } = await loadDocument(file, 'suppressions');
  const suppressions = value as readonly Suppression[];
  assertKnown({ suppressions }, all, file, ([, ...path]) => lineOf(path) ?? lineOf(['suppressions', ...path]));
  return suppressions;
}

export async function loadDocument(file: string, kind: Kind): Promise<{ value: unknown; lineOf: LineOf }> {
  if (['.ts', '.mts', '.js', '.mjs'].includes(extname(file))) {
    // Whether it can be read is found out first: a pipe or a device would be waited for.
    const lineOf = literalLines(await textOf(file));
    const exported = (await importUserModule(file)) as { default?: unknown };
    const value = exported.default;
    if (value === undefined)
      throw new AuditError('config', `${file}: has no default export`, {
        hint: 'Write `export default defineConfig({ … })`.',
      });
    return { value: validate(plainly(value, file, lineOf), kind, file, lineOf), lineOf };
  }
  if (!['.yaml', '.yml', '.json', '', '.txt'].includes(extname(file)) && !file.startsWith('/dev/'))
    throw new AuditError('config', `${file}: ${extname(file)} is not understood`, {
      hint: 'Write it as .yaml, .json, .ts, .mjs or .js.',
    });
  const { value, lineOf } = parseYaml(await textOf(file), file);
  return { value: validate(plainly(value, file, lineOf), kind, file, lineOf), lineOf };
}

function plainly(value: unknown, file: string, lineOf: LineOf): unknown {
  try {
    return plain(value);
  } catch (error) {
    if (!(error instanceof NotPlain)) throw error;
    const line = lineOf(error.path);
    const where = error.path.length === 0 ? '' : `${error.path.slice(0, 8).join('.')}: `;
    throw new AuditError('config', `${file}${line === undefined ? '' : `:${line}`}: ${where}${error.message}`, {
      hint: 'A configuration is plain data, as JSON could hold it.',
      cause: error,
    });
  }
}
