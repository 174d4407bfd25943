import check from '../../../checks/iam/iam-open-trust-no-path-to-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { perimeter, resourceControls } from '../../helpers/controls.ts';
import { account, administrator, alone, member, role, trust } from './escalation.ts';

const base = { groups: [], policies: [], users: [], organizations: [alone] };
const provider = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
const github = (condition: unknown) => trust({ Federated: provider }, 'sts:AssumeRoleWithWebIdentity', condition);

checkSuite(check, account, [
  {
    when: 'every account can assume an administrator role',
    along: { ...base, roles: [role('open', trust('*'), administrator)] },
    expect: 'fail',
    message:
      /Strangers have a way to administrator through role\/open: every AWS account becomes administrator \(Assume the role from any account\)/,
  },
  {
    when: 'any workflow of GitHub can',
    along: {
      ...base,
      roles: [
        role(
          'ci',
          github({ StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }),
          administrator,
        ),
      ],
    },
    expect: 'fail',
    message: /any identity of token\.actions\.githubusercontent\.com/,
  },
  {
    when: 'the subject of the token is limited',
    along: {
      ...base,
      roles: [
        role(
          'ci',
          github({ StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:corp/app:*' } }),
          administrator,
        ),
      ],
    },
    expect: 'pass',
  },
  {
    when: 'an external id is asked for',
    along: {
      ...base,
      roles: [role('open', trust('*', 'sts:AssumeRole', { StringEquals: { 'sts:ExternalId': 'x1' } }), administrator)],
    },
    expect: 'manual',
  },
  { when: 'the open role has no rights', along: { ...base, roles: [role('open', trust('*'))] }, expect: 'pass' },

  {
    when: 'a resource control policy keeps strangers out of the role',
    along: {
      ...base,
      ...resourceControls(perimeter('sts:AssumeRole')),
      organizations: [member],
      roles: [role('open', trust('*'), administrator)],
    },
    unreadAlong: { serviceControls: { actions: [], cause: 'it failed' } },
    expect: 'pass',
  },
]);
