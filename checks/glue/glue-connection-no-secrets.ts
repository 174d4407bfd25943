import { noSecrets } from '../../src/judgements/secrets/secrets.ts';
import { connection } from '../../src/services/glue/connection.ts';

export default noSecrets(connection, 'glue-connection-no-secrets', {
  title: 'Connections of Glue hold no secrets',
  in: 'propertySecrets',
  place: 'its properties',
  expected: 'a secret of Secrets Manager (SECRET_ID)',
  risk: 'Whoever may read connections reads the password of the database, and nobody rotates it.',
  fix: {
    text: 'Change the password, keep it in Secrets Manager, and name that secret as `SECRET_ID` in place of user and password: the properties of a connection are given as a whole (`aws glue update-connection`). Jobs and crawlers have to be allowed to read it.',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/connection-properties-secrets-manager.html'],
});
