import check from '../../../checks/config/config-recorder-all-resource-types.ts';
import type { Recorder } from '../../../src/services/config/recorder.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const recording = (records: Recorder['records']) => ({ recorder: { name: 'default', roleArn: undefined, records } });

checkSuite(check, { id: '111122223333', name: 'AWS Config in eu-west-1', ...recording('all') }, [
  { when: 'all types are recorded', expect: 'pass' },
  {
    when: 'only the global IAM types are left out',
    given: recording({ excluded: ['AWS::IAM::User', 'AWS::IAM::Role'] }),
    expect: 'pass',
  },
  { when: 'nothing is left out by name', given: recording({ excluded: [] }), expect: 'pass' },
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
  { when: 'no type is recorded', given: recording({ included: [] }), expect: 'fail' },
  { when: 'there is no recorder', given: { recorder: undefined }, expect: 'not-applicable' },
]);
