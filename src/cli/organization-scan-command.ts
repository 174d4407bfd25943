import type { Values } from './door/options.ts';
import { command, flag, number } from './door/options.ts';
import { configOptions, selectOptions, talkOptions } from './options.ts';
import { planOptions, reachOptions, scanOption, shardOption, storeOption } from './organization-options.ts';
import { storeOptions } from './store.ts';

const options = {
  store: storeOption,
  ...storeOptions,
  scan: scanOption,
  resume: flag('Go on with the latest plan of the store: only what is missing is read'),
  shard: shardOption,
  concurrency: number('Accounts that are read at once (default: 8)'),
  timeout: number('Stop after so many seconds; --resume goes on'),
  ...planOptions,
  ...reachOptions,
  ...selectOptions,
  ...configOptions,
  ...talkOptions,
  allowIncomplete: flag('Exit 0 although accounts could not be read'),
};
export type OrganizationScanOptions = Values<typeof options>;

export default command({
  usage: 'org scan',
  options,
  groups: [
    { title: 'Which scan', options: ['store', 'scan', 'resume', 'shard', 'concurrency', 'timeout', 'allowIncomplete'] },
    { title: 'A new plan', options: ['roleName', 'ou', 'account', 'excludeAccount', 'accounts'] },
    { title: 'How AWS is reached', options: ['profile', 'externalId', 'endpointUrl', 'maxRate'] },
    {
      title: 'What is scanned',
      options: ['region', 'service', 'check', 'excludeCheck', 'severity', 'category', 'framework'],
    },
    { title: 'A store in S3', options: ['storeProfile', 'storeRoleArn', 'storeKmsKeyId', 'storeBucketOwner'] },
    { title: 'Files of your own', options: ['config', 'suppressions', 'attestations', 'checks', 'pack'] },
    { title: 'What is said', options: ['quiet', 'verbose', 'color'] },
  ],
  examples: [
    ['audit org scan --store scans --role-name audit', 'plans, then scans every account'],
    ['audit org scan --store scans --resume', 'goes on with what is missing'],
    ['audit org scan --store scans --scan ID --shard 1/8', 'an eighth of a plan'],
  ],
  run: async (given) => (await import('./organization-scan.ts')).scanOrganization(given),
});
