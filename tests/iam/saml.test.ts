import { describe, expect, it } from 'vitest';
import { samlTrusts } from '../../src/iam/saml.ts';

const provider = 'arn:aws:iam::111122223333:saml-provider/Corp';
const role = 'arn:aws:iam::111122223333:role/sso';
const now = new Date('2026-06-01T00:00:00Z');
const signIn = 'https://signin.aws.amazon.com/saml';
const allow = (Condition?: object, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Federated: provider },
  Action: 'sts:AssumeRoleWithSAML',
  ...(Condition === undefined ? {} : { Condition }),
  ...more,
});
const trust = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const deny = (Condition: object) => ({ ...allow(Condition), Effect: 'Deny', Principal: '*' });

describe('the audience of SAML assertions', () => {
  it.each([
    ['no condition', trust(allow()), 'yes'],
    ['no condition, as text', JSON.stringify(trust(allow())), 'yes'],
    ['a condition on something else', trust(allow({ StringEquals: { 'SAML:iss': 'https://idp.example' } })), 'yes'],
    ["AWS's sign-in", trust(allow({ StringEquals: { 'SAML:aud': signIn } })), 'no'],
    ['the key in other capitals', trust(allow({ StringEquals: { 'saml:AUD': [signIn] } })), 'no'],
    [
      'several addresses',
      trust(allow({ StringEquals: { 'SAML:aud': [signIn, 'https://eu-west-1.signin.aws.amazon.com/saml'] } })),
      'no',
    ],
    ['any audience by a pattern', trust(allow({ StringLike: { 'SAML:aud': '*' } })), 'yes'],
    [
      'a pattern of sign-in addresses',
      trust(allow({ StringLike: { 'SAML:aud': 'https://*.signin.aws.amazon.com/saml' } })),
      'no',
    ],
    ['a star where it is no pattern', trust(allow({ StringEquals: { 'SAML:aud': '*' } })), 'no'],
    ['anything but one', trust(allow({ StringNotEquals: { 'SAML:aud': 'https://other.example' } })), 'yes'],
    ['the key is there', trust(allow({ Null: { 'SAML:aud': 'false' } })), 'yes'],
    ['others are denied', trust(allow(), deny({ StringNotEquals: { 'SAML:aud': signIn } })), 'no'],
    ['one of two statements has none', trust(allow({ StringEquals: { 'SAML:aud': signIn } }), allow()), 'yes'],
    ['every action of STS', trust(allow(undefined, { Action: 'sts:*' })), 'yes'],
    ['an operator that nobody knows', trust(allow({ StringResembles: { 'SAML:aud': signIn } })), 'possible'],
  ])('%s', (_, document, anyAudience) => {
    expect(samlTrusts(document, role, now)).toMatchObject([{ provider, anyAudience }]);
  });
  it.each([
    ['another action', trust(allow(undefined, { Action: 'sts:TagSession' }))],
    ['an OIDC provider', trust(allow(undefined, { Principal: { Federated: 'cognito-identity.amazonaws.com' } }))],
    ['an account', trust(allow(undefined, { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole' }))],
    ['everything is denied', trust(allow(), { ...allow(), Effect: 'Deny' })],
    ['a condition that no assertion meets', trust(allow({ StringEquals: { 'aws:PrincipalOrgID': 'o-x' } }))],
  ])('trusts no SAML provider with %s', (_, document) => {
    expect(samlTrusts(document, role, now)).toEqual([]);
  });
});
