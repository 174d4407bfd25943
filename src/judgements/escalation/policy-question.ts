import type { PolicyQuestion } from '../policies/ask-policy.ts';
import { leastPrivilege, passing, passRole } from '../policies/questions.ts';
import { noEscalation } from './escalation-verdicts.ts';

export const noEscalationOfRights: PolicyQuestion = {
  judge: noEscalation,
  risk: 'Who holds the policy can give himself further rights, up to full administration, by rewriting policies, taking over other principals or passing a stronger role to a service.',
  fix: 'Name the resources of the actions in the message: the roles that may be passed and the service (iam:PassedToService), the users and roles that may be changed; or take the actions out.',
  good: passing,
  bad: { Action: 'iam:AttachRolePolicy', Resource: '*' },
  references: [leastPrivilege, passRole],
};
