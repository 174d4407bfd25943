import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-runtime-monitoring-enabled', {
  title: 'GuardDuty Runtime Monitoring watches what runs on hosts and containers',
  label: 'Runtime Monitoring',
  features: ['RUNTIME_MONITORING'],
  risk: 'Processes, file access and connections inside instances and containers stay unseen, so an attack that makes no API call raises no finding.',
  fix: {
    text: 'Turn on Runtime Monitoring for the detector and let GuardDuty manage its agent on EKS, ECS Fargate and EC2.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html'],
});
