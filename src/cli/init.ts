import { existsSync } from 'node:fs';
import example from '../config/example.yaml?raw';
import { AuditError } from '../program/errors.ts';
import type { CommandModule } from './commands.ts';
import { text } from './options.ts';
import { assertWritable, isStdout, writeStdout, writeWhole } from './output.ts';
import { say } from './say.ts';

const init: CommandModule = {
  command: 'init',
  builder: (y) =>
    y
      .option('output', {
        type: 'string',
        alias: 'o',
        describe: 'File to write, - for standard output (default: audit.config.yaml)',
      })
      .example('audit init', 'writes a commented audit.config.yaml'),

  async handler(args) {
    const file = text(args, 'output') ?? 'audit.config.yaml';
    if (isStdout(file)) {
      await writeStdout([example]);
      return 0;
    }
    if (existsSync(file))
      throw new AuditError('output', `${file} exists already`, {
        hint: 'Delete it, or choose another name with --output.',
      });
    await assertWritable(file);
    await writeWhole(file, [example]);
    say(`audit: wrote ${file}`);
    return 0;
  },
};

export default init;
