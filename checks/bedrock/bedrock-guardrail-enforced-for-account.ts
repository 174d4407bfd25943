import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { bedrockRegion } from '../../src/services/bedrock/region.ts';

/** As its model has it: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelEnforcement.html */
const everyModel = 'ALL';

export default defineCheck({
  id: 'bedrock-guardrail-enforced-for-account',
  title: 'A guardrail is enforced on all models of Bedrock',
  resource: bedrockRegion,
  needs: ['enforced'],
  evaluate({ name, enforced }) {
    const whole = enforced.find(
      ({ included, excluded = [] }) =>
        (included === undefined || included.includes(everyModel)) && excluded.length === 0,
    );
    const seen = { enforced };
    if (whole !== undefined && whole.guardrail === undefined)
      return unknown(`AWS does not say which guardrail ${name} enforces`);
    if (whole !== undefined) return pass(`${name} enforces ${whole.guardrail} on every call of a model`, seen);
    const partly = enforced.map(({ guardrail, included = [], excluded = [] }) =>
      excluded.length > 0
        ? `${guardrail ?? 'a guardrail'} on all but ${excluded.join(', ')}`
        : `${guardrail ?? 'a guardrail'} on ${included.join(', ')}`,
    );
    return fail(
      partly.length === 0
        ? `${name} enforces no guardrail of the account; expected one on every call of a model`
        : `${name} enforces guardrails on some models only: ${partly.join('; ')}; expected one on every call of a model`,
      seen,
    );
  },
  risk: 'Each application decides itself whether a guardrail looks at its prompts and answers: those that forget it, and keys that leak, go without.',
  fix: {
    text: 'Enforce a version of a guardrail for the account in this region, on all models. First let all callers of models use it (`bedrock:ApplyGuardrail`, and its resource policy): their calls are refused otherwise. A guardrail that the organization enforces by a Bedrock policy is not told here.',
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-enforcements.html',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListEnforcedGuardrailsConfiguration.html',
  ],
});
