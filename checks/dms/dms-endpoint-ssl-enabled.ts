import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { endpoint, withoutSslMode } from '../../src/services/dms/endpoint.ts';

export default state(endpoint, 'dms-endpoint-ssl-enabled', {
  title: 'Endpoints of DMS use TLS',
  unless: [withoutSslMode],
  at: 'sslMode',
  is: {
    none: fail('{label} reaches its database without TLS'),
    require: pass('{label} uses TLS (require)'),
    'verify-ca': pass('{label} uses TLS and verifies the CA (verify-ca)'),
    'verify-full': pass('{label} uses TLS and verifies CA and host (verify-full)'),
  },
  unsaid: unknown('AWS does not say whether {label} uses TLS'),
  risk: "All data that is moved, and the database's password, can be read and changed on the way.",
  fix: {
    text: 'Import the CA certificate of the database (`aws dms import-certificate`), stop the tasks of the endpoint, and set its SSL mode: not each engine has all modes. `--ssl-mode none` undoes it.',
    cli: 'aws dms modify-endpoint --endpoint-arn {arn} --ssl-mode verify-full --certificate-arn CERTIFICATE_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html#dms-9',
  ],
});
