import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { server } from '../../src/services/transfer/server.ts';

export default state(server, 'transfer-server-fips-policy', {
  title: 'Transfer Family servers use FIPS algorithms only',
  at: 'security.fips',
  is: {
    true: pass('{label} uses FIPS algorithms only ({security.name})'),
    false: fail('{label} uses {security.name}, which is no FIPS policy'),
  },
  unsaid: unknown('AWS does not say whether the security policy of {label} is one of FIPS'),
  risk: 'Where FIPS 140 is required, files go over connections that are not validated.',
  fix: {
    text: 'Choose the newest FIPS policy that its clients can speak; older clients are cut off. AWS offers them in some partitions and regions only.',
    cli: 'aws transfer update-server --server-id {id} --security-policy-name TransferSecurityPolicy-FIPS-2025-03',
  },
  references: ['https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html'],
});
