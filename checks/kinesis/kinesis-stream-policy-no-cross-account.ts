import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { stream, streamPolicy } from '../../src/services/kinesis/stream.ts';

export default trustedOnly(stream, 'kinesis-stream-policy-no-cross-account', {
  title: 'Policies of streams let in trusted accounts only',
  policy: streamPolicy,
  risk: 'Who controls the other account reads or writes records; when it is broken into, so does the intruder.',
  fix: {
    text: 'Remove accounts that do not need the stream from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/streams/latest/dev/resource-based-policy-examples.html'],
});
