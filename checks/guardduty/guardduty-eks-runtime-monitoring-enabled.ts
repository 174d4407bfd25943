import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-eks-runtime-monitoring-enabled',
  title: 'GuardDuty manages its runtime agent on EKS clusters',
  resource: detector,
  needs: ['detail'],
  risk: 'New clusters and nodes run without the agent, so an attacker in a pod is seen only once the Kubernetes or AWS API is called.',
  fix: {
    text: 'Turn on Runtime Monitoring with automated agent configuration for EKS, so that GuardDuty installs and updates the add-on on every cluster.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=RUNTIME_MONITORING,Status=ENABLED,AdditionalConfiguration=[{Name=EKS_ADDON_MANAGEMENT,Status=ENABLED}]'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "RUNTIME_MONITORING"\n  status      = "ENABLED"\n  additional_configuration {\n    name   = "EKS_ADDON_MANAGEMENT"\n    status = "ENABLED"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-eks.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, {
      label: 'Runtime Monitoring of EKS clusters',
      features: ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'],
      additional: 'EKS_ADDON_MANAGEMENT',
    }),
});
