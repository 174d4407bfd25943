import check from '../../../checks/iam/iam-principal-no-path-to-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls, serviceControls } from '../../helpers/controls.ts';
import { account, administrator, alone, member, role, trust, user } from './escalation.ts';

const base = { groups: [], policies: [], organizations: [alone] };
const passing = user('dev', { Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] });
const admin = role('admin', trust({ Service: 'lambda.amazonaws.com' }), administrator);

checkSuite(check, account, [
  {
    when: 'users only read',
    along: { ...base, users: [user('dev', { Action: 's3:Get*' })], roles: [admin] },
    expect: 'pass',
  },
  {
    when: 'a user can pass the administrator role to a function',
    along: { ...base, users: [passing], roles: [admin] },
    expect: 'fail',
    message: /^1 principal can become administrator: user\/dev \(New function, invoked directly\)$/,
  },
  {
    when: 'policies of the organisation are not known, which it says',
    along: { ...base, organizations: [member], users: [passing], roles: [admin] },
    expect: 'fail',
    message: /service and resource control policies were not read/,
  },
  {
    when: 'the way depends on a function that may not be there',
    along: { ...base, users: [user('dev', { Action: 'lambda:UpdateFunctionCode' })], roles: [admin] },
    expect: 'manual',
    message: /1 principal may become administrator: user\/dev, depending on a function/,
  },
  {
    when: 'a policy was not read',
    along: {
      ...base,
      users: [{ ...user('dev'), attached: [{ name: 'gone', arn: 'arn:aws:iam::111122223333:policy/gone' }] }],
      roles: [],
    },
    expect: 'unknown',
  },
  { when: 'there is nobody', along: { ...base, users: [], roles: [] }, expect: 'pass' },

  {
    when: 'a policy of the organisation denies the step',
    along: {
      ...base,
      organizations: [member],
      ...serviceControls({ NoFunctions: [{ Effect: 'Deny', Action: 'lambda:CreateFunction', Resource: '*' }] }),
      ...resourceControls(),
      users: [passing],
      roles: [admin],
    },
    expect: 'pass',
  },
  {
    when: 'policies of the organisation deny something else',
    along: {
      ...base,
      organizations: [member],
      ...serviceControls({ NoBuckets: [{ Effect: 'Deny', Action: 's3:CreateBucket', Resource: '*' }] }),
      ...resourceControls(perimeter('s3:*')),
      users: [passing],
      roles: [admin],
    },
    expect: 'fail',
    message: /\(New function, invoked directly\)$/,
  },
  {
    when: 'policies of the organisation are denied, and names what is missing',
    along: { ...base, organizations: [member], users: [passing], roles: [admin] },
    unreadAlong: { serviceControls: notTold, resourceControls: notTold },
    expect: 'fail',
    message:
      /\(New function, invoked directly\); service and resource control policies were not read \(organizations:ListRoots denied\) and may block it$/,
  },
]);
