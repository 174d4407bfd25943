import { command, each, format, required } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';

export default command({
  usage: 'simulate <file>',
  args: { file: required('A snapshot, which is judged again, or a result (JSON or NDJSON), whose causes tell') },
  options: {
    fix: each('A cause, or the fingerprint of a finding (its beginning is enough); several fix all of them'),
    ...selectOptions,
    ...configOptions,
    format: format('table', 'json'),
  },
  examples: [
    ['audit simulate account.ndjson --fix cause-1c5e0a7b', 'which findings, requirements and attack paths would go'],
    ['audit simulate account.ndjson --fix 3f2a9c01 --fix cause-1c5e0a7b', ''],
  ],
  run: async (given) => (await import('./simulate-fixes.ts')).simulate(given),
});
