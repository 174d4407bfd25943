import { defineCheck } from '../../src/engine/check.ts';
import { allDenied } from '../../src/judgements/organization/denied.ts';
import { rootActions } from '../../src/judgements/organization/denials.ts';
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
  id: 'organizations-scp-denies-root-user',
  title: 'Service control policies deny the root user of member accounts',
  about: 'root user',
  resource: organization,
  derived: guardrails,
  risk: 'The root user of a member account is bound by no policy of the account: whoever resets its password has everything in it.',
  fix: attachFix(
    'Attach a service control policy to the root that denies every action to root users (aws:PrincipalArn of the form arn:*:iam::*:root). The management account is not bound by it; sessions of centralised root access are exempted by the condition on aws:AssumedRoot.',
    'deny-root-user',
    {
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
    },
  ),
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  ],
  evaluate({ partition }, { derived, now }) {
    const tree = treeOf({ derived }, 'what the policies of the organization deny the root user');
    if (isVerdict(tree)) return tree;
    const answers = overMembers(tree, (scps, account) =>
      allDenied(['root'], rootActions, { scps }, { account, partition, now }),
    );
    return judgeMembers(answers, {
      denied: 'The organization denies what the root user could do',
      notDenied: 'The organization does not deny the root user',
    });
  },
});
