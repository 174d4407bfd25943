import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { unlessSubscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { protection } from '../../src/services/shield/protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

export default defineCheck({
  id: 'shield-advanced-protections-exist',
  title: 'The subscription to Shield Advanced protects at least one resource',
  resource: shieldSettings,
  needs: ['state'],
  along: { protections: along(protection, { witness: true }) },
  risk: 'Shield Advanced is paid for but protects nothing: only resources with a protection get its detection, mitigation and cost credits.',
  fix: {
    text: 'Add a protection for each resource that faces the internet, or let Firewall Manager do so for the organization.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn RESOURCE_ARN',
    terraform:
      'resource "aws_shield_protection" "this" {\n  name         = "PROTECTION"\n  resource_arn = "RESOURCE_ARN"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html'],
  evaluate({ name, state }, { along: { protections } }) {
    const ended = unlessSubscribed(state);
    if (ended !== undefined) return ended;
    return protections.length === 0
      ? fail(`${name} is subscribed to Shield Advanced, but no resource is protected by it`)
      : pass(`${name} has ${protections.length} protected resources`, { protections: protections.length });
  },
});
