import check from '../../../checks/cloudwatch/cloudwatch-monitor-s3-bucket-policy-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('s3-bucket-policy-changes'),
  {
    when: 'the source is not named',
    along: chainWith([filterOf('{ ($.eventName = PutBucket*) || ($.eventName = DeleteBucket*) }')]),
    expect: 'pass',
  },
  {
    when: 'deletions are left out',
    along: chainWith([filterOf('{ ($.eventSource = s3.amazonaws.com) && ($.eventName = PutBucket*) }')]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
