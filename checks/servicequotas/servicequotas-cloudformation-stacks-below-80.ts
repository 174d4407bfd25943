import { quotaSettings } from '../../src/judgements/quotas/quota.ts';
import { regionQuota } from '../../src/judgements/quotas/region.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

/** Whether a stack that only has a change set counts is nowhere documented: where it matters, that is unknown. */
export default regionQuota('servicequotas-cloudformation-stacks-below-80', {
  what: 'CloudFormation stacks',
  quota: 'cloudformation.stacks',
  of: stack,
  takes: ({ status }) => (status === undefined || status === 'REVIEW_IN_PROGRESS' ? undefined : 1),
  such: () => ({ counts: { status: 'CREATE_COMPLETE' }, unsaid: { status: 'REVIEW_IN_PROGRESS' } }),
  settings: quotaSettings,
  reference: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
});
