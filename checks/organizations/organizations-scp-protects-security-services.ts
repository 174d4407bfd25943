import { defineCheck } from '../../src/engine/check.ts';
import { allDenied } from '../../src/judgements/organization/denied.ts';
import { securityServiceActions } from '../../src/judgements/organization/denials.ts';
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
  id: 'organizations-scp-protects-security-services',
  title: 'Service control policies keep security services running',
  resource: organization,
  derived: guardrails,
  risk: 'Whoever becomes administrator of a member account first stops its trail, its recorder and its detectors: without a policy above the account nothing keeps them from it.',
  fix: attachFix(
    'Attach a service control policy to the root that denies switching off CloudTrail, AWS Config, GuardDuty, Security Hub and IAM Access Analyzer to everybody but the role that maintains them, whose name stands for SECURITY_ROLE.',
    'protect-security-services',
    {
      Effect: 'Deny',
      Action: securityServiceActions.map(({ action }) => action),
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:*:iam::*:role/SECURITY_ROLE' } },
    },
  ),
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples.html'],
  evaluate({ partition }, { derived, now }) {
    const tree = treeOf({ derived }, 'what the policies of the organization deny');
    if (isVerdict(tree)) return tree;
    const answers = overMembers(tree, (scps, account) =>
      allDenied(['role', 'user', 'root'], securityServiceActions, { scps }, { account, partition, now }),
    );
    return judgeMembers(answers, {
      denied:
        'The organization denies switching off CloudTrail, AWS Config, GuardDuty, Security Hub and IAM Access Analyzer',
      notDenied: 'The organization does not deny switching off security services',
    });
  },
});
