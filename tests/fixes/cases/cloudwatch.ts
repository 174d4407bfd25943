import { lacks } from '../lacks.ts';
import { checks } from '../../../checks/index.ts';
import type { Build } from '../world.ts';

/** A trail whose log group nothing looks at, and a topic that somebody reads. */
const recorded: Build = async (aws, front) => {
  await aws`s3api create-bucket --bucket trail-logs --create-bucket-configuration LocationConstraint=eu-west-1`;
  await aws`logs create-log-group --log-group-name trail`;
  const logGroup = 'arn:aws:logs:eu-west-1:123456789012:log-group:trail:*';
  await aws`cloudtrail create-trail --name main --s3-bucket-name trail-logs --is-multi-region-trail --cloud-watch-logs-log-group-arn ${logGroup} --cloud-watch-logs-role-arn arn:aws:iam::123456789012:role/trail`;
  await aws`cloudtrail start-logging --name main`;
  const topic = await aws`sns create-topic --name alerts --query TopicArn --output text`;
  front.answer({ service: 'sns', operation: 'GetTopicAttributes' }, { Attributes: { SubscriptionsConfirmed: '1' } });
  return { TOPIC_ARN: topic };
};

const tried = ['cloudwatch-monitor-root-usage', 'cloudwatch-monitor-vpc-changes'];

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  ...Object.fromEntries(tried.map((id) => [id, recorded])),
  'cloudwatch-log-group-retention-sufficient': async (aws) => {
    await aws`logs create-log-group --log-group-name short`;
    await aws`logs put-retention-policy --log-group-name short --retention-in-days 7`;
  },
  'cloudwatch-alarm-actions-enabled': async (aws) => {
    await aws`cloudwatch put-metric-alarm --alarm-name quiet --metric-name m --namespace n --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanThreshold --no-actions-enabled`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    checks
      .filter(({ id }) => id.startsWith('cloudwatch-monitor-') && !tried.includes(id))
      .map(({ id }) => [id, 'The same commands as for the root user, with a pattern that is judged in its own tests']),
  ),
  'cloudwatch-log-group-kms-encrypted': lacks('logs', 'AssociateKmsKey'),
  'cloudwatch-alarm-action-configured':
    'no command: an alarm is changed whole, and what it does is for a person to say',
  'cloudwatch-log-group-deletion-protected': lacks('logs', 'PutLogGroupDeletionProtection'),
};
