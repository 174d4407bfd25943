import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

/** A guardrail is enforced in the main region; in the other one there is none. */
export default answers('bedrock', {
  ListEnforcedGuardrailsConfiguration: here({
    guardrailsConfig: [
      {
        configId: 'a1b2c3d4e5f6',
        guardrailArn: arnOf('bedrock', 'guardrail/gr1a2b3c4d5e'),
        guardrailId: 'gr1a2b3c4d5e',
        guardrailVersion: '3',
        createdAt: daysAgo(20),
        updatedAt: daysAgo(20),
        owner: 'ACCOUNT',
        modelEnforcement: { includedModels: ['ALL'], excludedModels: [] },
      },
    ],
  }),
});
