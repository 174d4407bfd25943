import check from '../../../checks/organizations/organizations-scp-denies-root-user.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { branches } from '../../helpers/organization.ts';
import { manages } from '../../helpers/standing.ts';
import { guardrailCases } from './guardrail-cases.ts';

const denied = {
  Sid: 'NoRoot',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:root' } },
};

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...guardrailCases,
  {
    when: 'the root denies it',
    along: { ...manages(), ...branches({ atRoot: { NoRoot: [denied] } }) },
    expect: 'pass',
    message: /in its only member account/,
  },
  {
    when: 'the unit above denies it',
    along: { ...manages(), ...branches({ inUnit: { NoRoot: [denied] } }, { '777788889999': 'ACTIVE' }) },
    expect: 'pass',
    message: /in all 2 member accounts/,
  },
  {
    when: 'one of two accounts is denied it',
    along: { ...manages(), ...branches({ onAccount: { NoRoot: [denied] } }, { '777788889999': 'ACTIVE' }) },
    expect: 'fail',
    message: /in 1 of 2 member accounts, such as 777788889999 \(account 777788889999\): the root user may/,
  },
  {
    when: 'the China regions have no root user',
    given: { partition: 'aws-cn' },
    along: { ...manages(), ...branches({}) },
    expect: 'not-applicable',
  },
]);
