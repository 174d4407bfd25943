import { describe, expect, it } from 'vitest';
import { topic } from '../../../src/services/sns/topic.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string) => `arn:aws:sns:eu-west-1:111122223333:${name}`;

describe('AWS::SNS::Topic', () => {
  it.each([
    [{ SubscriptionsConfirmed: '2', SubscriptionsPending: '1' }, 2],
    [{ SubscriptionsConfirmed: '0' }, 0],
    [{}, undefined],
  ])('reads attributes %o as %s confirmed subscriptions', async (Attributes, confirmedSubscriptions) => {
    const { records } = await collectType(topic, ['attributes'], {
      ListTopics: { Topics: [{ TopicArn: arn('a') }] },
      GetTopicAttributes: { Attributes },
    });
    expect(records[0]?.outcomes['attributes']).toEqual({ kind: 'present', value: { confirmedSubscriptions } });
  });

  it.each([
    ['alias/aws/sns', { confirmedSubscriptions: 1, keyId: 'alias/aws/sns' }],
    ['', { confirmedSubscriptions: 1 }],
  ])('reads the key %j', async (KmsMasterKeyId, value) => {
    const { records } = await collectType(topic, ['attributes'], {
      ListTopics: { Topics: [{ TopicArn: arn('a') }] },
      GetTopicAttributes: { Attributes: { SubscriptionsConfirmed: '1', KmsMasterKeyId } },
    });
    expect(records[0]?.outcomes['attributes']).toEqual({ kind: 'present', value });
  });
});
