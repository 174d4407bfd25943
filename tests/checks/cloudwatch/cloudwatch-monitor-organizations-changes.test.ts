import check from '../../../checks/cloudwatch/cloudwatch-monitor-organizations-changes.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { chainCases, chainWith, filterOf, theAccount } from './chain.ts';

const details = { id: 'o-1', featureSet: 'ALL', managementAccount: '111122223333', isManagement: true };
const inOrganization = { organizations: [{ id: '111122223333', details }] };

checkSuite(check, theAccount, [
  ...chainCases('organizations-changes').map((c) => ({ ...c, along: { ...c.along, ...inOrganization } })),
  {
    when: 'every event of Organizations is counted',
    along: { ...chainWith([filterOf('{ $.eventSource = organizations.amazonaws.com }')]), ...inOrganization },
    expect: 'pass',
  },
  {
    when: 'only new accounts are counted',
    along: {
      ...chainWith([filterOf('{ ($.eventSource = organizations.amazonaws.com) && ($.eventName = CreateAccount) }')]),
      ...inOrganization,
    },
    expect: 'fail',
    message: /matches all of them/,
  },
  {
    when: 'the account is in no organization',
    along: { ...chainWith([]), organizations: [{ id: '111122223333', details: undefined }] },
    expect: 'not-applicable',
  },
]);
