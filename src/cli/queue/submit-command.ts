import { command, flag, list } from '../door/options.ts';
import type { Values } from '../door/options.ts';
import { talkOptions } from '../options.ts';
import { scanOption, storeOption } from '../organization-options.ts';
import { storeOptions } from '../store.ts';
import { queueGroup, queueOptions } from './options.ts';

const options = {
  store: storeOption,
  ...storeOptions,
  scan: scanOption,
  resume: flag('Go on with the latest plan of the store'),
  account: list('Only these accounts'),
  ...queueOptions,
  quiet: talkOptions.quiet,
};
export type SubmitOptions = Values<typeof options>;

export default command({
  usage: 'org submit',
  options,
  groups: [
    { title: 'Which accounts', options: ['store', 'scan', 'resume', 'account'] },
    queueGroup,
    { title: 'A store in S3', options: ['storeProfile', 'storeRoleArn', 'storeKmsKeyId', 'storeBucketOwner'] },
  ],
  examples: [
    [
      'audit org submit --store s3://acme-audit/org --resume --queue rediss://queue:6380',
      'what the latest plan is missing',
    ],
    ['audit org submit --store scans --scan ID --queue-env REDIS_URL', 'an address with a password'],
  ],
  run: async (given) => (await import('./submit.ts')).submit(given),
});
