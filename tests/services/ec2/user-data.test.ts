import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { instance } from '../../../src/services/ec2/instance.ts';
import { launchTemplate } from '../../../src/services/ec2/launch-template.ts';
import { base64, expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const script = ['#!/bin/bash', 'yum -y update', `export DB_PASSWORD='${planted.password}'`].join('\n');
const atLine3 = [{ kind: 'password', where: { line: 3 }, confidence: 'high' }];
/** A message of cloud-init whose only part is packed. */
const message = [
  'Content-Type: multipart/mixed; boundary="//"',
  'MIME-Version: 1.0',
  '',
  '--//',
  'Content-Type: application/gzip',
  'Content-Transfer-Encoding: BASE64',
  '',
  base64(gzipSync(script)),
  '--//--',
  '',
].join('\r\n');
const inMessage = [{ kind: 'password', where: { line: 8, column: 1 }, confidence: 'high' }];
const broken = gzipSync(script).subarray(0, 40);

describe('the user data of an instance', () => {
  const one = {
    DescribeInstances: { Reservations: [{ Instances: [{ InstanceId: 'i-1', State: { Name: 'running' } }] }] },
  };
  const read = async (UserData: unknown) => {
    const { records, sent } = await collectType(instance, ['userDataSecrets'], {
      ...one,
      DescribeInstanceAttribute: UserData instanceof Error ? UserData : { InstanceId: 'i-1', UserData },
    });
    return { records, sent, outcome: records[0]?.outcomes['userDataSecrets'] };
  };

  it.each([
    ['as it is', base64(script), atLine3],
    ['packed by gzip', base64(gzipSync(script)), atLine3],
    ['of several parts', base64(message), inMessage],
    ['of several parts, packed by gzip', base64(gzipSync(message)), inMessage],
  ])('is examined %s; only kind and place are kept', async (_how, Value, secrets) => {
    const { records, sent, outcome } = await read({ Value });
    expect(sent.at(-1)?.input).toEqual({ InstanceId: 'i-1', Attribute: 'userData' });
    expect(outcome).toMatchObject({ kind: 'present', value: { present: true, secrets } });
    expectNoSecret(JSON.stringify(records), [planted.password, Value, base64(gzipSync(script))]);
  });

  it('has no secret where it has none', async () => {
    const { outcome } = await read({ Value: base64('#!/bin/bash\nyum -y update\n') });
    expect(outcome).toEqual({ kind: 'present', value: { present: true, secrets: [] } });
  });

  it.each([
    ['no value', {}],
    ['an empty value', { Value: '' }],
  ])('is not there when the answer has %s', async (_what, userData) => {
    expect((await read(userData)).outcome).toEqual({ kind: 'present', value: { present: false, secrets: [] } });
  });

  it.each([
    [
      'the call is denied',
      awsError('UnauthorizedOperation', 'no', 403),
      { kind: 'denied', actions: ['ec2:DescribeInstanceAttribute'] },
    ],
    ['the answer is empty', undefined, { kind: 'failed', code: 'MalformedAnswer' }],
    ['it cannot be unpacked', { Value: base64(broken) }, { kind: 'failed', code: 'RangeError' }],
  ])('is unknown when %s', async (_when, answer, expected) => {
    const { records, outcome } = await read(answer);
    expect(outcome).toMatchObject(expected);
    expectNoSecret(JSON.stringify(records), [planted.password, base64(broken)]);
  });
});

describe('the user data of a launch template', () => {
  const templates = {
    DescribeLaunchTemplates: {
      LaunchTemplates: [
        { LaunchTemplateId: 'lt-1', LaunchTemplateName: 'web', DefaultVersionNumber: 1, LatestVersionNumber: 3 },
        { LaunchTemplateId: 'lt-2', LaunchTemplateName: 'new', DefaultVersionNumber: 1, LatestVersionNumber: 1 },
      ],
    },
  };
  const version = (VersionNumber: number, UserData?: string) => ({
    LaunchTemplateId: 'lt-1',
    VersionNumber,
    LaunchTemplateData: UserData === undefined ? {} : { UserData },
  });

  it('is examined in the default and the latest version, of every page, with one question for both facets', async () => {
    const { records, sent } = await collectType(launchTemplate, ['versions', 'userDataSecrets'], {
      ...templates,
      DescribeLaunchTemplateVersions: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { LaunchTemplateVersions: [version(1)], NextToken: 'more' }
          : { LaunchTemplateVersions: [version(3, base64(gzipSync(script))), version(3, base64(script))] },
    });
    expect(records.map(({ outcomes }) => outcomes['userDataSecrets'])).toMatchObject([
      {
        kind: 'present',
        value: [
          { number: 1, present: false, secrets: [] },
          { number: 3, present: true, secrets: atLine3 },
        ],
      },
      { kind: 'present', value: [] },
    ]);
    expect(sent.filter(({ operation }) => operation === 'DescribeLaunchTemplateVersions')).toHaveLength(2);
    expectNoSecret(JSON.stringify(records), [planted.password, base64(script), base64(gzipSync(script))]);
  });

  it('is examined when it has several parts', async () => {
    const { records } = await collectType(launchTemplate, ['userDataSecrets'], {
      ...templates,
      DescribeLaunchTemplateVersions: { LaunchTemplateVersions: [version(1, base64(message))] },
    });
    expect(records[0]?.outcomes['userDataSecrets']).toEqual({
      kind: 'present',
      value: [{ number: 1, present: true, secrets: inMessage }],
    });
    expectNoSecret(JSON.stringify(records), [planted.password, base64(gzipSync(script)), base64(message)]);
  });

  it('stands by what was found in one version when the other cannot be unpacked', async () => {
    const { records } = await collectType(launchTemplate, ['userDataSecrets'], {
      ...templates,
      DescribeLaunchTemplateVersions: {
        LaunchTemplateVersions: [version(1, base64(broken)), version(3, base64(script))],
      },
    });
    expect(records[0]?.outcomes['userDataSecrets']).toMatchObject({
      kind: 'present',
      value: [{ number: 3, secrets: atLine3 }],
    });
  });

  it('is unknown when it cannot be unpacked, which leaves the other facts', async () => {
    const { records } = await collectType(launchTemplate, ['versions', 'userDataSecrets'], {
      ...templates,
      DescribeLaunchTemplateVersions: { LaunchTemplateVersions: [version(1, base64(broken))] },
    });
    expect(records[0]?.outcomes).toMatchObject({
      versions: { kind: 'present' },
      userDataSecrets: { kind: 'failed', code: 'RangeError' },
    });
  });
});
