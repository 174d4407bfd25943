import { describe, expect, it } from 'vitest';
import { stsRegion } from '../../../src/services/sts/account.ts';
import { globalRequest } from '../../../src/services/sts/global-endpoint.ts';
import { issuedIn } from '../../../src/services/sts/issued.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const event = (extra: object, eventTime = '2026-05-31T00:00:00Z') => ({
  eventTime,
  eventSource: 'sts.amazonaws.com',
  awsRegion: 'us-east-1',
  ...extra,
});
const recorded = (extra: object, eventTime?: string) => ({ CloudTrailEvent: JSON.stringify(event(extra, eventTime)) });
const servedBy = (awsServingRegion: string, endpointType = 'global') => ({
  additionalEventData: { endpointType, awsServingRegion },
});

describe('sts/AWS::::Account', () => {
  it.each([
    ['a request to the global endpoint', servedBy('eu-west-1'), 'eu-west-1'],
    ['a request to a regional endpoint', servedBy('us-east-1', 'regional'), undefined],
    [
      'an event that names the global host',
      { tlsDetails: { clientProvidedHostHeader: 'sts.amazonaws.com' } },
      'us-east-1',
    ],
    [
      'an event that names a regional host',
      { tlsDetails: { clientProvidedHostHeader: 'sts.eu-west-1.amazonaws.com' } },
      undefined,
    ],
    ['an event of a service that names nothing', { additionalEventData: null }, undefined],
  ])('reads %s', (_name, extra, servedIn) => {
    expect(globalRequest(event(extra))?.servedIn).toBe(servedIn);
  });

  it('reads the history of us-east-1 for the requests that a region served', async () => {
    const { records, sent } = await collectType(stsRegion, ['globalEndpoint'], {
      LookupEvents: {
        Events: [
          recorded(servedBy('eu-west-1')),
          recorded(servedBy('us-west-2')),
          recorded(servedBy('eu-west-1'), '2026-05-30T00:00:00Z'),
        ],
      },
    });
    expect(records.map((r) => r.arn)).toEqual(['arn:aws:sts:eu-west-1:111122223333:settings']);
    expect(records[0]?.outcomes['globalEndpoint']).toEqual({
      kind: 'present',
      value: { times: ['2026-05-31T00:00:00Z', '2026-05-30T00:00:00Z'], complete: true, readBackTo: undefined },
    });
    expect(sent.map((s) => [s.operation, s.region])).toEqual([['LookupEvents', 'us-east-1']]);
  });

  it('asks nothing in a partition without a global endpoint', async () => {
    const { records, sent } = await collectType(
      stsRegion,
      ['globalEndpoint'],
      {},
      { region: 'cn-north-1', partition: 'aws-cn' },
    );
    expect(records[0]?.outcomes['globalEndpoint']).toEqual({ kind: 'present', value: null });
    expect(sent).toEqual([]);
  });
});

describe('what STS issued', () => {
  const arn = 'arn:aws:iam::111122223333:user/kim';
  const asked = (eventName: string, extra: object = {}): object =>
    event({ eventName, userIdentity: { type: 'IAMUser', arn }, ...extra });

  it.each([
    ['a time that was asked for', asked('GetSessionToken', { requestParameters: { durationSeconds: 900 } }), 900],
    ['no time that was asked for', asked('GetSessionToken', { requestParameters: null }), 43_200],
    ['none, of a federation token', asked('GetFederationToken', { requestParameters: { name: 'x' } }), 43_200],
    ['none, of root', asked('GetSessionToken', { userIdentity: { type: 'Root', arn } }), 3600],
    ['none, of a root session', asked('AssumeRoot'), 900],
    ['a refusal', asked('GetSessionToken', { errorCode: 'AccessDenied' }), undefined],
    ['an operation of tomorrow without a time', asked('GetNewToken'), undefined],
    ['an event without a time of day', asked('GetSessionToken', { eventTime: undefined }), undefined],
  ])('is told from %s', (_, given, seconds) => {
    expect(issuedIn(given)?.seconds).toBe(seconds);
  });

  it('is counted by who got it and for how long, newest first, in each region', async () => {
    const at = (eventTime: string, durationSeconds: number) => ({
      CloudTrailEvent: JSON.stringify(asked('GetSessionToken', { eventTime, requestParameters: { durationSeconds } })),
    });
    const { records, sent } = await collectType(stsRegion, ['sessionTokens'], {
      LookupEvents: {
        Events: [at('2026-05-31T02:00:00Z', 900), at('2026-05-31T01:00:00Z', 3600), at('2026-05-31T00:00:00Z', 900)],
      },
    });
    expect(records[0]?.outcomes['sessionTokens']).toMatchObject({
      value: {
        issued: [
          { who: arn, seconds: 900, count: 2, last: '2026-05-31T02:00:00Z' },
          { who: arn, seconds: 3600, count: 1, last: '2026-05-31T01:00:00Z' },
        ],
        complete: true,
      },
    });
    expect(sent.map(({ input, region }) => [input, region])).toEqual([
      [
        { LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'GetSessionToken' }], MaxResults: 50 },
        'eu-west-1',
      ],
    ]);
  });

  it('of many events, the newest are read', async () => {
    let pages = 0;
    const { records } = await collectType(stsRegion, ['rootSessions'], {
      LookupEvents: () => ({ Events: [{ EventTime: new Date('2026-05-31T00:00:00Z') }], NextToken: `${pages++}` }),
    });
    expect(pages).toBe(10);
    expect(records[0]?.outcomes['rootSessions']).toMatchObject({
      value: { issued: [], complete: false, readBackTo: '2026-05-31T00:00:00.000Z' },
    });
  });
});
