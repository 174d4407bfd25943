import { runsPlan } from '../../src/judgements/protection/protection-plan.ts';

export default runsPlan('guardduty-eks-audit-log-monitoring-enabled', {
  title: 'GuardDuty analyses the Kubernetes audit logs of EKS clusters',
  label: 'EKS Protection',
  features: ['EKS_AUDIT_LOGS'],
  dataSource: 'kubernetesAuditLogs',
  risk: 'Calls to the Kubernetes API from anonymous users, stolen service accounts or known attackers raise no finding.',
  fix: {
    text: 'Turn on EKS Protection for the detector; it reads the audit logs without their being stored in your account.',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html'],
});
