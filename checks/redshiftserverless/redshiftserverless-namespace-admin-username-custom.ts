import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { namespace } from '../../src/services/redshiftserverless/namespace.ts';

export default state(namespace, 'redshiftserverless-namespace-admin-username-custom', {
  title: 'The first user of Redshift Serverless has no default name',
  at: 'adminName',
  is: {
    admin: fail('The first user of {label} is called admin, as by default'),
  },
  otherwise: pass('The first user of {label} is called {adminName}, which is no default'),
  unsaid: unknown('AWS does not say what the first user of {label} is called'),
  risk: 'Who tries passwords tries the names that everybody has first: half of what is needed to log on is known.',
  fix: {
    text: 'The name is given once. Make another namespace with another name, copy the data by UNLOAD and COPY or a data share, then delete this one.',
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-5',
  ],
});
