import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-ec2-runtime-monitoring-enabled', {
  title: 'GuardDuty manages its runtime agent on EC2 instances',
  label: 'Runtime Monitoring of EC2 instances',
  features: ['RUNTIME_MONITORING'],
  additional: 'EC2_AGENT_MANAGEMENT',
  risk: 'Instances without the agent show GuardDuty only their network traffic, so processes, file access and privilege escalation on them stay unseen.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for EC2; instances must be managed by Systems Manager.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ec2.html'],
});
