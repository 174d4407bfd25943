import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-ec2-runtime-monitoring-enabled',
  title: 'GuardDuty manages its runtime agent on EC2 instances',
  resource: detector,
  needs: ['detail'],
  risk: 'Instances without the agent show GuardDuty only their network traffic, so processes, file access and privilege escalation on them stay unseen.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for EC2; instances must be managed by Systems Manager.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=RUNTIME_MONITORING,Status=ENABLED,AdditionalConfiguration=[{Name=EC2_AGENT_MANAGEMENT,Status=ENABLED}]'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "RUNTIME_MONITORING"\n  status      = "ENABLED"\n  additional_configuration {\n    name   = "EC2_AGENT_MANAGEMENT"\n    status = "ENABLED"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ec2.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, {
      label: 'Runtime Monitoring of EC2 instances',
      features: ['RUNTIME_MONITORING'],
      additional: 'EC2_AGENT_MANAGEMENT',
    }),
});
