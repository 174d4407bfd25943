import check from '../../../checks/vpc/vpc-account-encryption-control-enforced.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const control = {
  mode: 'attempt-enforce',
  state: 'transitions-successful',
  managedBy: 'account',
  exclusions: [] as string[],
} as const;
const base = { id: 'settings', name: 'EC2 settings in eu-west-1', vpcEncryptionControl: control };
const given = (more: object): object => ({ vpcEncryptionControl: { ...control, ...more } });

checkSuite(check, base, [
  { when: 'all VPCs enforce it', expect: 'pass', message: /all VPCs enforce it$/ },
  {
    when: 'something is excluded',
    given: given({ exclusions: ['InternetGateway', 'Lambda'] }),
    expect: 'pass',
    message: /except through InternetGateway, Lambda$/,
  },
  { when: 'some VPCs could not', given: given({ state: 'transitions-partially-successful' }), expect: 'fail' },
  { when: 'no VPC could', given: given({ state: 'transitions-failed' }), expect: 'fail' },
  {
    when: 'they are on their way',
    given: given({ state: 'transitions-in-progress' }),
    expect: 'fail',
    message: /yet$/,
  },
  { when: 'nothing is said of the VPCs', given: given({ state: undefined }), expect: 'unknown' },
  { when: 'the state is the default', given: given({ state: 'default-state' }), expect: 'unknown' },
  { when: 'the state is of tomorrow', given: given({ state: 'transitions-paused' }), expect: 'unknown' },
  { when: 'it is only watched', given: given({ mode: 'attempt-monitor' }), expect: 'fail', message: /only watches/ },
  { when: 'nothing is asked', given: given({ mode: 'unmanaged', state: 'default-state' }), expect: 'fail' },
  { when: 'nothing is said', given: given({ mode: undefined }), expect: 'unknown' },
]);
