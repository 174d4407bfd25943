import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { keysOf, regions } from './many-regions.ts';
import type { Question, Said, SlowAccount } from './slow-account.ts';
import { readSlowly } from './slow-account.ts';
import { worldAnswers } from './world-answers.ts';

/** What is read: always the same, so that a new service does not make another test of it. */
const services = new Set(
  `accessanalyzer account apigateway apigatewayv2 cloudformation cloudfront cloudtrail cloudwatch config ec2 ecs elb elbv2
  globalaccelerator guardduty iam kms lambda logs organizations route53 s3 s3control securityhub servicequotas shield sns ssm
  stepfunctions support`.split(/\s+/),
);
const plan = planFor(checks, { tags: true }).filter(({ type }) => services.has(type.service.id));
let world: (question: Question) => object;
beforeAll(async () => {
  world = await worldAnswers();
});

type Answer = (question: Question) => object | undefined;
/** The world's answers, but for what is given first. */
const answering =
  (...given: Answer[]) =>
  (question: Question): object => {
    for (const answer of given) {
      const own = answer(question);
      if (own !== undefined) return own;
    }
    return world(question);
  };

const keys =
  (count: (region: string) => number, perPage = 1000): Answer =>
  (question) =>
    question.service === 'kms' ? keysOf(count, perPage, question) : undefined;

/** Topics in each region: a call each. */
const topics =
  (count: (region: string) => number): Answer =>
  ({ service, operation, region, input }) => {
    if (service !== 'sns') return undefined;
    if (operation === 'ListTopics')
      return {
        Topics: Array.from({ length: count(region) }, (_, n) => ({
          TopicArn: `arn:aws:sns:${region}:123456789012:topic-${n}`,
        })),
      };
    return { Attributes: { TopicArn: input['TopicArn'], Policy: '{"Version":"2012-10-17","Statement":[]}' } };
  };

/** Buckets in three regions: eight calls each. */
const buckets =
  (count: number): Answer =>
  ({ service, operation }) =>
    service === 's3' && operation === 'ListBuckets'
      ? { Buckets: Array.from({ length: count }, (_, n) => ({ Name: `bucket-${n}`, BucketRegion: regions[n % 3] })) }
      : undefined;

const much = (region: string): boolean => region === 'eu-west-1' || region === 'us-east-1';
const ms = (latency: number) => (): number => latency;
const limited =
  (id: string, by: 'region' | 'operation'): NonNullable<SlowAccount['limit']> =>
  ({ service, region, operation }) =>
    service === id ? { perSecond: 15, burst: 30, key: by === 'region' ? region : `${region} ${operation}` } : undefined;

const accounts: Readonly<Record<string, Omit<SlowAccount, 'plan' | 'regions'>>> = {
  'little of everything': { answer: answering(), latencyMs: ms(300) },
  'slow answers': { answer: answering(), latencyMs: ms(1500) },
  'a busy machine': { answer: answering(), latencyMs: ms(100), costMs: 6 },
  'alike in all regions': { answer: answering(keys(ms(12)), topics(ms(10))), latencyMs: ms(200) },
  'most in one region': {
    answer: answering(keys((region) => (region === 'eu-west-1' ? 250 : 1))),
    latencyMs: ms(200),
  },
  'many buckets': { answer: answering(buckets(200)), latencyMs: ms(150) },
  'a service that is throttled': {
    answer: answering(keys((region) => (much(region) ? 110 : 2))),
    latencyMs: ms(150),
    limit: limited('kms', 'region'),
  },
  'an operation that is throttled': {
    answer: answering(topics((region) => (region === 'eu-west-1' ? 450 : 2))),
    latencyMs: ms(150),
    limit: limited('sns', 'operation'),
  },
  'few long chains': { answer: answering(), latencyMs: ({ service }) => (service === 'organizations' ? 700 : 300) },
};

/** The line is in whole seconds: of the last one and a half it cannot tell the half. */
const lastMs = 1500;

const factorOf = ({ at, ms }: Said, totalMs: number): number => ms / (totalMs - at);

describe('the time left of a scan of 20 regions', () => {
  it.each(Object.keys(accounts))(
    'of %s is right within a factor of 1.5 from a fifth of it on',
    async (name) => {
      const account = accounts[name];
      if (account === undefined) return;
      const { totalMs, said } = await readSlowly({ ...account, plan, regions });
      const counted = said.filter(({ at }) => at >= totalMs / 5 && totalMs - at > lastMs);
      const shown = counted.map((one) => ({ ...one, factor: factorOf(one, totalMs) }));
      if (process.env['TOLD'] === '1')
        process.stdout.write(`${name}, ${Math.round(totalMs)} ms: ${curve(said, totalMs)}\n`);
      expect(counted.length).toBeGreaterThan(10);
      // What is at least so may not be more. Of the end, one answer that comes soon or late is a large part: where all hangs on one
      // chain whose calls are not all declared, of its second half.
      const end = totalMs * (name === 'few long chains' ? 0.5 : 0.7);
      const most = ({ at, atLeast }: Said): number => (atLeast ? 1.1 : at > end ? 2.2 : 1.5);
      expect(shown.filter((one) => one.factor > most(one) || one.factor < 1 / 1.5)).toEqual([]);
    },
    60_000,
  );

  it('of lists of which nobody knows how long they are is said as at least, and is never more until it is known', async () => {
    const { totalMs, said } = await readSlowly({
      answer: answering(keys(ms(20), 1)),
      latencyMs: ms(200),
      plan,
      regions,
    });
    if (process.env['TOLD'] === '1')
      process.stdout.write(`pages, ${Math.round(totalMs)} ms: ${curve(said, totalMs)}\n`);
    const guesses = said.filter(({ at, atLeast }) => at >= totalMs / 5 && totalMs - at > lastMs && atLeast);
    expect(guesses.length).toBeGreaterThan(10);
    expect(guesses.filter((one) => factorOf(one, totalMs) > 1.1)).toEqual([]);
    const known = said.filter(({ at }) => at >= totalMs * 0.65 && totalMs - at > lastMs);
    expect(known.every((one) => !one.atLeast && factorOf(one, totalMs) > 1 / 1.5 && factorOf(one, totalMs) < 1.5)).toBe(
      true,
    );
  }, 60_000);
});

/** What was said, every 25th of the time. */
const curve = (said: readonly Said[], totalMs: number): string =>
  Array.from({ length: 25 }, (_, n) => said.find(({ at }) => at >= (n * totalMs) / 25))
    .flatMap((one) =>
      one === undefined
        ? []
        : `${Math.round((100 * one.at) / totalMs)}%:${one.atLeast ? '>' : ''}${factorOf(one, totalMs).toFixed(2)}`,
    )
    .join(' ');
