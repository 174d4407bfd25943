import check from '../../../checks/iam/iam-role-trust-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { document, roleBase } from './fixtures.ts';

const trust = (Principal: unknown, more: object = {}) => document({ Principal, Action: 'sts:AssumeRole', ...more });
const ours = trust({ AWS: 'arn:aws:iam::111122223333:root' });

checkSuite(check, { ...roleBase, trust: ours }, [
  { when: 'the own account may assume it', expect: 'pass' },
  { when: 'another account may', given: { trust: trust({ AWS: ['111122223333', '999900001111'] }) }, expect: 'pass' },
  { when: 'a service may', given: { trust: trust({ Service: 'ec2.amazonaws.com' }) }, expect: 'pass' },
  { when: 'everyone may', given: { trust: trust('*') }, expect: 'fail', message: /every AWS account/ },
  {
    when: 'everyone may, as a list',
    given: { trust: trust({ AWS: ['arn:aws:iam::111122223333:root', '*'] }) },
    expect: 'fail',
  },
  {
    when: 'everyone of the own organization may',
    given: { trust: trust('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }) },
    expect: 'pass',
  },
  {
    when: 'everyone of the own account may',
    given: { trust: trust('*', { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } }) },
    expect: 'pass',
  },
  {
    when: 'everyone who knows the external id may',
    given: { trust: trust('*', { Condition: { StringEquals: { 'sts:ExternalId': 'secret' } } }) },
    expect: 'fail',
  },
  {
    when: 'everyone over TLS may',
    given: { trust: trust('*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }) },
    expect: 'fail',
  },
  {
    when: 'everyone but one user may',
    given: { trust: document({ NotPrincipal: { AWS: 'arn:aws:iam::111122223333:user/x' }, Action: 'sts:AssumeRole' }) },
    expect: 'fail',
  },
  {
    when: 'every GitHub repository may',
    given: {
      trust: trust(
        { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
        {
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } },
        },
      ),
    },
    expect: 'fail',
    message: /anyone on the internet/,
  },
  { when: 'the trust policy cannot be read', given: { trust: '{not json' }, expect: 'unknown' },

  {
    when: 'a resource control policy keeps strangers out',
    given: { trust: trust('*') },
    along: resourceControls(perimeter('sts:AssumeRole')),
    expect: 'pass',
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { trust: trust('*') },
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /every AWS account; resource control policies were not read \(organizations:ListRoots denied\)/,
  },
]);
