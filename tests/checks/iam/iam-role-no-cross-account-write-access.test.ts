import check from '../../../checks/iam/iam-role-no-cross-account-write-access.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, resourceControls } from '../../helpers/controls.ts';
import { memberOf, memberOfUnknown, standalone } from '../../helpers/own-organization.ts';
import { document, policyBase, roleBase } from './fixtures.ts';

const trust = (Principal: unknown, more: object = {}) => document({ Principal, Action: 'sts:AssumeRole', ...more });
const ours = trust({ AWS: 'arn:aws:iam::111122223333:root' });
const organization = trust('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } });

checkSuite(
  check,
  {
    ...roleBase,
    trust: trust({ AWS: 'arn:aws:iam::999900001111:root' }),
    inline: [{ name: 'read', document: document({ Action: ['s3:Get*', 'ec2:Describe*', 'logs:GetLogEvents'] }) }],
  },
  [
    {
      when: 'only the own account may assume it',
      given: { trust: ours, inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      expect: 'pass',
    },
    {
      when: 'everybody of the own organization may assume it and do everything',
      given: { trust: organization, inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      along: memberOf('o-abcdefghij'),
      expect: 'pass',
    },
    {
      when: 'everybody of another organization may assume it and do everything',
      given: { trust: organization, inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      along: memberOf('o-strangers1'),
      expect: 'fail',
      message: /every account of organization o-abcdefghij and allows \*/,
    },
    {
      when: 'everybody of an organization may assume it and the account is in none',
      given: { trust: organization, inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      along: standalone,
      expect: 'fail',
    },
    {
      when: 'everybody of an organization may assume it that may be the own',
      given: { trust: organization, inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      along: memberOfUnknown,
      expect: 'unknown',
      message: /o-abcdefghij, and AWS did not say which organization/,
    },
    {
      when: 'it only reads',
      expect: 'pass',
      message: /account 999900001111, and its policies allow nothing but reading/,
    },
    {
      when: 'it has no policies, which is not reading',
      given: { inline: [] },
      expect: 'pass',
      message: /account 999900001111 and has no policies of its own$/,
    },
    {
      when: 'its policy only denies',
      given: { inline: [{ name: 'no', document: document({ Effect: 'Deny', Action: '*' }) }] },
      expect: 'pass',
      message: /allow nothing but reading/,
    },
    {
      when: 'an external id is asked for, which does not change what it can do',
      given: {
        trust: trust(
          { AWS: 'arn:aws:iam::999900001111:root' },
          { Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } } },
        ),
        inline: [{ name: 'put', document: document({ Action: 's3:PutObject' }) }],
      },
      expect: 'fail',
    },
    {
      when: 'an inline policy writes',
      given: {
        inline: [{ name: 'put', document: document({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::drop/*' }) }],
      },
      expect: 'fail',
      message: /allows s3:PutObject/,
    },
    {
      when: 'an attached policy allows everything',
      given: { attached: [{ name: 'deploy', arn: policyBase.arn }] },
      along: { policies: [{ ...policyBase, document: document({ Action: '*' }) }] },
      expect: 'fail',
      message: /allows \*/,
    },
    {
      when: 'a pattern covers more than reading',
      given: { inline: [{ name: 's3', document: document({ Action: 's3:*' }) }] },
      expect: 'fail',
    },
    {
      when: 'everything but a list is allowed',
      given: { inline: [{ name: 'not', document: document({ NotAction: 'iam:*' }) }] },
      expect: 'fail',
    },
    {
      when: 'a denial takes the writing back',
      given: {
        inline: [
          {
            name: 'put',
            document: document({ Action: 's3:PutObject' }, { Effect: 'Deny', NotAction: ['s3:Get*', 's3:List*'] }),
          },
        ],
      },
      expect: 'pass',
    },
    {
      when: 'the boundary allows reading only',
      given: { boundary: policyBase.arn, inline: [{ name: 'put', document: document({ Action: 's3:*' }) }] },
      along: { policies: [{ ...policyBase, document: document({ Action: ['s3:Get*', 's3:List*'] }) }] },
      expect: 'pass',
    },
    {
      when: 'it has a policy of AWS that only reads',
      given: { attached: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }] },
      expect: 'pass',
    },
    {
      when: 'a pattern may cover more than reading',
      given: { inline: [{ name: 'scan', document: document({ Action: 'ecr:BatchCheck*' }) }] },
      expect: 'unknown',
    },
    {
      when: 'the boundary was not read',
      given: { boundary: policyBase.arn, inline: [{ name: 'put', document: document({ Action: 's3:*' }) }] },
      expect: 'unknown',
    },
    {
      when: 'the other account is trusted',
      given: { inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      trustedAccounts: ['999900001111'],
      expect: 'pass',
    },
    {
      when: 'an attached policy was not read',
      given: { attached: [{ name: 'deploy', arn: policyBase.arn }] },
      expect: 'unknown',
      message: /was not read/,
    },
    {
      when: 'an inline policy cannot be read',
      given: { inline: [{ name: 'broken', document: '{not json' }] },
      expect: 'unknown',
    },
    { when: 'the trust policy cannot be read', given: { trust: '{not json' }, expect: 'unknown' },

    {
      when: 'a resource control policy keeps the other account out',
      given: { inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      along: resourceControls({
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
      expect: 'pass',
      message: /cannot be assumed by accounts that are not trusted/,
    },
    {
      when: 'resource control policies are not known, which it says',
      given: { inline: [{ name: 'all', document: document({ Action: '*' }) }] },
      unreadAlong: { resourceControls: notTold },
      expect: 'fail',
      message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
    },
  ],
);
