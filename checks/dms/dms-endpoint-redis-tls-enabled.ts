import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { endpoint, onlyOf } from '../../src/services/dms/endpoint.ts';

export default state(endpoint, 'dms-endpoint-redis-tls-enabled', {
  title: 'Endpoints of Redis use TLS',
  unless: [onlyOf('redis', 'Redis')],
  at: 'redisTls',
  is: {
    'ssl-encryption': pass('{label} reaches Redis by TLS'),
    plaintext: fail('{label} reaches Redis without TLS (plaintext); expected ssl-encryption'),
  },
  unsaid: unknown('AWS does not say whether {label} uses TLS'),
  risk: 'All data that is moved, and the password of the target, can be read on the way.',
  fix: {
    text: 'Turn TLS on in the target first, stop the task, then set it on the endpoint. `SslSecurityProtocol=plaintext` undoes it.',
    cli: 'aws dms modify-endpoint --endpoint-arn {arn} --redis-settings SslSecurityProtocol=ssl-encryption,ServerName=SERVER_NAME,Port=PORT',
  },
  references: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_RedisSettings.html'],
});
