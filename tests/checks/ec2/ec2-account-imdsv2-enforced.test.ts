import check from '../../../checks/ec2/ec2-account-imdsv2-enforced.ts';
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

checkSuite(check, { id: 'settings', ...defaults({ tokens: 'required', enforced: 'enabled' }) }, [
  { when: 'it is enforced', expect: 'pass', message: /starts no instance that does not require IMDSv2/ },
  { when: 'it is only the default', given: defaults({ tokens: 'required' }), expect: 'fail' },
  { when: 'it is not enforced', given: defaults({ tokens: 'required', enforced: 'disabled' }), expect: 'fail' },
  { when: 'nothing is set', given: defaults(), expect: 'fail' },
  { when: 'there is no answer', given: { metadataDefaults: { told: false } }, expect: 'unknown' },
]);
