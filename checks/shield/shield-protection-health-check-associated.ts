import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { protection } from '../../src/services/shield/protection.ts';

export default defineCheck({
  id: 'shield-protection-health-check-associated',
  title: 'The Shield Advanced protection uses a health check',
  resource: protection,
  risk: 'Without a health check attacks are noticed later and at higher traffic, and the response team does not get in touch by itself.',
  fix: {
    text: 'Associate a Route 53 health check that tells whether the application is well; it must be healthy when it is associated.',
    cli: 'aws shield associate-health-check --region us-east-1 --protection-id {id} --health-check-arn HEALTH_CHECK_ARN',
    terraform:
      'resource "aws_shield_protection_health_check_association" "this" {\n  shield_protection_id = "{id}"\n  health_check_arn     = "HEALTH_CHECK_ARN"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-health-checks.html'],
  evaluate({ name, protects, healthCheckIds }) {
    if (protects === undefined) return unknown(`ListProtections does not say what ${name} protects`);
    // The one kind of resource without health-based detection.
    if (protects.includes(':hostedzone/'))
      return notApplicable(`${name} protects a hosted zone, for which there is no health-based detection`);
    return healthCheckIds.length === 0
      ? fail(`${name} protects ${protects} without a health check`, { protects })
      : pass(`${name} uses ${healthCheckIds.join(', ')} to tell whether ${protects} is healthy`, {
          protects,
          healthCheckIds,
        });
  },
});
