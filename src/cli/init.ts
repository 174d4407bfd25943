import { existsSync } from 'node:fs';
import example from '../config/example.yaml?raw';
import { AuditError } from '../program/errors.ts';
import { command, text } from './door/options.ts';
import { assertWritable, isStdout, writeStdout, writeWhole } from './output.ts';
import { say } from './say.ts';

export default command({
  usage: 'init',
  options: { output: text('File to write, - for standard output (default: audit.config.yaml)', { alias: 'o' }) },
  examples: [['audit init', 'writes a commented audit.config.yaml']],

  async run({ output: file = 'audit.config.yaml' }) {
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
});
