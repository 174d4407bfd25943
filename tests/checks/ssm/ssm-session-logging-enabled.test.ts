import check from '../../../checks/ssm/ssm-session-logging-enabled.ts';
import type { SessionPreferences } from '../../../src/services/ssm/settings.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const none: SessionPreferences = { readable: true, bucket: undefined, logGroup: undefined, key: undefined };
const base = {
  id: 'settings',
  name: 'Systems Manager in eu-west-1',
  sessions: { ...none, logGroup: '/ssm/sessions' } as SessionPreferences | null | undefined,
};

checkSuite(check, base, [
  { when: 'the preferences name one', expect: 'pass' },
  { when: 'they name a bucket alone', given: { sessions: { ...none, bucket: 'acme-sessions' } }, expect: 'pass' },
  { when: 'they name none', given: { sessions: none }, expect: 'fail', message: /; expected/ },
  { when: 'there are no preferences', given: { sessions: undefined }, expect: 'fail', message: /never set/ },
  { when: 'the document is none of preferences', given: { sessions: { ...none, readable: false } }, expect: 'unknown' },
  { when: 'there is no machine', given: { sessions: null }, expect: 'not-applicable' },
]);
