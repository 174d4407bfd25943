import { planFor } from '../inventory/plan.ts';
import { collectAccount } from './collecting.ts';
import { command, flag, required } from './door/options.ts';
import { awsOptions, configOptions, regionProof, selectOptions, talkOptions } from './options.ts';
import { progressFor } from './progress.ts';
import { setUp } from './setup.ts';
import { say } from './say.ts';

export default command({
  usage: 'collect',
  options: {
    ...awsOptions,
    regionProof,
    ...selectOptions,
    ...configOptions,
    ...talkOptions,
    save: required('Snapshot to write (.gz: compressed)'),
    resume: flag('Go on with an interrupted collection'),
  },
  examples: [
    ['audit collect --save prod.ndjson.gz', 'read everything the checks need'],
    ['audit scan --from prod.ndjson.gz', 'judge it later, without credentials'],
  ],

  async run(options) {
    const { selected, regions, config } = await setUp(options);
    const quiet = options.quiet === true;
    const { inventory, stopped, end } = await collectAccount(
      { ...options, region: regions },
      planFor(selected, { tags: true, settings: config.settings ?? {} }),
      progressFor(process.stderr, { quiet }),
    );
    end(true);
    const resources = inventory.types
      .flatMap((key) => inventory.listings({ key }))
      .reduce((sum, { result }) => sum + (result.kind === 'present' ? result.records.length : 0), 0);
    if (!quiet) say(`audit: saved ${resources} resources to ${options.save}`);
    if (stopped === undefined) return 0;
    say(`audit: ${stopped.message}\n${stopped.hint ?? ''}`);
    return stopped.exitCode;
  },
});
