import type { Argv } from 'yargs';

/** What the file of a command exports. The exit code is what `handler` resolves to. */
export interface CommandModule {
  /** Positionals, e.g. `checks [action] [id]`; the command's name first. */
  readonly command: string;
  /** Declares options and examples; `--help` must fit a screen. */
  builder(yargs: Argv): Argv;
  handler(args: Record<string, unknown>): Promise<number>;
}

export interface CommandEntry {
  readonly name: string;
  readonly describe: string;
  readonly load: () => Promise<{ default: CommandModule }>;
}

/** Every command; its file is loaded only when it runs. */
export const commands: readonly CommandEntry[] = [
  { name: 'scan', describe: 'Read an account, judge it, report it (the default)', load: () => import('./scan.ts') },
];
