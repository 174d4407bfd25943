import { planFor } from '../inventory/plan.ts';
import { AuditError } from '../program/errors.ts';
import { collectAccount } from './collecting.ts';
import type { CommandModule } from './commands.ts';
import { awsOptions, configOptions, selectOptions, talkOptions, text } from './options.ts';
import { progressFor } from './progress.ts';
import { setUp } from './setup.ts';
import { say } from './say.ts';

const collectCommand: CommandModule = {
  command: 'collect',
  builder: (y) =>
    talkOptions(configOptions(selectOptions(awsOptions(y))))
      .option('save', { type: 'string', demandOption: true, describe: 'Snapshot to write (.gz: compressed)' })
      .option('resume', { type: 'boolean', describe: 'Go on with an interrupted collection' })
      .example('audit collect --save prod.ndjson.gz', 'read everything the checks need')
      .example('audit scan --from prod.ndjson.gz', 'judge it later, without credentials'),

  async handler(args) {
    if (text(args, 'save') === undefined) throw new AuditError('usage', '--save needs a file');
    const { selected, regions, config } = await setUp(args);
    const progress = progressFor(process.stderr, { quiet: args['quiet'] === true });
    const { inventory, stopped, end } = await collectAccount(
      { ...args, region: regions },
      planFor(selected, { tags: true, settings: config.settings ?? {} }),
      progress,
    );
    end(true);
    const resources = inventory.types
      .flatMap((key) => inventory.listings({ key }))
      .reduce((sum, { result }) => sum + (result.kind === 'present' ? result.records.length : 0), 0);
    if (args['quiet'] !== true) say(`audit: saved ${resources} resources to ${text(args, 'save')}`);
    if (stopped === undefined) return 0;
    say(`audit: ${stopped.message}\n${stopped.hint ?? ''}`);
    return stopped.exitCode;
  },
};

export default collectCommand;
