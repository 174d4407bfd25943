import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { endpoint, onlyOf } from '../../src/services/dms/endpoint.ts';

export default state(endpoint, 'dms-endpoint-neptune-iam-auth-enabled', {
  title: 'Endpoints of Neptune sign in by IAM',
  unless: [onlyOf('neptune', 'Neptune')],
  at: 'neptuneIam',
  is: {
    true: pass('{label} signs in to Neptune by IAM'),
    false: fail('{label} does not sign in to Neptune by IAM'),
  },
  unsaid: unknown('AWS does not say whether {label} signs in by IAM'),
  risk: 'A graph that is written without signing in is open to whoever reaches it in the network.',
  fix: {
    text: "Turn IAM authentication on in the cluster, let the endpoint's role connect (`neptune-db:*` on the cluster), then set `IamAuthEnabled=true` by `aws dms modify-endpoint --neptune-settings`, which takes bucket and folder as well.",
  },
  references: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Target.Neptune.html',
    'https://docs.aws.amazon.com/dms/latest/APIReference/API_NeptuneSettings.html',
  ],
});
