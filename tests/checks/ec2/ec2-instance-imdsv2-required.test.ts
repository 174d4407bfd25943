import check from '../../../checks/ec2/ec2-instance-imdsv2-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from './plain-instance.ts';

checkSuite(check, plainInstance, [
  { when: 'tokens are required', expect: 'pass', message: /requires IMDSv2$/ },
  {
    when: 'tokens may travel further',
    given: { metadata: { endpoint: 'enabled', tokens: 'required', hopLimit: 2 } },
    expect: 'pass',
    message: /its tokens may travel 2 hops, so that containers get them too$/,
  },
  {
    when: 'tokens are optional',
    given: { metadata: { endpoint: 'enabled', tokens: 'optional', hopLimit: 1 } },
    expect: 'fail',
    message: /^web \(i-1\) still answers IMDSv1/,
  },
  {
    when: 'the metadata service is off',
    given: { metadata: { endpoint: 'disabled', tokens: 'optional', hopLimit: 1 } },
    expect: 'pass',
    message: /switched off/,
  },
  {
    when: 'the answer does not say',
    given: { metadata: { endpoint: undefined, tokens: undefined, hopLimit: undefined } },
    expect: 'unknown',
  },
]);
