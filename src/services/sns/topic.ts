import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { sns } from './service.ts';

/** One answer for all facets. */
const attributesOf = (
  api: Api<typeof import('@aws-sdk/client-sns'), 'GetTopicAttributes'>,
  arn: string | undefined,
): Promise<Readonly<Record<string, string>>> =>
  api.once(`attributes ${arn}`, async () => (await api.call('GetTopicAttributes', { TopicArn: arn })).Attributes ?? {});

/** Those that a topic can log; e-mail and text messages are not among them. */
const protocols = ['HTTP', 'Firehose', 'Lambda', 'Application', 'SQS'] as const;

export const topic = listed(sns, 'AWS::SNS::Topic', 'ListTopics', {
  at: 'Topics',
  id: ({ TopicArn }) => TopicArn?.slice(TopicArn.lastIndexOf(':') + 1),
  keep: { arn: 'TopicArn' },
}).facets((facet) => ({
  attributes: facet({
    calls: ['GetTopicAttributes'],
    async read(api, { arn }) {
      const { SubscriptionsConfirmed: confirmed, KmsMasterKeyId: keyId } = await attributesOf(api, arn);
      return {
        /** How many subscriptions receive what is published; undefined when SNS does not say. */
        confirmedSubscriptions: confirmed === undefined ? undefined : Number(confirmed),
        /** The key that encrypts messages, as it was named: an alias, an id or an ARN; left out where there is none. */
        ...(keyId === undefined || keyId === '' ? {} : { keyId }),
      };
    },
  }),
  /**
   * The protocols whose deliveries are logged, of successes or of failures
   * (https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html).
   */
  deliveryLogs: facet({
    calls: ['GetTopicAttributes'],
    async read(api, { arn }) {
      const attributes = await attributesOf(api, arn);
      return protocols.filter((one) =>
        [attributes[`${one}SuccessFeedbackRoleArn`], attributes[`${one}FailureFeedbackRoleArn`]].some(
          (role) => role !== undefined && role !== '',
        ),
      );
    },
  }),
  /** The topic policy's text; every topic has one. */
  policy: facet({
    calls: ['GetTopicAttributes'],
    async read(api, { arn }) {
      return (await attributesOf(api, arn))['Policy'];
    },
  }),
}));

/** A topic always has a policy, so none can take the place of one that held nothing else. */
export const topicPolicy = {
  kind: 'sns',
  at: 'policy',
  action: 'sns:Publish',
  put: ({ arn }: { readonly arn: string }, policy: string | undefined): string | undefined =>
    policy === undefined
      ? undefined
      : shell`aws sns set-topic-attributes --topic-arn ${arn} --attribute-name Policy --attribute-value ${policy}`,
} as const;
