import check from '../../../checks/sts/sts-federation-token-not-used.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { cases, none } from './issued.ts';

checkSuite(
  check,
  { id: '111122223333', name: 'STS in eu-west-1', federationTokens: none },
  cases('federationTokens', 43200),
);
