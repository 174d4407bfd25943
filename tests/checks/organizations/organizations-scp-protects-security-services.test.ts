import check from '../../../checks/organizations/organizations-scp-protects-security-services.ts';
import { securityServiceActions } from '../../../src/judgements/organization/denials.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { branches } from '../../helpers/organization.ts';
import { manages } from '../../helpers/standing.ts';
import { guardrailCases } from './guardrail-cases.ts';

const kept = {
  Effect: 'Deny',
  Action: securityServiceActions.map(({ action }) => action),
  Resource: '*',
  Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:*:iam::*:role/security' } },
};

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...guardrailCases,
  {
    when: 'the root keeps them running',
    along: { ...manages(), ...branches({ atRoot: { Kept: [kept] } }) },
    expect: 'pass',
  },
  {
    when: 'GuardDuty is forgotten',
    along: {
      ...manages(),
      ...branches({
        atRoot: { Kept: [{ ...kept, Action: kept.Action.filter((each) => !each.startsWith('guardduty')) }] },
      }),
    },
    expect: 'fail',
    message: /444455556666 \(shop\): a role may guardduty:DeleteDetector/,
  },
]);
