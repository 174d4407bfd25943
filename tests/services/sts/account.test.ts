import { describe, expect, it } from 'vitest';
import { stsRegion } from '../../../src/services/sts/account.ts';
import { globalRequest } from '../../../src/services/sts/global-endpoint.ts';
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
