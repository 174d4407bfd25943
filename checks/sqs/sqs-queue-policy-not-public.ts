import { defineCheck, pass } from '../../src/engine/check.ts';
import { exposure } from '../../src/iam/index.ts';
import { judgeNotPublic } from '../../src/judgements/exposure/exposure-message.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { queue } from '../../src/services/sqs/queue.ts';

export default defineCheck({
  id: 'sqs-queue-policy-not-public',
  title: 'Queue policies do not let strangers in',
  resource: queue,
  needs: ['attributes'],
  along: resourceControlAlong,
  risk: 'Strangers read or delete messages before your consumers do, or send messages that your systems act on.',
  fix: {
    text: 'Replace the principal "*" by those that use the queue, or limit it by aws:SourceArn or aws:PrincipalOrgID. The command removes the whole policy: only principals of the queue\'s account reach it then. Keep the old policy to undo it.',
    cli: 'aws sqs set-queue-attributes --queue-url {url} --attributes Policy=',
  },
  references: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
  ],
  evaluate({ name, arn, account, attributes: { policy } }, { now, trustedAccounts, along, unreadAlong }) {
    if (policy === undefined) return pass(`${name} has no policy`);
    const { rcps, note } = resourceLimits(along, unreadAlong);
    const found = exposure(
      { kind: 'sqs', arn, policy },
      { account, now: new Date(now), trustedAccounts, ...(rcps === undefined ? {} : { rcps }) },
    );
    return judgeNotPublic(name, found, { note, ways: 'through its policy' });
  },
});
