import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

export default answers('ecr', {
  GetRegistryScanningConfiguration: {
    registryId: account,
    scanningConfiguration: {
      scanType: 'BASIC',
      rules: [{ scanFrequency: 'SCAN_ON_PUSH', repositoryFilters: [{ filter: 'web*', filterType: 'WILDCARD' }] }],
    },
  },
});
