import check from '../../../checks/accountaccess/accountaccess-entitlement-no-administrator.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administrator, role, trust } from '../iam/escalation.ts';

const application = 'arn:aws:account-access:eu-west-1:111122223333:application/app-1';
const roleArn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
const trusted = trust({ Service: 'account-access.amazonaws.com' });
const inline = (name: string, statement: object) => ({
  name,
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] },
});
const roles = [
  role('admin', trusted, administrator),
  role('reader', trusted, inline('read', { Action: 's3:GetObject', Resource: '*' })),
  role('star', trusted, inline('all', { NotAction: 's3:DeleteBucket', Resource: '*' })),
  role('denied', trusted, administrator, {
    name: 'no',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] },
  }),
  { ...role('missing', trusted), attached: [{ name: 'gone', arn: 'arn:aws:iam::111122223333:policy/gone' }] },
  {
    ...role('aws', trusted),
    attached: [{ name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' }],
  },
];
const along = { roles, policies: [] };
const of = (name: string) => ({ role: roleArn(name) });

checkSuite(
  check,
  { id: 'ent-1', application, principal: 'group 1111-g', role: roleArn('reader'), target: '111122223333' },
  [
    { when: 'the role reads', along, expect: 'pass' },
    {
      when: 'the role administers',
      given: of('admin'),
      along,
      expect: 'fail',
      message:
        /^Entitlement ent-1 of Identity Center group 1111-g is for role .*role\/admin, which gives full administration/,
    },
    { when: "the role has AWS's policy", given: of('aws'), along, expect: 'fail' },
    { when: 'the role may do nearly everything', given: of('star'), along, expect: 'fail' },
    { when: 'a denial takes all away', given: of('denied'), along, expect: 'pass' },
    { when: 'a policy of the role was not read', given: of('missing'), along, expect: 'unknown' },
    { when: 'the role is gone', given: of('gone'), along, expect: 'not-applicable' },
    {
      when: 'the role is of another account',
      given: { role: 'arn:aws:iam::999900001111:role/admin', target: '999900001111' },
      along,
      expect: 'manual',
    },
    { when: 'the role is not said', given: { role: undefined }, along, expect: 'unknown' },
    { when: 'the account is not said', given: { target: undefined }, along, expect: 'unknown' },
    {
      when: 'the principal is of an unknown kind',
      given: { ...of('admin'), principal: undefined },
      along,
      expect: 'fail',
      message: /principals of an unknown kind/,
    },
  ],
);
