import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-ecs-runtime-monitoring-enabled', {
  title: 'GuardDuty manages its runtime agent on ECS Fargate tasks',
  label: 'Runtime Monitoring of ECS tasks on Fargate',
  features: ['RUNTIME_MONITORING'],
  additional: 'ECS_FARGATE_AGENT_MANAGEMENT',
  risk: 'Fargate tasks have no host to look at: without the agent in them, malicious processes in a container raise no finding.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for ECS on Fargate; tasks started from then on carry the agent.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html'],
});
