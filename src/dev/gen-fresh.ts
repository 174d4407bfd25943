import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What generated files are made of. */
const sources = [
  'catalogue',
  'checks',
  'frameworks',
  'src/services',
  'src/inventory',
  'src/dev',
  'src/iam/data',
  'demo/account',
  'package-lock.json',
];
/** What is generated and stands in no folder of these. */
const written = [
  'src/engine/rows.ts',
  'src/engine/not-live-rows.ts',
  'src/engine/cross-references.ts',
  'src/elsewhere/same-rows.ts',
  'src/compliance/built-in.ts',
];
const stamp = 'build/generated.txt';

/** A line for each file that generated ones are made of or that is one, with size and time of its last change. */
export function inputsOf(root: string): string {
  const line = (file: string): string[] => {
    const { size, mtimeMs } = statSync(join(root, file));
    return [`${file} ${size} ${mtimeMs}`];
  };
  return [...written, ...sources]
    .flatMap((source) => {
      const found = statSync(join(root, source), { throwIfNoEntry: false });
      if (found === undefined) return [`${source} missing`];
      if (found.isFile()) return line(source);
      return readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
        .filter(
          (file) =>
            /\.(ts|csv|json|ndjson)$/.test(file) &&
            (source !== 'src/dev' || /^(gen|catalogue|csv|demo-parts)/.test(file)),
        )
        .sort()
        .flatMap((file) => line(join(source, file)));
    })
    .join('\n');
}

/** Whether nothing has changed since everything was generated last. */
export function isFresh(root: string): boolean {
  try {
    return readFileSync(join(root, stamp), 'utf8') === inputsOf(root);
  } catch {
    return false;
  }
}

/** Keeps what the files are made of now. */
export function remember(root: string): void {
  writeAtOnce(join(root, stamp), inputsOf(root));
}

/**
 * Writes the files whose text has changed, so that whoever reads one has it whole.
 * @param write false to say only which would change
 * @returns their paths
 */
export function writeFiles(root: string, texts: Readonly<Record<string, string>>, write = true): string[] {
  return Object.entries(texts).flatMap(([file, text]) => {
    if (textOf(join(root, file)) === text) return [];
    if (write) writeAtOnce(join(root, file), text);
    return [file];
  });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function writeAtOnce(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

/** Generates what is stale, in a program of its own: tests and their configuration call it before anything is loaded. */
export function ensureGenerated(root: string): void {
  if (isFresh(root)) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src/dev/gen.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('npm run gen failed');
}
