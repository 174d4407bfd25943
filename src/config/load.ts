import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { AuditError, messageOf } from '../errors.ts';
import type { Suppression } from '../engine/suppressions.ts';
import type { Check } from '../engine/check.ts';
import type { Config, LoadedConfig } from './config.ts';
import { noConfig } from './config.ts';
import { assertKnown } from './known.ts';
import type { LineOf } from './yaml.ts';
import { importUserModule } from './user-module.ts';
import { parseYaml } from './yaml.ts';
import { validate } from './validate.ts';

const names = ['yaml', 'yml', 'json', 'ts', 'mjs', 'js'].map((extension) => `audit.config.${extension}`);

/**
 * Loads the configuration: the given file, or `audit.config.*` in the working directory if there is one.
 * @throws AuditError `config` with file, line and what was expected, listing every mistake
 */
export async function loadConfig(given: string | undefined, cwd: string): Promise<LoadedConfig> {
  const file =
    given === undefined
      ? names.map((name) => resolve(cwd, name)).find((path) => existsSync(path))
      : resolve(cwd, given);
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
    if (value.default === undefined)
      throw new AuditError('config', `${file}: has no default export`, {
        hint: 'Write `export default defineConfig({ … })`.',
      });
    return { value: validate(value.default, kind, file, noLines), lineOf: noLines };
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AuditError('config', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  const { value, lineOf } = parseYaml(text, file);
  return { value: validate(value, kind, file, lineOf), lineOf };
}

/** A program has no line that says where a value is. */
const noLines: LineOf = () => undefined;
