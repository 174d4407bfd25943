import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inConsole } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-custom-auth-threat-protection-enforced', {
  title: 'Cognito user pools act on risky sign-ins by custom authentication',
  at: 'details.customAuthThreatProtection',
  is: {
    ENFORCED: pass('{label} acts on risky sign-ins by custom authentication'),
    AUDIT: fail('{label} only logs risky sign-ins by custom authentication (AUDIT); expected ENFORCED'),
  },
  // There is no value for "off": it is left out.
  unsaid: fail('{label} has no threat protection for custom authentication; expected ENFORCED'),
  unless: [
    {
      at: 'details.customAuth',
      is: [false],
      because: '{label} has no trigger that defines challenges, so that nobody signs in by custom authentication',
    },
    {
      at: 'details.threatProtection',
      is: ['OFF', undefined],
      verdict: fail(
        '{label} has no threat protection[, in the plan {details.tier}]; expected ENFORCED for custom authentication',
      ),
    },
  ],
  risk: 'The challenges that the functions of the pool ask are all that stands between a guesser and an account: nothing slows him down or looks where he comes from.',
  fix: {
    text: `Threat protection is part of the plan Plus, which costs more for each active user: change the plan where it is another, then set full function for custom authentication too. Log for two weeks first (AUDIT). ${inConsole}`,
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-4',
  ],
});
