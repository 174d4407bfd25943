import check from '../../../checks/inspector/inspector-code-security-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const status = (codeRepository: 'ENABLED' | 'DISABLED' | 'SUSPENDED' | undefined) => ({
  account: 'ENABLED',
  ec2: 'ENABLED',
  ecr: 'ENABLED',
  lambda: 'ENABLED',
  lambdaCode: 'ENABLED',
  codeRepository,
});
const base = {
  id: '111122223333',
  name: 'Inspector in eu-west-1',
  arn: 'arn:aws:inspector2:eu-west-1:111122223333:settings',
  status: status('ENABLED'),
  codeSecurity: { integrations: [{ name: 'github', status: 'ACTIVE' }], configurations: ['weekly'] },
} as const;
const security = (integrations: { name: string; status: string | undefined }[], configurations = ['weekly']) => ({
  codeSecurity: { integrations, configurations },
});

checkSuite(
  check,
  base as never,
  [
    { when: 'a connection is active and a configuration is there', given: {}, expect: 'pass', message: /github/ },
    { when: 'there is no configuration', given: security([{ name: 'github', status: 'ACTIVE' }], []), expect: 'fail' },
    { when: 'there is no connection', given: security([]), expect: 'fail', message: /not connected/ },
    {
      when: 'a connection is not active yet',
      given: security([{ name: 'github', status: 'PENDING' }]),
      expect: 'fail',
      message: /github is PENDING/,
    },
    { when: 'AWS says no state', given: security([{ name: 'github', status: undefined }]), expect: 'fail' },
    {
      when: 'one of two is active',
      given: security([
        { name: 'old', status: 'INACTIVE' },
        { name: 'new', status: 'ACTIVE' },
      ]),
      expect: 'pass',
      message: /by new$/,
    },
    {
      when: 'it is off',
      given: { status: status('DISABLED'), codeSecurity: undefined },
      expect: 'fail',
      message: /DISABLED/,
    },
    { when: 'it is suspended', given: { status: status('SUSPENDED'), codeSecurity: undefined }, expect: 'fail' },
    {
      when: 'the region lacks it',
      given: { status: status(undefined), codeSecurity: undefined },
      expect: 'not-applicable',
    },
  ] as never,
);
