import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { takesAway } from '../../src/judgements/organization/control-policies.ts';
import { guardrails, isVerdict, treeOf } from '../../src/judgements/organization/guardrail.ts';
import { organizationalUnit } from '../../src/services/organizations/unit.ts';

export default defineCheck({
  id: 'organizations-scp-attached-to-organizational-units',
  title: 'Organizational unit is limited by a service control policy',
  resource: organizationalUnit,
  derived: guardrails,
  risk: 'Accounts under FullAWSAccess alone may do everything that AWS offers: the organization has drawn no line for them.',
  fix: {
    text: 'Attach a service control policy that takes something away to the unit, to one above it, or to the root. It binds every account below at once, except the management account.',
    cli: 'aws organizations attach-policy --policy-id POLICY_ID --target-id {id}',
    terraform:
      'resource "aws_organizations_policy_attachment" "this" {\n  policy_id = "POLICY_ID"\n  target_id = "{id}"\n}',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html'],
  evaluate({ id, name }, { derived }) {
    const tree = treeOf({ derived }, 'the policies of the organization');
    if (isVerdict(tree))
      return tree.kind === 'fail' ? fail(`${name} is limited by none: ${tree.message}`, tree.observed) : tree;
    const levels = tree.over(id);
    const limiting = levels.filter(takesAway).flatMap((level) => level.map((policy) => policy.name));
    return limiting.length > 0
      ? pass(`${name} is limited by ${limiting.join(', ')}`, { policies: limiting })
      : fail(
          `${name} is limited by no service control policy: FullAWSAccess is all that is attached to it and above it`,
          {
            policies: levels.flatMap((level) => level.map((policy) => policy.name)),
          },
        );
  },
});
