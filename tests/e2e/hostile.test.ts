import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { runCli } from '../harness/cli.ts';
import type { Front } from '../harness/front.ts';
import { startSmallAccount } from './small-account.ts';

vi.setConfig({ testTimeout: 60_000 });

const hostile = {
  html: '</script><img src=x onerror=alert(1)>',
  terminal: '\u001B[2J\u001B]0;owned\u0007\u009B31m',
  formula: '=HYPERLINK("http://evil.example","x")',
  line: 'a\r\nb\u2028c',
  direction: '\u202Egnp.exe',
};

/** Names, tags and policies are the account's, and whoever may write them may be nobody's friend. */
describe('hostile content', () => {
  let front: Front;

  beforeAll(async () => {
    front = await startSmallAccount({ kept: { versioned: false, tags: { note: hostile.html } } });
    const Tags = Object.entries(hostile).map(([key, value]) => ({
      Key: key === 'html' ? 'Name' : `${key}${value}`,
      Value: value,
    }));
    const SecurityGroups = Object.values(hostile).map((GroupName, index) => ({
      GroupId: `sg-${index}`,
      GroupName,
      Description: GroupName,
      OwnerId: '123456789012',
      VpcId: 'vpc-1',
      Tags,
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0', Description: GroupName }] },
      ],
      IpPermissionsEgress: [],
    }));
    front.answer({ service: 'ec2', operation: 'DescribeSecurityGroups' }, { SecurityGroups });
    front.answer({ service: 'ec2', operation: 'DescribeNetworkInterfaces' }, { NetworkInterfaces: [] });
    front.answer(
      { service: 'ec2', operation: 'DescribeVpcEndpoints' },
      {
        VpcEndpoints: [
          {
            VpcEndpointId: 'vpce-1',
            VpcEndpointType: 'Gateway',
            VpcId: 'vpc-1',
            OwnerId: '123456789012',
            State: 'available',
            ServiceName: 'com.amazonaws.eu-west-1.s3',
            PolicyDocument: JSON.stringify({
              Statement: [
                {
                  Sid: `${hostile.html}${hostile.terminal}`,
                  Effect: 'Allow',
                  Principal: '*',
                  Action: '*',
                  Resource: hostile.html,
                },
              ],
            }),
            Tags,
          },
        ],
      },
    );
    front.answer(
      { service: 'ec2', operation: 'DescribeVpcEndpointServices' },
      { ServiceDetails: [{ ServiceName: 'com.amazonaws.eu-west-1.s3', VpcEndpointPolicySupported: true }] },
    );
  });
  afterAll(() => front.stop());

  const args = [
    '--check',
    'ec2-security-group-no-open-ingress-ssh,vpc-endpoint-policy-*,s3-bucket-mfa-*',
    '--tag',
    'note',
    '--tag',
    'Name',
  ];
  const run = (...more: string[]) => runCli([...args, ...more], { endpoint: front.url, env: { NO_COLOR: undefined } });
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/;

  it('stays what it is in JSON', async () => {
    const result = await run('--format', 'json');
    const { findings } = result.json() as RunResult;
    const names = findings.filter(({ service }) => service === 'ec2').map(({ resource }) => resource.name);
    expect(names.sort()).toEqual(Object.values(hostile).sort());
    expect(result.stdout).not.toContain('\u001B');
  });

  it('is one line each in NDJSON', async () => {
    const { stdout } = await run('--format', 'ndjson');
    for (const line of stdout.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(stdout).not.toContain('\u001B');
  });

  it('moves no cursor and turns no text in the table', async () => {
    const { stdout, stderr } = await run('--format', 'table', '--verbose');
    expect(stdout).toContain('onerror');
    expect(controls.exec(stdout)).toBeNull();
    expect(controls.exec(stderr)).toBeNull();
  });

  it('is text in the HTML page', async () => {
    const { stdout } = await run('--format', 'html', '--output', '-');
    expect(stdout).toContain('onerror');
    expect(stdout).not.toContain('<img src=x');
    // One for the data, one for the page's own script, and their ends.
    expect(stdout.match(/<\/script>/g)?.length).toBe(stdout.match(/<script[\s>]/g)?.length);
    expect(stdout).toContain("default-src 'none'");
  });
});
