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
  { when: 'tokens are required', expect: 'pass', message: /^EC2 in eu-west-1 requires IMDSv2 .* by default$/ },
  { when: 'they may travel', given: defaults({ tokens: 'required', hopLimit: 2 }), expect: 'pass', message: /2 hops/ },
  { when: 'only the endpoint is set', given: defaults({ endpoint: 'enabled' }), expect: 'fail' },
]);
