import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { stream, streamPolicy } from '../../src/services/kinesis/stream.ts';

export default notPublic(stream, 'kinesis-stream-policy-not-public', {
  title: 'Policies of streams do not let strangers in',
  policy: streamPolicy,
  risk: 'Strangers read what is sent through the stream, or put records in that your consumers act on.',
  fix: {
    text: 'Name the accounts or roles that need the stream instead of "*", or limit it to your organization (aws:PrincipalOrgID).',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html'],
});
