import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { dbInstance, notOfCluster } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-admin-username-custom', {
  title: 'The first user of databases has no default name',
  at: 'adminName',
  is: sameFor(['admin', 'postgres'], fail('The first user of {label} is called {adminName}, as by default')),
  otherwise: pass('The first user of {label} is called {adminName}, which is no default'),
  unsaid: unknown('AWS does not say what the first user of {label} is called'),
  unless: [notOfCluster],
  risk: 'Who tries passwords tries the names that everybody has first: half of what is needed to log on is known.',
  fix: {
    text: 'The name is given once, and a restored snapshot keeps it. Make a new database with another name, move the data by the tools of its engine, then delete this one. Meanwhile let nobody but the application in by the network.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-25',
  ],
});
