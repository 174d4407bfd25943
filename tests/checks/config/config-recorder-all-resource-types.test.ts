import { describe, expect, it } from 'vitest';
import check from '../../../checks/config/config-recorder-all-resource-types.ts';
import type { Recorded } from '../../../src/services/config/recorder.ts';
import { globalTypes, recordsType } from '../../../src/services/config/recorder.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const on = { recording: true, lastStatus: 'Success', lastErrorCode: undefined } as const;
const off = { ...on, recording: false };
const failing = { ...on, lastStatus: 'FAILURE' };
type Status = typeof on | typeof off | typeof failing;

const everything: Recorded = { all: true, globalTypes: true };
const regional: Recorded = { all: true, globalTypes: false };
const noIam: Recorded = { excluded: [...globalTypes] };
const recording = (
  records: Recorded | undefined,
  status: Status | undefined = on,
  more: { frequency?: string; daily?: string[] } = {},
) => ({ recorder: { name: 'default', roleArn: undefined, recordingGroup: records, ...more }, status });
const inRegion = (region: string, records: Recorded, status: Status = on) => ({
  id: '111122223333',
  region,
  ...recording(records, status),
});

checkSuite(check, { id: '111122223333', name: 'AWS Config in eu-west-1', ...recording(everything) }, [
  { when: 'all types are recorded', expect: 'pass', message: /all supported resource types$/ },
  {
    when: 'all types are recorded here, whatever other regions do',
    along: { recorders: [inRegion('us-east-1', regional)] },
    unreadRegions: ['ap-south-1'],
    expect: 'pass',
  },
  {
    when: 'all types are recorded once a day',
    given: recording(everything, on, { frequency: 'DAILY' }),
    expect: 'pass',
    message: /types once a day$/,
  },
  { when: 'nothing is left out by name', given: recording({ excluded: [] }), expect: 'pass' },
  {
    when: 'the types of IAM are left out here and recorded elsewhere',
    given: recording(regional),
    along: { recorders: [inRegion('eu-west-1', regional), inRegion('us-east-1', everything)] },
    expect: 'pass',
    message: /AWS::IAM::Policy are recorded in another$/,
  },
  {
    when: 'one type of IAM is excluded here and recorded elsewhere by name',
    given: recording({ excluded: ['AWS::IAM::User'] }),
    along: { recorders: [inRegion('us-east-1', { included: ['AWS::IAM::User'] })] },
    expect: 'pass',
    message: /AWS::IAM::User is recorded in another$/,
  },
  {
    when: 'several other regions record the types of IAM together',
    given: recording(noIam),
    along: {
      recorders: [
        inRegion('us-east-1', { excluded: ['AWS::IAM::User'] }),
        inRegion('us-east-2', { included: ['AWS::IAM::User'] }),
      ],
    },
    expect: 'pass',
  },
  {
    when: 'no region records the types of IAM',
    given: recording(regional),
    along: { recorders: [inRegion('eu-west-1', regional), inRegion('us-east-1', noIam)] },
    expect: 'fail',
    message: /does not record AWS::IAM::User, .*no other region does/,
  },
  { when: 'all types of IAM are excluded everywhere', given: recording(noIam), expect: 'fail' },
  {
    when: 'one type of IAM is excluded everywhere',
    given: recording({ excluded: ['AWS::IAM::Policy'] }),
    along: { recorders: [inRegion('us-east-1', { excluded: ['AWS::IAM::Policy', 'AWS::IAM::User'] })] },
    expect: 'fail',
    message: /does not record AWS::IAM::Policy, and/,
  },
  {
    when: 'the region that would record the types of IAM is stopped',
    given: recording(regional),
    along: { recorders: [inRegion('us-east-1', everything, off)] },
    expect: 'fail',
  },
  {
    when: 'the region that would record the types of IAM fails to',
    given: recording(regional),
    along: { recorders: [inRegion('us-east-1', everything, failing)] },
    expect: 'fail',
  },
  {
    when: 'the other region is one in which no types of IAM can be recorded',
    // Which regions these are is data of the commercial partition.
    given: { ...recording(regional), partition: 'aws' },
    along: { recorders: [inRegion('eu-central-2', everything)] },
    expect: 'fail',
  },
  {
    when: 'a region that was not read may record the types of IAM',
    given: recording(regional),
    unreadRegions: ['us-east-1'],
    expect: 'unknown',
    message: /not every enabled region was read: us-east-1/,
  },
  {
    when: 'the types of IAM cannot be recorded in the region',
    given: { ...recording(everything), partition: 'aws', region: 'eu-south-2', name: 'AWS Config in eu-south-2' },
    expect: 'pass',
    message: /all resource types that it can record in the region/,
  },
  {
    when: 'the types of IAM cannot be recorded in the region and are in another',
    given: { ...recording(regional), partition: 'aws', region: 'eu-south-2' },
    along: { recorders: [inRegion('us-east-1', everything)] },
    expect: 'pass',
    message: /are recorded in another/,
  },
  {
    when: 'another type is left out',
    given: recording({ excluded: ['AWS::IAM::User', 'AWS::EC2::Instance'] }),
    expect: 'fail',
    message: /1 resource types, among them AWS::EC2::Instance/,
  },
  {
    when: 'some types are recorded',
    given: recording({ included: ['AWS::EC2::Instance'] }),
    expect: 'fail',
    message: /1 resource types only/,
  },
  { when: 'only the types of IAM are recorded', given: recording({ included: [...globalTypes] }), expect: 'fail' },
  { when: 'no type is recorded', given: recording({ included: [] }), expect: 'fail' },
  {
    when: 'the recorder is stopped',
    given: recording(everything, off),
    expect: 'not-applicable',
    message: /not recording/,
  },
  {
    when: 'the recorder has no status',
    given: { ...recording(everything), status: undefined },
    expect: 'not-applicable',
  },
  {
    when: 'the answer does not say what is recorded',
    given: recording(undefined),
    expect: 'unknown',
    message: /does not say which/,
  },
  { when: 'there is no recorder', given: { recorder: undefined, status: undefined }, expect: 'not-applicable' },
]);

describe('recordsType', () => {
  it.each([
    [everything, 'AWS::IAM::Role', true],
    [everything, 'AWS::EC2::VPC', true],
    [regional, 'AWS::IAM::Role', false],
    [regional, 'AWS::EC2::VPC', true],
    [regional, 'AWS::RDS::GlobalCluster', true],
    [noIam, 'AWS::IAM::Role', false],
    [noIam, 'AWS::EC2::VPC', true],
    [{ included: ['AWS::IAM::Role'] }, 'AWS::IAM::Role', true],
    [{ included: ['AWS::IAM::Role'] }, 'AWS::IAM::User', false],
  ] as const)('%j records %s: %s', (records, type, expected) => {
    expect(recordsType(records, type)).toBe(expected);
  });
});
