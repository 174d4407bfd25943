import { describe, expect, it } from 'vitest';
import { hostedZone } from '../../../src/services/route53/hosted-zone.ts';
import { collectType } from '../../helpers/resource-suite.ts';

describe('AWS::Route53::HostedZone', () => {
  it('lists every page and projects a full answer', async () => {
    const { records } = await collectType(hostedZone, [], {
      ListHostedZones: ({ Marker }: { Marker?: string }) =>
        Marker === undefined
          ? {
              HostedZones: [
                {
                  Id: '/hostedzone/Z1',
                  Name: 'example.com.',
                  CallerReference: 'x',
                  Config: { PrivateZone: false, Comment: 'free text' },
                  ResourceRecordSetCount: 2,
                },
              ],
              IsTruncated: true,
              NextMarker: 'more',
            }
          : {
              HostedZones: [
                {
                  Id: '/hostedzone/Z2',
                  Name: 'corp.',
                  Config: { PrivateZone: true },
                  LinkedService: { ServicePrincipal: 'servicediscovery.amazonaws.com' },
                },
              ],
              IsTruncated: false,
            },
    });
    expect(records.map((r) => [r.arn, r.region])).toEqual([
      ['arn:aws:route53:::hostedzone/Z1', 'global'],
      ['arn:aws:route53:::hostedzone/Z2', 'global'],
    ]);
    expect(records.map((r) => r.item)).toEqual([
      { id: 'Z1', name: 'example.com', privateZone: false, recordCount: 2, linkedService: undefined },
      {
        id: 'Z2',
        name: 'corp',
        privateZone: true,
        recordCount: undefined,
        linkedService: 'servicediscovery.amazonaws.com',
      },
    ]);
  });

  it('asks in Ningxia in the China partition', async () => {
    const { sent } = await collectType(
      hostedZone,
      [],
      { ListHostedZones: {} },
      { region: 'cn-north-1', partition: 'aws-cn' },
    );
    expect(sent[0]?.region).toBe('cn-northwest-1');
  });
});
