import check from '../../../checks/iam/iam-role-cross-account-mfa-or-external-id.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, resourceControls } from '../../helpers/controls.ts';
import { memberOf, memberOfUnknown, standalone } from '../../helpers/own-organization.ts';
import { document, roleBase } from './fixtures.ts';

const other = { AWS: 'arn:aws:iam::999900001111:root' };
const statement = (Condition?: object, Principal: unknown = other) => ({
  Principal,
  Action: 'sts:AssumeRole',
  ...(Condition === undefined ? {} : { Condition }),
});
const trust = (Condition?: object, Principal: unknown = other) => document(statement(Condition, Principal));
const deny = (Condition: object, Principal: unknown = '*') => ({ ...statement(Condition, Principal), Effect: 'Deny' });
const id = (value: unknown, operator = 'StringEquals') => ({ [operator]: { 'sts:ExternalId': value } });
const mfa = (value: unknown, operator = 'Bool') => ({ [operator]: { 'aws:MultiFactorAuthPresent': value } });
const given = (policy: unknown) => ({ trust: policy });

checkSuite(check, { ...roleBase, trust: trust() }, [
  {
    when: 'another account needs nothing',
    along: standalone,
    expect: 'fail',
    message: /account 999900001111 without MFA or an external id/,
  },

  // an external id in every form that fixes it
  {
    when: 'it is one value',
    given: given(trust(id('x-1'))),
    along: standalone,
    expect: 'pass',
    message: /999900001111/,
  },
  { when: 'it is one of several', given: given(trust(id(['x-1', 'x-2']))), along: standalone, expect: 'pass' },
  {
    when: 'it may have any case',
    given: given(trust(id('x-1', 'StringEqualsIgnoreCase'))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'it is like a value without wildcard',
    given: given(trust(id('x-1', 'StringLike'))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'some value is it',
    given: given(trust(id('x-1', 'ForAnyValue:StringEquals'))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'the key has another case',
    given: given(trust({ StringEquals: { 'STS:externalid': 'x-1' } })),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'it may be missing but a second condition asks for it',
    given: given(trust({ StringEqualsIfExists: { 'sts:ExternalId': 'x-1' }, Null: { 'sts:ExternalId': 'false' } })),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'others are denied',
    given: given(document(statement(), deny(id('x-1', 'StringNotEquals')))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'each of two statements asks for one',
    given: given(document(statement(id('x-1')), statement(id('x-2'), { AWS: '888877776666' }))),
    along: standalone,
    expect: 'pass',
    message: /account 888877776666, account 999900001111/,
  },
  { when: 'everybody needs it', given: given(trust(id('x-1'), '*')), along: standalone, expect: 'pass' },

  // forms that let any other value through, or none
  {
    // StringEquals knows no wildcards: the id is an asterisk (and guessed at once, which is another matter).
    when: 'it is an asterisk to the letter',
    given: given(trust(id('*'))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'it is a variable of the request, which who asks may choose',
    given: given(trust(id('${aws:PrincipalAccount}'))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'one named id is denied and every other lets in',
    given: given(document(statement(), deny(id('x-1')))),
    along: standalone,
    expect: 'fail',
  },
  { when: 'any will do', given: given(trust(id('*', 'StringLike'))), along: standalone, expect: 'fail' },
  {
    when: 'all that begin alike will do',
    given: given(trust(id('acme-*', 'StringLike'))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'one of two values is a pattern',
    given: given(trust(id(['x-1', '?*'], 'StringLike'))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'there only has to be one',
    given: given(trust({ Null: { 'sts:ExternalId': 'false' } })),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'there must be none',
    given: given(trust({ Null: { 'sts:ExternalId': 'true' } })),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'it may be missing',
    given: given(trust(id('x-1', 'StringEqualsIfExists'))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'all values are it, of which there may be none',
    given: given(trust(id('x-1', 'ForAllValues:StringEquals'))),
    along: standalone,
    expect: 'fail',
  },
  { when: 'it must be another', given: given(trust(id('x-1', 'StringNotEquals'))), along: standalone, expect: 'fail' },
  {
    when: 'requests without one are denied',
    given: given(document(statement(), deny({ Null: { 'sts:ExternalId': 'true' } }))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'others are denied where there is one',
    given: given(
      document(statement(), deny(id('x-1', 'StringNotEqualsIfExists')), deny({ Null: { 'sts:ExternalId': 'false' } })),
    ),
    along: standalone,
    expect: 'not-applicable',
  },
  {
    when: 'a second statement asks for nothing',
    given: given(document(statement(id('x-1')), statement())),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'one of two accounts needs none',
    given: given(document(statement(id('x-1')), statement(undefined, { AWS: '888877776666' }))),
    along: standalone,
    expect: 'fail',
    message: /by account 888877776666 without/,
  },
  {
    when: 'the denial of others is for another account',
    given: given(document(statement(), deny(id('x-1', 'StringNotEquals'), { AWS: 'arn:aws:iam::888877776666:root' }))),
    along: standalone,
    expect: 'fail',
  },

  // MFA
  { when: 'MFA is asked for', given: given(trust(mfa('true'))), along: standalone, expect: 'pass' },
  {
    when: 'the age of MFA is limited',
    given: given(trust({ NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } })),
    along: standalone,
    expect: 'pass',
  },
  { when: 'MFA may be missing', given: given(trust(mfa('true', 'BoolIfExists'))), along: standalone, expect: 'fail' },
  { when: 'there must be no MFA', given: given(trust(mfa('false'))), along: standalone, expect: 'fail' },
  {
    when: 'requests without MFA are denied',
    given: given(document(statement(), deny(mfa('false', 'BoolIfExists')))),
    along: standalone,
    expect: 'pass',
  },
  {
    when: 'temporary credentials without MFA are denied, which others do not carry',
    given: given(document(statement(), deny(mfa('false')))),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'one statement asks for MFA and one for an external id',
    given: given(document(statement(id('x-1')), statement(mfa('true')))),
    along: standalone,
    expect: 'pass',
  },

  // who
  {
    when: 'only the own account may assume it',
    given: given(trust(undefined, { AWS: '111122223333' })),
    along: standalone,
    expect: 'not-applicable',
  },
  {
    when: 'only a service may',
    given: given(trust(undefined, { Service: 'ec2.amazonaws.com' })),
    along: standalone,
    expect: 'not-applicable',
  },
  {
    when: 'only identities of a provider may',
    given: given(
      document({
        Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/corp' },
        Action: 'sts:AssumeRoleWithSAML',
      }),
    ),
    along: standalone,
    expect: 'not-applicable',
  },
  {
    when: 'the other account is trusted',
    trustedAccounts: ['999900001111'],
    along: standalone,
    expect: 'not-applicable',
  },
  {
    when: 'every account may',
    given: given(trust(undefined, '*')),
    along: standalone,
    expect: 'fail',
    message: /every AWS account/,
  },
  {
    when: 'a role of the other account is named',
    given: given(trust(undefined, { AWS: 'arn:aws:iam::999900001111:role/x' })),
    along: standalone,
    expect: 'fail',
  },
  {
    when: 'only the own organization may',
    given: given(trust({ StringEquals: { 'aws:PrincipalOrgID': 'o-oursoursou' } }, '*')),
    along: memberOf('o-oursoursou'),
    expect: 'not-applicable',
  },
  {
    when: 'another organization may',
    given: given(trust({ StringEquals: { 'aws:PrincipalOrgID': 'o-strangers1' } }, '*')),
    along: memberOf('o-oursoursou'),
    expect: 'fail',
  },
  {
    when: 'an organization may that could be the own',
    given: given(trust({ StringEquals: { 'aws:PrincipalOrgID': 'o-strangers1' } }, '*')),
    along: memberOfUnknown,
    expect: 'unknown',
  },
  { when: 'the trust policy cannot be read', given: given('{not json'), along: standalone, expect: 'unknown' },
  {
    when: 'a resource control policy keeps the other account out',
    along: {
      ...standalone,
      ...resourceControls({
        Own: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 'sts:AssumeRole',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
          },
        ],
      }),
    },
    expect: 'not-applicable',
  },
  {
    when: 'resource control policies are not known, which it says',
    along: standalone,
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /may narrow it$/,
  },
]);
