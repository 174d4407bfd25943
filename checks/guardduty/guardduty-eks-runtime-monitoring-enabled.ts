import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-eks-runtime-monitoring-enabled', {
  title: 'GuardDuty manages its runtime agent on EKS clusters',
  label: 'Runtime Monitoring of EKS clusters',
  features: ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'],
  additional: 'EKS_ADDON_MANAGEMENT',
  risk: 'New clusters and nodes run without the agent, so an attacker in a pod is seen only once the Kubernetes or AWS API is called.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for EKS, so that GuardDuty installs and updates the add-on on every cluster.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-eks.html'],
});
