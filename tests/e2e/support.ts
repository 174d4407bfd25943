import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunResult } from '../../src/engine/result.ts';
import { fakeCredentials, runCli, type CliResult } from '../program/cli.ts';
import type { Program, ResidentOptions } from '../program/resident.ts';
import { ensureMoto } from '../../src/stand-in/moto.ts';
import type { RecordedRequest } from '../../src/stand-in/record.ts';
import { signaturesIn } from '../helpers/signatures.ts';
import { planted } from './account/secrets.ts';
import type { AccountName, World } from './account/world.ts';

/** In CI a missing emulator is an error; elsewhere the tests say why they did not run. */
export const emulator = await ensureMoto();

/** The name of a group of tests that needs the emulator. */
export const needsEmulator = (name: string): string =>
  emulator.available ? name : `${name} (not run: ${emulator.reason})`;

/** One run of the CLI and what it asked. */
export interface Scan extends CliResult {
  readonly requests: readonly RecordedRequest[];
}

/** How a run is made: `through` is `runCli`, or a `residentProgram`. */
export type RunOptions = ResidentOptions & { readonly through?: Program };

/** Runs the built CLI against an account. */
export async function run(
  world: World,
  account: AccountName,
  args: readonly string[],
  { through = runCli, ...options }: RunOptions = {},
): Promise<Scan> {
  world.front.record.clear();
  const result = await through(args, {
    endpoint: world.front.url,
    timeoutMs: 120_000,
    ...options,
    env: { ...world.env(account), ...options.env },
  });
  return { ...result, requests: [...world.front.record.requests] };
}

/** The same with a JSON report. */
export async function scan(
  world: World,
  account: AccountName,
  args: readonly string[] = [],
  options: RunOptions = {},
): Promise<Scan & { readonly report: RunResult }> {
  const result = await run(world, account, ['--format', 'json', ...args], options);
  return { ...result, report: result.json() as RunResult };
}

/** `service:operation` of requests, each once, sorted. */
export const operations = (requests: readonly RecordedRequest[]): string[] =>
  [...new Set(requests.map(({ service, operation }) => `${service}:${operation}`))].sort();

/** What no output may hold: the credentials, what they signed with, and what was planted in the account. */
export function secretsIn(
  text: string,
  { requests = [] }: { readonly requests?: readonly RecordedRequest[] } = {},
): string[] {
  const secrets = [
    fakeCredentials.secretAccessKey,
    fakeCredentials.sessionToken,
    planted,
    Buffer.from(planted).toString('base64').slice(4, -8),
    'e2e-preshared-key-never-to-be-seen',
  ];
  const signatures = requests.flatMap(({ signature }) => signature ?? []);
  return [...secrets.filter((secret) => text.includes(secret)), ...signaturesIn(text, signatures)];
}

/** A folder for files of a test file; `remove` it at the end. */
export function scratch(): { readonly dir: string; file(name: string): string; remove(): void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'audit-e2e-'));
  return { dir, file: (name) => path.join(dir, name), remove: () => rmSync(dir, { recursive: true, force: true }) };
}
