import { describe, expect, it } from 'vitest';
import busCheck from '../../../checks/eventbridge/eventbridge-bus-policy-not-public.ts';
import queueCheck from '../../../checks/sqs/sqs-queue-policy-not-public.ts';
import topicCheck from '../../../checks/sns/sns-topic-policy-not-public.ts';
import { seen, textOf } from '../../../src/testing/cases.ts';

const queueArn = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const allow = (Sid: string | undefined, Principal: unknown, more: object = {}) => ({
  ...(Sid === undefined ? {} : { Sid }),
  Effect: 'Allow',
  Principal,
  Action: 'sqs:*',
  Resource: queueArn,
  ...more,
});
const own = allow('own', { AWS: 'arn:aws:iam::111122223333:root' });
const partner = allow('partner', { AWS: '444455556666' });
const text = (Statement: unknown): string => JSON.stringify({ Version: '2012-10-17', Id: 'kept', Statement });

function judge(policy: string) {
  const base = {
    id: 'orders',
    name: 'orders',
    arn: queueArn,
    url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders',
    attributes: { policy, key: undefined, encryption: 'SQS' },
  };
  const { subject, context } = seen(queueCheck as never, base as never, { when: '' });
  const verdict = queueCheck.evaluate(subject as never, context as never);
  return { kind: verdict.kind, text: textOf(verdict), fix: verdict.kind === 'fail' ? verdict.fix : undefined };
}

/** The policy that a queue's command sets. */
const setBy = (cli: string | undefined): unknown => {
  const attributes = JSON.parse(/--attributes '(.*)'$/.exec(cli ?? '')?.[1] ?? '{}') as { Policy?: string };
  return attributes.Policy === '' ? undefined : JSON.parse(attributes.Policy ?? 'null');
};

describe('the fix of a policy that lets strangers in', () => {
  it.each([
    ['one of two statements', [own, allow('open', '*')], [own], 'statement 2 (Sid open)'],
    [
      'two of three',
      [allow('a', '*'), own, allow('b', { AWS: '*' })],
      [own],
      'statement 1 (Sid a) and statement 3 (Sid b)',
    ],
    ['one that stands alone', allow('open', '*'), undefined, 'which leaves none'],
    ['one without a Sid', [allow(undefined, '*'), partner], [partner], 'statement 1'],
    [
      'one that another widens',
      [
        allow('read', '*', { Action: 'sqs:ReceiveMessage' }),
        allow('rest', '*', { NotAction: 'sqs:ReceiveMessage', Action: undefined }),
        own,
      ],
      [own],
      'statement 1 (Sid read)',
    ],
    [
      'what a denial does not close',
      [
        allow('open', '*'),
        { ...allow('tls', '*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }), Effect: 'Deny' },
        own,
      ],
      undefined,
      'statement 1 (Sid open)',
    ],
  ])('takes out %s', (_what, before, after, named) => {
    const { kind, fix } = judge(text(before));
    expect(kind).toBe('fail');
    expect(fix?.note).toContain(named);
    const set = setBy(fix?.cli) as { Id?: string; Statement?: unknown } | undefined;
    if (after !== undefined) expect(set).toEqual({ Version: '2012-10-17', Id: 'kept', Statement: after });
    // Whatever it is, it lets no stranger in any more.
    if (set !== undefined) expect(judge(JSON.stringify(set)).kind).toBe('pass');
  });

  it('is none where the document holds a name twice: what AWS reads is not what JSON says', () => {
    const { kind, fix } = judge(
      `{"Version":"2012-10-17","Statement":[],"Statement":[${JSON.stringify(allow('open', '*'))}]}`,
    );
    expect([kind, fix?.cli]).toEqual([kind, undefined]);
  });

  it('is none where a topic would be left without a policy, or a statement has no name to remove it by', () => {
    const arn = 'arn:aws:sns:eu-west-1:111122223333:alarms';
    const policy = JSON.stringify({
      Statement: { Effect: 'Allow', Principal: '*', Action: 'sns:Publish', Resource: arn },
    });
    for (const [check, base] of [
      [topicCheck, { id: 'alarms', name: 'alarms', arn, policy }],
      [
        busCheck,
        {
          id: 'b',
          name: 'b',
          arn: 'arn:aws:events:eu-west-1:111122223333:event-bus/b',
          policy: policy
            .replace('sns:Publish', 'events:PutEvents')
            .replace(arn, 'arn:aws:events:eu-west-1:111122223333:event-bus/b'),
        },
      ],
    ] as const) {
      const { subject, context } = seen(check as never, base as never, { when: '' });
      const verdict = check.evaluate(subject as never, context as never);
      expect([verdict.kind, verdict.kind === 'fail' ? verdict.fix : 'none']).toEqual(['fail', undefined]);
    }
  });
});

describe('what AWS and people write', () => {
  it.each([
    // The policy that SNS writes for a new topic.
    [
      'everybody, for the owner',
      allow('__default', { AWS: '*' }, { Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } }),
      'pass',
    ],
    [
      'a topic of the account',
      allow('topic', '*', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } } }),
      'pass',
    ],
    [
      "anybody's topics",
      allow('topic', '*', { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } } }),
      'fail',
    ],
    ['the service of AWS', allow('s3', { Service: 's3.amazonaws.com' }), 'pass'],
    [
      'the organization',
      allow('org', '*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
      'pass',
    ],
    [
      'addresses of the internet',
      allow('ip', '*', { Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
      'fail',
    ],
    ['another queue', allow('open', '*', { Resource: 'arn:aws:sqs:eu-west-1:111122223333:other' }), 'pass'],
    [
      'all but one role',
      { ...allow('not', undefined), NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' } },
      'fail',
    ],
    ['the Sid as a list', { ...allow('open', ['*']) }, 'fail'],
  ])('%s: %j', (_what, statement, kind) => {
    expect(judge(text([own, statement])).kind, JSON.stringify(statement)).toBe(kind);
  });
});
