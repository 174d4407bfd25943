import check from '../../../checks/cloudwatch/cloudwatch-monitor-organizations-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, standsAlone } from '../../helpers/standing.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

checkSuite(check, theAccount, [
  ...chainCases('organizations-changes').map((c) => ({ ...c, along: { ...c.along, ...manages() } })),
  {
    when: 'every event of Organizations is counted',
    along: { ...chainWith([filterOf('{ $.eventSource = organizations.amazonaws.com }')]), ...manages() },
    expect: 'pass',
  },
  {
    when: 'only new accounts are counted',
    along: {
      ...chainWith([filterOf('{ ($.eventSource = organizations.amazonaws.com) && ($.eventName = CreateAccount) }')]),
      ...manages(),
    },
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the account is in no organization',
    along: { ...chainWith([]), ...standsAlone },
    expect: 'not-applicable',
  },
]);
