import check from '../../../checks/config/config-recorder-global-types-once.ts';
import type { Recorded } from '../../../src/services/config/recorder.ts';
import { globalTypes } from '../../../src/services/config/recorder.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const on = { recording: true, lastStatus: 'SUCCESS', lastErrorCode: undefined };
const inRegion = (region: string, recordingGroup: Recorded | undefined, status: object | undefined = on) =>
  ({ id: '111122223333', region, recorder: { name: 'default', roleArn: undefined, recordingGroup }, status }) as never;
const all: Recorded = { all: true, globalTypes: true };
const regional: Recorded = { all: true, globalTypes: false };
const here = inRegion('eu-west-1', all);

checkSuite(check, { id: '111122223333', name: 'The account' }, [
  { when: 'one region of two does', along: { recorders: [here, inRegion('us-east-1', regional)] }, expect: 'pass' },
  {
    when: 'both do',
    along: { recorders: [here, inRegion('us-east-1', all)] },
    expect: 'fail',
    message: /2 regions \(eu-west-1, us-east-1\)/,
  },
  {
    when: 'another leaves them out by name',
    along: { recorders: [here, inRegion('us-east-1', { excluded: [...globalTypes] })] },
    expect: 'pass',
  },
  {
    when: 'another records roles alone',
    along: { recorders: [here, inRegion('us-east-1', { included: ['AWS::IAM::Role'] })] },
    expect: 'fail',
  },
  {
    when: 'one records users and another roles',
    along: {
      recorders: [
        inRegion('eu-west-1', { included: ['AWS::IAM::User'] }),
        inRegion('us-east-1', { included: ['AWS::IAM::Role'] }),
      ],
    },
    expect: 'pass',
    message: /eu-west-1, us-east-1/,
  },
  {
    when: 'the other one is off',
    along: { recorders: [here, inRegion('us-east-1', all, { ...on, recording: false })] },
    expect: 'pass',
  },
  {
    when: 'no region does',
    along: { recorders: [inRegion('us-east-1', regional)] },
    expect: 'fail',
    message: /in no region/,
  },
  { when: 'there is no recorder', along: { recorders: [] }, expect: 'not-applicable' },
  { when: 'a region was not read', along: { recorders: [here] }, unreadRegions: ['us-east-1'], expect: 'unknown' },
  {
    when: 'two do and a region was not read',
    along: { recorders: [here, inRegion('us-east-1', all)] },
    unreadRegions: ['eu-west-2'],
    expect: 'fail',
  },
  {
    when: 'AWS does not say what one records',
    along: { recorders: [here, inRegion('us-east-1', undefined)] },
    expect: 'unknown',
  },
]);
