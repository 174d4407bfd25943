import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default state(neptuneCluster, 'neptune-cluster-iam-auth-enabled', {
  title: 'Neptune clusters ask who calls',
  at: 'iamAuthentication',
  is: {
    true: pass('{label} takes requests that users of IAM signed'),
    false: fail('{label} answers whoever reaches it over the network; expected IAM authentication'),
  },
  unsaid: unknown('AWS does not say whether {label} has IAM authentication'),
  risk: 'Neptune knows no passwords: without IAM authentication whoever reaches the cluster in the network reads, changes and deletes the graph, and no log says who it was.',
  fix: {
    text: 'Turn IAM authentication on. Requests that are not signed are refused from then on: give clients roles with neptune-db actions and have them sign first. `--no-enable-iam-database-authentication` undoes it.',
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier {id} --enable-iam-database-authentication --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth-enable.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-7',
  ],
});
