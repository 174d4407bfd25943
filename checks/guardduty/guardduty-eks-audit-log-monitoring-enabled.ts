import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-eks-audit-log-monitoring-enabled',
  title: 'GuardDuty analyses the Kubernetes audit logs of EKS clusters',
  resource: detector,
  needs: ['detail'],
  risk: 'Calls to the Kubernetes API from anonymous users, stolen service accounts or known attackers raise no finding.',
  fix: {
    text: 'Turn on EKS Protection for the detector; it reads the audit logs without their being stored in your account.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=EKS_AUDIT_LOGS,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "EKS_AUDIT_LOGS"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, {
      label: 'EKS Protection',
      features: ['EKS_AUDIT_LOGS'],
      dataSource: 'kubernetesAuditLogs',
    }),
});
