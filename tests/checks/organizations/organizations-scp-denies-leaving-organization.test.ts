import check from '../../../checks/organizations/organizations-scp-denies-leaving-organization.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { branches } from '../../helpers/organization.ts';
import { manages } from '../../helpers/standing.ts';
import { guardrailCases } from './guardrail-cases.ts';

const deny = (more: object = {}) => ({
  Stay: [{ Effect: 'Deny', Action: 'organizations:leaveorganization', Resource: '*', ...more }],
});

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...guardrailCases,
  { when: 'the root denies it', along: { ...manages(), ...branches({ atRoot: deny() }) }, expect: 'pass' },
  {
    when: 'all of Organizations is denied above',
    along: { ...manages(), ...branches({ inUnit: deny({ Action: ['organizations:*'] }) }) },
    expect: 'pass',
  },
  {
    when: 'all but something else is denied',
    along: { ...manages(), ...branches({ atRoot: deny({ Action: undefined, NotAction: 's3:*' }) }) },
    expect: 'pass',
  },
  {
    when: 'it is denied with MFA missing alone',
    along: {
      ...manages(),
      ...branches({ atRoot: deny({ Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }) }),
    },
    expect: 'fail',
  },
  {
    when: 'one of two accounts is denied it',
    along: { ...manages(), ...branches({ onAccount: deny() }, { '777788889999': 'ACTIVE' }) },
    expect: 'fail',
    message: /in 1 of 2 member accounts/,
  },
]);
