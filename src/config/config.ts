import type { Severity } from '../engine/check.ts';
import type { Attestation } from './attestations.ts';
import type { LineOf } from './yaml.ts';
import type { Suppression } from '../engine/suppressions.ts';

/** The configuration file, as `schemas/config.schema.json` describes it. */
export interface Config {
  readonly regions?: readonly string[];
  readonly checks?: {
    readonly only?: readonly string[];
    readonly exclude?: readonly string[];
    readonly services?: readonly string[];
    readonly frameworks?: readonly string[];
    /** Folder of custom checks, relative to the file. */
    readonly directory?: string;
  };
  /** Packages, or folders relative to the file (`./packs/acme`). They are code that runs with the user's rights. */
  readonly packs?: readonly string[];
  readonly severity?: Readonly<Record<string, Severity>>;
  /** Check id, then setting. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly trustedAccounts?: readonly string[];
  readonly suppressions?: readonly Suppression[];
  readonly attestations?: readonly Attestation[];
  readonly output?: {
    readonly formats?: readonly string[];
    readonly path?: string;
    /** What `--fail-on` takes: one, or several. */
    readonly failOn?: string | readonly string[];
    /** File of `audit baseline write`, relative to this one. */
    readonly baseline?: string;
    readonly allowIncomplete?: boolean;
  };
}

/** The files taken for the configuration when none is named. */
export const configNames = ['yaml', 'yml', 'json', 'ts', 'mjs', 'js'].map((extension) => `audit.config.${extension}`);

/** Gives a TypeScript configuration its types: `export default defineConfig({ … })`. */
export const defineConfig = (config: Config): Config => config;

/** A configuration and where it came from. */
export interface LoadedConfig {
  readonly config: Config;
  /** Absolute path; undefined when there is none. */
  readonly file: string | undefined;
  /** Line of a value in the file, where the format has lines. */
  readonly lineOf: LineOf;
}

export const noConfig: LoadedConfig = { config: {}, file: undefined, lineOf: () => undefined };
