import check from '../../../checks/cloudwatch/cloudwatch-monitor-iam-policy-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('iam-policy-changes'),
  {
    when: 'every event of IAM is counted',
    along: chainWith([filterOf('{ $.eventSource = iam.amazonaws.com }')]),
    expect: 'pass',
  },
  {
    when: 'only attachments are counted',
    along: chainWith([
      filterOf(
        '{ ($.eventName = AttachRolePolicy) || ($.eventName = AttachUserPolicy) || ($.eventName = AttachGroupPolicy) }',
      ),
    ]),
    expect: 'fail',
    message: /matches all of them/,
  },
]);
