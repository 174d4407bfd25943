import check from '../../../checks/ec2/ec2-account-imdsv2-default-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const defaults = (set: object = {}) => ({
  metadataDefaults: {
    told: true,
    tokens: undefined,
    endpoint: undefined,
    hopLimit: undefined,
    enforced: undefined,
    managedBy: undefined,
    ...set,
  },
});

checkSuite(check, { id: 'settings', ...defaults({ tokens: 'required' }) }, [
  {
    when: 'tokens are required',
    expect: 'pass',
    message: /^EC2 in eu-west-1 requires IMDSv2 of new instances by default$/,
  },
  {
    when: 'tokens may travel two hops',
    given: defaults({ tokens: 'required', hopLimit: 2 }),
    expect: 'pass',
    message: /2 hops/,
  },
  {
    when: 'a declarative policy requires tokens',
    given: defaults({ tokens: 'required', managedBy: 'declarative-policy' }),
    expect: 'pass',
  },
  {
    when: 'there is no metadata service',
    given: defaults({ endpoint: 'disabled' }),
    expect: 'pass',
    message: /no metadata service/,
  },
  {
    when: 'tokens are optional',
    given: defaults({ tokens: 'optional' }),
    expect: 'fail',
    message: /answer IMDSv1 requests by default/,
  },
  {
    when: 'tokens are optional and enforced otherwise',
    given: defaults({ tokens: 'optional', enforced: 'disabled' }),
    expect: 'fail',
  },
  {
    when: 'nothing is set',
    given: defaults(),
    expect: 'fail',
    message: /has no default for new instances, so that the AMI decides/,
  },
  { when: 'only the endpoint is set', given: defaults({ endpoint: 'enabled' }), expect: 'fail' },
  { when: 'there is no answer', given: { metadataDefaults: { told: false } }, expect: 'unknown' },
]);
