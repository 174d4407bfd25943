import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-ai-protection-enabled',
  title: 'GuardDuty AI Protection watches calls of Bedrock and SageMaker models',
  resource: detector,
  needs: ['detail'],
  risk: 'Prompt injection, unusual model calls and the running up of model costs with stolen credentials raise no finding.',
  fix: {
    text: 'Turn on AI Protection for the detector.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=AI_PROTECTION,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "AI_PROTECTION"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/findings-ai-protection.html'],
  evaluate: (subject) => judgeProtectionPlan(subject, { label: 'AI Protection', features: ['AI_PROTECTION'] }),
});
