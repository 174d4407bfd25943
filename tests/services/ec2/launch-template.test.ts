import { describe, expect, it } from 'vitest';
import { launchTemplate } from '../../../src/services/ec2/launch-template.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const templates = {
  LaunchTemplates: [
    { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', DefaultVersionNumber: 1, LatestVersionNumber: 3 },
    { LaunchTemplateId: 'lt-2', LaunchTemplateName: 'batch', DefaultVersionNumber: 1, LatestVersionNumber: 1 },
    { LaunchTemplateId: 'lt-3', LaunchTemplateName: 'new', DefaultVersionNumber: 1, LatestVersionNumber: 1 },
  ],
};

const options = { MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 2 } };

const version = (LaunchTemplateId: string, VersionNumber: number, publicIp?: boolean, more: object = {}): object => ({
  LaunchTemplateId,
  VersionNumber,
  LaunchTemplateData: {
    UserData: 'cGFzc3dvcmQ=',
    ...more,
    NetworkInterfaces: [{ DeviceIndex: 0, ...(publicIp === undefined ? {} : { AssociatePublicIpAddress: publicIp }) }],
  },
});

describe('AWS::EC2::LaunchTemplate', () => {
  it('reads the default and latest versions of all templates together, every page, and no user data', async () => {
    const { records, sent } = await collectType(launchTemplate, ['versions'], {
      DescribeLaunchTemplates: templates,
      DescribeLaunchTemplateVersions: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { LaunchTemplateVersions: [version('lt-1', 1, false), version('lt-2', 1)], NextToken: 'x' }
          : { LaunchTemplateVersions: [version('lt-1', 3, true, options), version('lt-2', 1)] },
    });
    const metadata = { endpoint: undefined, tokens: undefined, hopLimit: undefined };
    const face = (associatePublicIp?: boolean) => [{ deviceIndex: 0, associatePublicIp, ipv6: false }];
    expect(records.map((record) => record.outcomes['versions'])).toEqual([
      {
        kind: 'present',
        value: [
          { number: 1, interfaces: face(false), metadata },
          {
            number: 3,
            interfaces: face(true),
            metadata: { endpoint: 'enabled', tokens: 'required', hopLimit: 2 },
          },
        ],
      },
      { kind: 'present', value: [{ number: 1, interfaces: face(), metadata }] },
      { kind: 'present', value: [] },
    ]);
    expect(JSON.stringify(records)).not.toContain('cGFzc3dvcmQ=');
    const asked = sent.filter(({ operation }) => operation === 'DescribeLaunchTemplateVersions');
    expect(asked.map(({ input }) => input['Versions'])).toEqual([
      ['$Default', '$Latest'],
      ['$Default', '$Latest'],
    ]);
  });

  it.each([
    [{}, false],
    [{ Ipv6AddressCount: 0 }, false],
    [{ Ipv6AddressCount: 1 }, true],
    [{ Ipv6PrefixCount: 1 }, true],
    [{ Ipv6Addresses: [{ Ipv6Address: '2600:1f18::1' }] }, true],
    [{ Ipv6Addresses: [{ Ipv6Address: 'fd00::1' }] }, false],
    [{ Ipv6Prefixes: [{ Ipv6Prefix: '2600:1f18::/80' }] }, true],
  ])('reads whether %j asks for public IPv6 addresses: %s', async (face, ipv6) => {
    const { records } = await collectType(launchTemplate, ['versions'], {
      DescribeLaunchTemplates: { LaunchTemplates: [templates.LaunchTemplates[1]] },
      DescribeLaunchTemplateVersions: {
        LaunchTemplateVersions: [
          { LaunchTemplateId: 'lt-2', VersionNumber: 1, LaunchTemplateData: { NetworkInterfaces: [face] } },
        ],
      },
    });
    expect(records[0]?.outcomes['versions']).toMatchObject({ value: [{ interfaces: [{ ipv6 }] }] });
  });

  it('says which action is missing', async () => {
    const { records } = await collectType(launchTemplate, ['versions'], {
      DescribeLaunchTemplates: templates,
      DescribeLaunchTemplateVersions: awsError('UnauthorizedOperation', 'no', 403),
    });
    expect(records[0]?.outcomes['versions']).toMatchObject({
      kind: 'denied',
      actions: ['ec2:DescribeLaunchTemplateVersions'],
    });
  });
});
