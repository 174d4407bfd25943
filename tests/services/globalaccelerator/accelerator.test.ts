import { describe, expect, it } from 'vitest';
import { accelerator } from '../../../src/services/globalaccelerator/accelerator.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const arn = 'arn:aws:globalaccelerator::111122223333:accelerator/a1';

describe('AWS::GlobalAccelerator::Accelerator', () => {
  it('lists every page, in us-west-2 wherever the scan is, and projects a full answer', async () => {
    const { records, sent } = await collectType(accelerator, [], {
      ListAccelerators: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? {
              Accelerators: [
                {
                  AcceleratorArn: arn,
                  Name: 'edge',
                  IpAddressType: 'IPV4',
                  Enabled: true,
                  IpSets: [{ IpFamily: 'IPv4', IpAddresses: ['192.0.2.1', '192.0.2.2'] }],
                  DnsName: 'a1.awsglobalaccelerator.com',
                  Status: 'DEPLOYED',
                  CreatedTime: new Date(0),
                },
              ],
              NextToken: 'more',
            }
          : { Accelerators: [{ AcceleratorArn: `${arn}2`, Enabled: false }] },
    });
    expect(records[0]).toMatchObject({ arn, region: 'global' });
    expect(records.map((r) => r.item)).toEqual([
      {
        id: 'a1',
        arn,
        name: 'edge',
        enabled: true,
        status: 'DEPLOYED',
        dnsName: 'a1.awsglobalaccelerator.com',
        ipAddressType: 'IPV4',
        addresses: ['192.0.2.1', '192.0.2.2'],
      },
      {
        id: 'a12',
        arn: `${arn}2`,
        name: undefined,
        enabled: false,
        status: undefined,
        dnsName: undefined,
        ipAddressType: undefined,
        addresses: [],
      },
    ]);
    expect(sent.map((s) => s.region)).toEqual(['us-west-2', 'us-west-2']);
  });

  it('reads where it sends what comes in, with port overrides', async () => {
    const { records, sent } = await collectType(accelerator, ['endpoints'], {
      ListAccelerators: {
        Accelerators: [
          { AcceleratorArn: arn, Name: 'edge', Enabled: true },
          { AcceleratorArn: `${arn}2`, Name: 'off', Enabled: false },
        ],
      },
      ListListeners: {
        Listeners: [{ ListenerArn: `${arn}/l`, Protocol: 'TCP', PortRanges: [{ FromPort: 80, ToPort: 90 }] }],
      },
      ListEndpointGroups: {
        EndpointGroups: [
          {
            EndpointGroupRegion: 'eu-west-1',
            PortOverrides: [{ ListenerPort: 85, EndpointPort: 8080 }],
            EndpointDescriptions: [{ EndpointId: 'i-1', ClientIPPreservationEnabled: true }],
          },
        ],
      },
    });
    expect(records.map(({ outcomes }) => outcomes['endpoints'])).toEqual([
      {
        kind: 'present',
        value: [
          {
            id: 'i-1',
            region: 'eu-west-1',
            protocol: 'TCP',
            ports: [
              { from: 80, to: 84 },
              { from: 86, to: 90 },
              { from: 8080, to: 8080 },
            ],
            preservesClientIp: true,
          },
        ],
      },
      { kind: 'present', value: [] },
    ]);
    expect(sent.map(({ operation }) => operation)).toEqual(['ListAccelerators', 'ListListeners', 'ListEndpointGroups']);
  });
});
