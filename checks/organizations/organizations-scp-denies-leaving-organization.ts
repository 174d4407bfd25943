import { defineCheck } from '../../src/engine/check.ts';
import { allDenied } from '../../src/judgements/organization/denied.ts';
import { leaving } from '../../src/judgements/organization/denials.ts';
import { attachFix } from '../../src/judgements/organization/attach-fix.ts';
import {
  guardrails,
  isVerdict,
  judgeMembers,
  overMembers,
  treeOf,
} from '../../src/judgements/organization/guardrail.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'organizations-scp-denies-leaving-organization',
  title: 'Service control policies keep accounts in the organization',
  resource: organization,
  derived: guardrails,
  risk: 'Whoever becomes administrator of a member account takes it out of the organization, and with it out of reach of every policy and every service that watches it.',
  fix: attachFix(
    'Attach a service control policy to the root that denies leaving the organization. The management account can still remove accounts.',
    'deny-leaving-organization',
    { Effect: 'Deny', Action: leaving.map(({ action }) => action), Resource: '*' },
  ),
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html',
  ],
  evaluate({ partition }, { derived, now }) {
    const tree = treeOf({ derived }, 'whether the policies of the organization deny leaving it');
    if (isVerdict(tree)) return tree;
    const answers = overMembers(tree, (scps, account) =>
      allDenied(['role', 'user', 'root'], leaving, { scps }, { account, partition, now }),
    );
    return judgeMembers(answers, {
      denied: 'The organization denies that accounts leave it',
      notDenied: 'The organization does not deny that accounts leave it',
    });
  },
});
