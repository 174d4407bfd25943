import check from '../../../checks/iam/iam-group-admin-members-mfa-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { groupBase, policyBase, row, userBase } from './fixtures.ts';

const admin = { name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
const documentOf = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const policyOf = (each: typeof admin, document: unknown) => ({ ...policyBase, id: each.arn, ...each, document });
const policies = [policyOf(admin, documentOf(everything))];
const own = { name: 'power', arn: 'arn:aws:iam::111122223333:policy/power' };
const member = (id: string, mfaActive: boolean | undefined) => ({
  ...userBase,
  id,
  credentials: { ...row, user: id, mfaActive },
});

checkSuite(check, { ...groupBase, attached: [admin], members: ['alice', 'bob'] }, [
  {
    when: 'every member has MFA',
    along: { policies, users: [member('alice', true), member('bob', true), member('carol', false)] },
    expect: 'pass',
    message: /2 members/,
  },
  {
    when: 'a member has none',
    along: { policies, users: [member('alice', true), member('bob', false)] },
    expect: 'fail',
    message: /: bob$/,
  },
  {
    when: 'a member is not in the report',
    along: { policies, users: [member('alice', true), { ...userBase, id: 'bob', credentials: null }] },
    expect: 'unknown',
    message: /bob/,
  },
  {
    when: 'a member is not known and another has none',
    along: { policies, users: [member('alice', false)] },
    expect: 'fail',
    message: /: alice$/,
  },
  { when: 'the group is empty', given: { members: [] }, along: { policies }, expect: 'pass' },
  {
    when: 'the group has no policy',
    given: { attached: [] },
    along: { policies, users: [member('alice', false)] },
    expect: 'not-applicable',
  },
  ...(
    [
      ['an own policy of everything', [own], [policyOf(own, documentOf(everything))], [], 'fail'],
      ['an inline policy of everything', [], [], [documentOf(everything)], 'fail'],
      [
        'an inline policy of all but one service',
        [],
        [],
        [documentOf({ Effect: 'Allow', NotAction: 'aws-portal:*', Resource: '*' })],
        'fail',
      ],
      [
        'two policies that give everything together',
        [own],
        [policyOf(own, documentOf({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }))],
        [documentOf({ Effect: 'Allow', Action: 'iam:*', Resource: '*' })],
        'fail',
      ],
      [
        'a policy of one service',
        [own],
        [policyOf(own, documentOf({ Effect: 'Allow', Action: 's3:*', Resource: '*' }))],
        [],
        'not-applicable',
      ],
      [
        'everything denied again',
        [admin],
        policies,
        [documentOf({ Effect: 'Deny', Action: '*', Resource: '*' })],
        'not-applicable',
      ],
      [
        'everything on one resource',
        [],
        [],
        [documentOf({ ...everything, Resource: 'arn:aws:s3:::a' })],
        'not-applicable',
      ],
      ['a policy that is not listed', [own], [], [], 'unknown'],
      ['a policy that cannot be read', [own], [policyOf(own, '{')], [], 'unknown'],
      [
        'an own policy by the name AdministratorAccess that gives nothing',
        [{ ...own, name: 'AdministratorAccess' }],
        [
          policyOf(
            { ...own, name: 'AdministratorAccess' },
            documentOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }),
          ),
        ],
        [],
        'not-applicable',
      ],
    ] as const
  ).map(([what, attached, listed, inline, kind]) => ({
    when: `a member has no MFA and the group has ${what}`,
    given: { attached: [...attached], inline: inline.map((document) => ({ name: 'inline', document })) },
    along: { policies: [...listed], users: [member('alice', false)] },
    expect: kind,
  })),
  {
    when: 'all members have MFA and a policy cannot be read',
    given: { attached: [own], members: ['alice'] },
    along: { policies: [policyOf(own, '{')], users: [member('alice', true)] },
    expect: 'pass',
    message: /may give/,
  },
]);
