import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inConsole } from '../../src/judgements/credentials/user-pools.ts';
import { userPool } from '../../src/services/cognito/user-pool.ts';

export default state(userPool, 'cognito-user-pool-threat-protection-enforced', {
  title: 'Cognito user pools act on risky sign-ins',
  at: 'details.threatProtection',
  is: {
    ENFORCED: pass('{label} acts on risky sign-ins'),
    AUDIT: fail('{label} only logs risky sign-ins (AUDIT); expected ENFORCED'),
    OFF: fail('{label} has threat protection turned off[, in the plan {details.tier}]; expected ENFORCED'),
  },
  // DescribeUserPool leaves the add-ons out where they were never set: its reference does not say so, answers do.
  unsaid: fail('{label} has no threat protection[, in the plan {details.tier}]; expected ENFORCED'),
  risk: 'Passwords that leaked elsewhere and sign-ins from unheard-of places and devices are let through.',
  fix: {
    text: `Threat protection is part of the plan Plus, which costs more for each active user: change the plan where it is another, then set full function. Log for two weeks first (AUDIT) to see whom it would stop. ${inConsole}`,
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-1',
  ],
});
