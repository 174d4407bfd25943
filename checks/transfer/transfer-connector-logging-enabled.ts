import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { connector } from '../../src/services/transfer/connector.ts';

export default state(connector, 'transfer-connector-logging-enabled', {
  title: 'Transfer Family connectors log what they move',
  at: 'details.loggingRole',
  otherwise: pass('{label} logs by its role {details.loggingRole}'),
  unsaid: fail('{label} has no role to log by'),
  risk: 'Whether a file arrived at the partner, and what was sent there that should not be, can be found out nowhere.',
  fix: {
    text: 'Give it a role that may write to CloudWatch Logs.',
    cli: 'aws transfer update-connector --connector-id {id} --logging-role ROLE_ARN',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html#transfer-3'],
});
