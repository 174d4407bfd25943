import { command, flag, number } from '../door/options.ts';
import type { Values } from '../door/options.ts';
import { configOptions, talkOptions } from '../options.ts';
import { reachOptions, storeOption } from '../organization-options.ts';
import { storeOptions } from '../store.ts';
import { queueGroup, queueOptions } from './options.ts';

const { region: _, ...reach } = reachOptions;

const options = {
  store: storeOption,
  ...storeOptions,
  ...queueOptions,
  concurrency: number('Accounts that are read at once (default: 8)'),
  drain: flag('End when no account is left in the queue, nor with another worker'),
  idle: number('End after so many seconds without an account'),
  timeout: number('End after so many seconds, and give back what is in hand'),
  lock: number('Seconds after which an account of a worker that is gone is taken by another (default: 60)'),
  away: number('Seconds that the queue may be away (default: 300)'),
  ...reach,
  ...configOptions,
  ...talkOptions,
  allowIncomplete: flag('Exit 0 although accounts could not be read'),
};
export type WorkOptions = Values<typeof options>;

export default command({
  usage: 'org work',
  options,
  groups: [
    {
      title: 'Which work',
      options: ['store', 'concurrency', 'drain', 'idle', 'timeout', 'lock', 'away', 'allowIncomplete'],
    },
    queueGroup,
    { title: 'How AWS is reached', options: ['profile', 'externalId', 'endpointUrl', 'maxRate'] },
    { title: 'A store in S3', options: ['storeProfile', 'storeRoleArn', 'storeKmsKeyId', 'storeBucketOwner'] },
    { title: 'Files of your own', options: ['config', 'suppressions', 'attestations', 'checks', 'pack'] },
    { title: 'What is said', options: ['quiet', 'verbose', 'color'] },
  ],
  examples: [
    ['audit org work --store s3://acme-audit/org --queue rediss://queue:6380', 'takes accounts for ever'],
    ['audit org work --store scans --queue redis://localhost --drain', 'until none is left'],
  ],
  run: async (given) => (await import('./work.ts')).work(given),
});
