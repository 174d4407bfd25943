import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { AuditError, messageOf } from '../errors.ts';
import type { Suppression } from '../engine/suppressions.ts';
import type { Check } from '../engine/check.ts';
import type { Config, LoadedConfig } from './config.ts';
import { configNames, noConfig } from './config.ts';
import { assertKnown } from './known.ts';
import type { LineOf } from './yaml.ts';
import { literalLines } from './literal-lines.ts';
import { importUserModule } from './user-module.ts';
import { parseYaml } from './yaml.ts';
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

async function loadDocument(
  file: string,
  kind: 'config' | 'suppressions',
): Promise<{ value: unknown; lineOf: LineOf }> {
  if (['.ts', '.mts', '.js', '.mjs'].includes(extname(file))) {
    const value = (await importUserModule(file)) as { default?: unknown };
    const lineOf = literalLines(await readFile(file, 'utf8'));
    if (value.default === undefined)
      throw new AuditError('config', `${file}: has no default export`, {
        hint: 'Write `export default defineConfig({ … })`.',
      });
    return { value: validate(value.default, kind, file, lineOf), lineOf };
  }
  if (!['.yaml', '.yml', '.json', '', '.txt'].includes(extname(file)) && !file.startsWith('/dev/'))
    throw new AuditError('config', `${file}: ${extname(file)} is not understood`, {
      hint: 'Write it as .yaml, .json, .ts, .mjs or .js.',
    });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AuditError('config', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  const { value, lineOf } = parseYaml(text, file);
  return { value: validate(value, kind, file, lineOf), lineOf };
}
