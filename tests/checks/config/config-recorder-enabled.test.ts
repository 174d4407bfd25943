import check from '../../../checks/config/config-recorder-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const recorder = {
  name: 'default',
  roleArn: 'arn:aws:iam::111122223333:role/config',
  recordingGroup: { all: true, globalTypes: true },
} as const;
const status = { recording: true, lastStatus: 'Success', lastErrorCode: undefined as string | undefined } as const;

checkSuite(check, { id: '111122223333', name: 'AWS Config in eu-west-1', recorder, status }, [
  { when: 'it is recording', expect: 'pass' },
  { when: 'the first recording is under way', given: { status: { ...status, lastStatus: 'Pending' } }, expect: 'pass' },
  {
    when: 'there is no recorder',
    given: { recorder: undefined, status: undefined },
    expect: 'fail',
    message: /no configuration recorder/,
  },
  { when: 'the recorder has no status', given: { status: undefined }, expect: 'fail', message: /not recording/ },
  {
    when: 'the recorder is stopped',
    given: { status: { ...status, recording: false } },
    expect: 'fail',
    message: /not recording/,
  },
  {
    when: 'recording fails',
    given: { status: { ...status, lastStatus: 'Failure', lastErrorCode: 'AccessDenied' } },
    expect: 'fail',
    message: /AccessDenied/,
  },
  {
    when: 'recording fails, in capitals',
    given: { status: { ...status, lastStatus: 'FAILURE', lastErrorCode: 'AccessDenied' } },
    expect: 'fail',
  },
  { when: 'recording succeeds, in capitals', given: { status: { ...status, lastStatus: 'SUCCESS' } }, expect: 'pass' },
  {
    when: 'recording fails without a code',
    given: { status: { ...status, lastStatus: 'Failure' } },
    expect: 'fail',
    message: /no code/,
  },
]);
