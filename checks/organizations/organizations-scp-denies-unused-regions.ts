import { defineCheck, fail, notApplicable } from '../../src/engine/check.ts';
import { attachFix } from '../../src/judgements/organization/attach-fix.ts';
import {
  guardrails,
  isVerdict,
  judgeMembers,
  overMembers,
  treeOf,
} from '../../src/judgements/organization/guardrail.ts';
import { openRegions } from '../../src/judgements/organization/open-regions.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'organizations-scp-denies-unused-regions',
  title: 'Service control policies close regions that are not used',
  resource: organization,
  derived: guardrails,
  settings: {
    usedRegions: {
      type: 'strings',
      default: [],
      describe:
        'regions that the organization uses; every other one has to be closed. Empty: it is enough that some are',
    },
  },
  risk: 'In a region that nobody uses nobody looks: whoever gets credentials mines coins or hides resources there first.',
  fix: attachFix(
    'Attach a service control policy to the root that denies requests to other regions than those that are used (USED_REGION stands for them), except of services that have one endpoint for all regions.',
    'deny-unused-regions',
    {
      Effect: 'Deny',
      NotAction: [
        'iam:*',
        'sts:*',
        'organizations:*',
        'account:*',
        'cloudfront:*',
        'route53:*',
        'support:*',
        'health:*',
        'budgets:*',
        'ce:*',
      ],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['USED_REGION'] } },
    },
  ),
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
  ],
  evaluate({ partition }, { derived, now, settings: { usedRegions } }) {
    const tree = treeOf({ derived }, 'which regions the policies of the organization close');
    if (isVerdict(tree)) return tree;
    const regions = openRegions(partition);
    if (regions.all.length < 2) return notApplicable('the partition has one region');
    const answers = overMembers(tree, (scps, account) => regions.ask(scps, { account, partition, now }, usedRegions));
    if (
      usedRegions.length === 0 &&
      answers.every(({ found }) => found.answer === 'no' && found.because === regions.noneClosed)
    )
      return fail(
        `The organization closes no region to its ${answers.length} member account${answers.length === 1 ? '' : 's'}: ${regions.all.length} regions are open`,
        { regions: regions.all },
      );
    return judgeMembers(answers, {
      denied: `The organization closes ${usedRegions.length === 0 ? 'regions' : `every region but ${usedRegions.join(', ')}`}`,
      notDenied: 'The organization does not close regions that it does not use',
    });
  },
});
