import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inConsole } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-deletion-protection-enabled', {
  title: 'Cognito user pools are protected from deletion',
  at: 'details.deletionProtection',
  is: {
    ACTIVE: pass('{label} is protected from deletion'),
    INACTIVE: fail('{label} is not protected from deletion; expected that it is'),
  },
  unsaid: unknown('AWS does not say whether {label} is protected from deletion'),
  risk: 'A deleted pool takes all its users with it: there is no backup, and their passwords cannot be brought back.',
  fix: { text: `Activate deletion protection of the pool. ${inConsole}` },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-6',
  ],
});
