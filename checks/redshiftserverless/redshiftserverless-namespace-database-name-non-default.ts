import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { namespace } from '../../src/services/redshiftserverless/namespace.ts';

export default state(namespace, 'redshiftserverless-namespace-database-name-non-default', {
  title: 'The first database of Redshift Serverless has no default name',
  at: 'databaseName',
  is: {
    dev: fail('The first database of {label} is called dev, as by default'),
  },
  otherwise: pass('The first database of {label} is called {databaseName}, which is no default'),
  unsaid: unknown('AWS does not say what the first database of {label} is called'),
  risk: 'Attacks and scripts that were copied try the name that everybody has first.',
  fix: {
    text: 'The name is given once. Make another namespace with another name, copy the data by UNLOAD and COPY or a data share, then delete this one.',
  },
  references: ['https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateNamespace.html'],
});
