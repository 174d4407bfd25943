import check from '../../../checks/redshift/redshift-cluster-tls-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { base } from './base.ts';

const tls = (value: string | undefined, group = 'own') => ({ tls: { group, value } });

checkSuite(check, { ...base, ...tls('true') }, [
  { when: 'the group asks for it', given: {}, expect: 'pass', message: /require_ssl is true/ },
  { when: 'the group asks for it in other letters', given: tls('TRUE'), expect: 'pass' },
  { when: 'the group does not ask', given: tls('false'), expect: 'fail', message: /expected true/ },
  { when: "AWS's own group does not ask", given: tls('false', 'default.redshift-1.0'), expect: 'fail' },
  { when: 'the group says nothing', given: tls(undefined), expect: 'unknown' },
  { when: 'the group says something else', given: tls('maybe'), expect: 'unknown' },
  {
    when: 'what asks for it waits for a restart',
    given: { parameterStatus: 'pending-reboot' },
    expect: 'unknown',
    message: /pending-reboot/,
  },
  {
    when: 'what does not ask waits for a restart',
    given: { ...tls('false'), parameterStatus: 'pending-reboot' },
    expect: 'unknown',
  },
  { when: 'AWS names no state', given: { parameterStatus: undefined }, expect: 'unknown' },
  { when: 'AWS names no group', given: { parameterGroup: undefined, tls: undefined }, expect: 'unknown' },
]);
