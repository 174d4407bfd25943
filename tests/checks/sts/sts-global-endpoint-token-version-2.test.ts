import check from '../../../checks/sts/sts-global-endpoint-token-version-2.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: '111122223333', summary: { GlobalEndpointTokenVersion: 2 } }, [
  { when: 'the version is 2', expect: 'pass' },
  { when: 'the version is 1', given: { summary: { GlobalEndpointTokenVersion: 1 } }, expect: 'fail' },
  { when: 'the summary lacks it', given: { summary: {} }, expect: 'unknown' },
  { when: 'the partition has no global endpoint', given: { partition: 'aws-cn' }, expect: 'not-applicable' },
]);
