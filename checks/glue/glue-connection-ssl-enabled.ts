import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { connection } from '../../src/services/glue/connection.ts';

export default state(connection, 'glue-connection-ssl-enabled', {
  title: 'Connections of Glue use TLS',
  at: 'tls',
  is: {
    true: pass('{label} insists on TLS'),
    false: fail('{label} does not insist on TLS'),
  },
  unsaid: notApplicable('{label} is of a type that has no such setting'),
  risk: 'Passwords and all rows that are read can be seen and changed on the way.',
  fix: {
    text: 'Set `JDBC_ENFORCE_SSL` (of Kafka `KAFKA_SSL_ENABLED`) to true. The properties of a connection are given as a whole: `aws glue update-connection`.',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/connection-properties.html'],
});
