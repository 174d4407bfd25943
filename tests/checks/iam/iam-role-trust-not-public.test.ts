import check from '../../../checks/iam/iam-role-trust-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { memberOf, memberOfUnknown, standalone } from '../../helpers/own-organization.ts';
import { document, roleBase } from './fixtures.ts';

const trust = (Principal: unknown, more: object = {}) => document({ Principal, Action: 'sts:AssumeRole', ...more });
const organization = (id: unknown) => trust('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': id } } });
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
    given: { trust: organization('o-abcdefghij') },
    along: memberOf('o-abcdefghij'),
    expect: 'pass',
  },
  {
    when: 'everyone of another organization may',
    given: { trust: organization('o-strangers1') },
    along: memberOf('o-abcdefghij'),
    expect: 'fail',
    message: /every account of organization o-strangers1, which is not the account's own$/,
  },
  {
    when: 'everyone of an organization may and the account is in none',
    given: { trust: organization('o-strangers1') },
    along: standalone,
    expect: 'fail',
    message: /o-strangers1, which is not the account's own/,
  },
  {
    when: 'everyone of an organization may that may be the own',
    given: { trust: organization('o-abcdefghij') },
    along: memberOfUnknown,
    expect: 'unknown',
    message: /o-abcdefghij, and AWS did not say which organization the account is in/,
  },
  {
    when: 'everyone of a unit of another organization may',
    given: {
      trust: trust('*', {
        Condition: {
          'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-strangers1/r-ab12/ou-ab12-11111111/*' },
        },
      }),
    },
    along: memberOf('o-abcdefghij'),
    expect: 'fail',
    message: /organization o-strangers1/,
  },
  {
    when: 'everyone of a unit of the own organization may',
    given: {
      trust: trust('*', {
        Condition: {
          'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/r-ab12/ou-ab12-11111111/*' },
        },
      }),
    },
    along: memberOf('o-abcdefghij'),
    expect: 'pass',
  },
  {
    when: 'everyone of the own or another organization may',
    given: { trust: organization(['o-abcdefghij', 'o-strangers1']) },
    along: memberOf('o-abcdefghij'),
    expect: 'fail',
    message: /organization o-strangers1, /,
  },
  {
    when: 'the organization is named only beside the own account',
    given: {
      trust: trust({ AWS: '111122223333' }, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-strangers1' } } }),
    },
    along: memberOfUnknown,
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
    along: { ...resourceControls(perimeter('sts:AssumeRole')), ...memberOf() },
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
