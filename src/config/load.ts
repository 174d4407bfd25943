import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { AuditError, messageOf } from '../errors.ts';
import type { Suppression } from '../engine/suppressions.ts';
import type { Config, LoadedConfig } from './config.ts';
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
  if (file === undefined) return { config: {}, file: undefined };
  return { config: (await loadDocument(file, 'config')) as Config, file };
}

/** Loads a file of suppressions: a list, or a mapping with the key `suppressions`. @throws AuditError `config` */
export async function loadSuppressions(given: string, cwd: string): Promise<readonly Suppression[]> {
  return (await loadDocument(resolve(cwd, given), 'suppressions')) as readonly Suppression[];
}

async function loadDocument(file: string, kind: 'config' | 'suppressions'): Promise<unknown> {
  if (['.ts', '.mts', '.js', '.mjs'].includes(extname(file))) {
    const value = (await importUserModule(file)) as { default?: unknown };
    if (value.default === undefined)
      throw new AuditError('config', `${file}: has no default export`, {
        hint: 'Write `export default defineConfig({ … })`.',
      });
    return validate(value.default, kind, file, () => undefined);
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AuditError('config', `${file}: cannot be read (${messageOf(error)})`, { cause: error });
  }
  const { value, lineOf } = parseYaml(text, file);
  return validate(value, kind, file, lineOf);
}
