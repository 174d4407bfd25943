import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbProxy } from '../../src/services/rds/proxy.ts';

export default state(dbProxy, 'rds-proxy-tls-required', {
  title: 'Database proxies require TLS',
  at: 'requireTls',
  is: {
    true: pass('{label} requires TLS'),
    false: fail('{label} takes connections without TLS; expected that it requires TLS'),
  },
  unsaid: unknown('AWS does not say whether {label} requires TLS'),

  risk: 'Who sits on the way between clients and proxy reads queries, data and passwords.',
  fix: {
    text: 'Require TLS. Clients that connect without it are refused from then on. `--no-require-tls` undoes it.',
    cli: 'aws rds modify-db-proxy --db-proxy-name {id} --require-tls',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-modifying-proxy.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-43',
  ],
});
