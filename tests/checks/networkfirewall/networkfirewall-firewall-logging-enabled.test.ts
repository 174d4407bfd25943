import check from '../../../checks/networkfirewall/networkfirewall-firewall-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { firewall, shared } from './base.ts';

const alerts = { type: 'ALERT' as const, to: 'S3' as const };

checkSuite(check, { ...firewall, logging: { logs: [alerts] } }, [
  { when: 'it logs alerts', given: {}, expect: 'pass', message: /logs ALERT to S3/ },
  { when: 'it logs nothing', given: { logging: { logs: [] } }, expect: 'fail' },
  { when: 'AWS names no kind', given: { logging: { logs: [{ type: undefined, to: undefined }] } }, expect: 'pass' },
  { when: 'it is another account’s', ...shared },
]);
