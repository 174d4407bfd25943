import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-rds-protection-enabled',
  title: 'GuardDuty RDS Protection watches logins to databases',
  resource: detector,
  needs: ['detail'],
  risk: 'Password guessing and logins from unusual places on Aurora and RDS databases raise no finding.',
  fix: {
    text: 'Turn on RDS Protection for the detector; it reads login activity without touching the databases.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=RDS_LOGIN_EVENTS,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "RDS_LOGIN_EVENTS"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html'],
  evaluate: (subject) => judgeProtectionPlan(subject, { label: 'RDS Protection', features: ['RDS_LOGIN_EVENTS'] }),
});
