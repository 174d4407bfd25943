import check from '../../../checks/iam/iam-role-used-recently.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { roleBase } from './fixtures.ts';

const base = {
  ...roleBase,
  createdAt: roleBase.createdAt as string | undefined,
  instanceProfiles: [] as { name: string; arn: string }[],
  lastUsedAt: '2026-05-30T00:00:00.000Z' as string | undefined,
};

checkSuite(check, base, [
  { when: 'it was used the day before yesterday', expect: 'pass', message: /last used on 2026-05-30/ },
  { when: 'it was used 90 days ago', given: { lastUsedAt: '2026-03-03T00:00:00.000Z' }, expect: 'pass' },
  {
    when: 'it was used 91 days ago',
    given: { lastUsedAt: '2026-03-02T00:00:00.000Z' },
    expect: 'fail',
    message: /91 days ago; expected at most 90/,
    fix: { cli: 'aws iam delete-role --role-name app' },
  },
  {
    when: 'policies and a profile hang on it',
    given: {
      lastUsedAt: undefined,
      attached: [{ name: 'read', arn: 'arn:aws:iam::111122223333:policy/read' }],
      instanceProfiles: [{ name: 'web', arn: 'arn:aws:iam::111122223333:instance-profile/web' }],
    },
    expect: 'fail',
    fix: {
      cli: 'aws iam remove-role-from-instance-profile --instance-profile-name web --role-name app\naws iam detach-role-policy --role-name app --policy-arn arn:aws:iam::111122223333:policy/read\naws iam delete-role --role-name app',
    },
  },
  {
    when: 'more is allowed',
    given: { lastUsedAt: '2026-03-02T00:00:00.000Z' },
    settings: { days: 365 },
    expect: 'pass',
  },
  {
    when: 'it was never used',
    given: { lastUsedAt: undefined },
    expect: 'fail',
    message: /not used in the last 400 days/,
  },
  {
    when: 'it is young and was not used',
    given: { lastUsedAt: undefined, createdAt: '2026-05-20T00:00:00.000Z' },
    expect: 'not-applicable',
  },
  {
    when: 'AWS does not say since when it is there',
    given: { lastUsedAt: undefined, createdAt: undefined },
    expect: 'unknown',
  },
  {
    when: 'it is of Identity Center, whose assignment has to go',
    given: { lastUsedAt: undefined, path: '/aws-reserved/sso.amazonaws.com/' },
    expect: 'fail',
  },
  {
    when: 'it is linked to a service',
    given: { lastUsedAt: undefined, path: '/aws-service-role/ecs.amazonaws.com/' },
    expect: 'not-applicable',
  },
]);
