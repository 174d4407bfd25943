import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-runtime-monitoring-enabled',
  title: 'GuardDuty Runtime Monitoring watches what runs on hosts and containers',
  resource: detector,
  needs: ['detail'],
  risk: 'Processes, file access and connections inside instances and containers stay unseen, so an attack that makes no API call raises no finding.',
  fix: {
    text: 'Turn on Runtime Monitoring for the detector and let GuardDuty manage its agent on EKS, ECS Fargate and EC2.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=RUNTIME_MONITORING,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "RUNTIME_MONITORING"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, { label: 'Runtime Monitoring', features: ['RUNTIME_MONITORING'] }),
});
