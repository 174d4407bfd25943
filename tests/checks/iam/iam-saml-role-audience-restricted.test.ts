import check from '../../../checks/iam/iam-saml-role-audience-restricted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const trust = (more: object = {}, provider = 'arn:aws:iam::111122223333:saml-provider/Corp') => ({
  trust: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithSAML', ...more }],
  } as unknown,
});
const aws = { Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } } };

checkSuite(
  check,
  {
    id: 'sso',
    name: 'sso',
    arn: 'arn:aws:iam::111122223333:role/sso',
    uniqueId: 'AROAEXAMPLE',
    path: '/',
    createdAt: undefined,
    attached: [],
    inline: [],
    boundary: undefined,
    instanceProfiles: [],
    lastUsedAt: undefined,
    lastUsedRegion: undefined,
    tags: {},
    ...trust(),
  },
  [
    {
      when: 'any assertion gets it',
      expect: 'fail',
      message: /sso takes assertions of Corp for any audience \(statement 1\)/,
      fix: { cli: 'aws iam update-assume-role-policy --role-name sso --policy-document TRUST_POLICY' },
    },
    { when: 'only assertions for AWS get it', given: trust(aws), expect: 'pass' },
    {
      when: 'it trusts no SAML provider',
      given: {
        trust: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
      },
      expect: 'not-applicable',
    },
    { when: 'its trust cannot be read', given: { trust: '{not json' }, expect: 'unknown' },
    {
      when: 'a condition is not known',
      given: trust({ Condition: { StringResembles: { 'SAML:aud': 'x' } } }),
      expect: 'unknown',
    },
  ],
);
