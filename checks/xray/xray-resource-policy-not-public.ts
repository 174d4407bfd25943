import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { tracePolicy, traceResourcePolicy } from '../../src/services/xray/resource-policy.ts';

export default notPublic(traceResourcePolicy, 'xray-resource-policy-not-public', {
  title: 'Resource policies of X-Ray do not let strangers in',
  policy: tracePolicy,
  risk: 'Strangers send traces of their own, which cost and bury what happened.',
  fix: {
    text: 'Name the services that send traces instead of "*", each limited by aws:SourceAccount and aws:SourceArn.',
  },
  references: ['https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sns.html'],
});
