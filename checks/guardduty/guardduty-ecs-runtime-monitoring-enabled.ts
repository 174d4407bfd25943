import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-ecs-runtime-monitoring-enabled',
  title: 'GuardDuty manages its runtime agent on ECS Fargate tasks',
  resource: detector,
  needs: ['detail'],
  risk: 'Fargate tasks have no host to look at: without the agent in them, malicious processes in a container raise no finding.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for ECS on Fargate; tasks started from then on carry the agent.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=RUNTIME_MONITORING,Status=ENABLED,AdditionalConfiguration=[{Name=ECS_FARGATE_AGENT_MANAGEMENT,Status=ENABLED}]'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "RUNTIME_MONITORING"\n  status      = "ENABLED"\n  additional_configuration {\n    name   = "ECS_FARGATE_AGENT_MANAGEMENT"\n    status = "ENABLED"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, {
      label: 'Runtime Monitoring of ECS tasks on Fargate',
      features: ['RUNTIME_MONITORING'],
      additional: 'ECS_FARGATE_AGENT_MANAGEMENT',
    }),
});
