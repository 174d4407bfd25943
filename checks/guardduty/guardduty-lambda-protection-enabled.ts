import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-lambda-protection-enabled',
  title: 'GuardDuty Lambda Protection watches the network activity of functions',
  resource: detector,
  needs: ['detail'],
  risk: 'A function that mines coins or sends data to a command-and-control server raises no finding.',
  fix: {
    text: 'Turn on Lambda Protection for the detector; functions need no change.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=LAMBDA_NETWORK_LOGS,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "LAMBDA_NETWORK_LOGS"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, { label: 'Lambda Protection', features: ['LAMBDA_NETWORK_LOGS'] }),
});
