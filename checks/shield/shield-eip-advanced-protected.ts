import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { address } from '../../src/services/ec2/address.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { advancedProtection, judgeAdvancedProtection } from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-eip-advanced-protected',
  title: 'Shield Advanced protects the associated Elastic IP address',
  resource: address,
  along: advancedProtection,
  risk: 'Attacks on the instance or Network Load Balancer behind the address are met with the standard network protection only, and the response team cannot help.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
    cli: 'aws shield create-protection --region us-east-1 --name PROTECTION --resource-arn arn:{partition}:ec2:{region}:{account}:eip-allocation/{id}',
    terraform:
      'resource "aws_shield_protection" "this" {\n  name         = "{name}"\n  resource_arn = "arn:{partition}:ec2:{region}:{account}:eip-allocation/{id}"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate(subject, { along }) {
    const { id, arn, partition, region, account, associationId, serviceManaged } = subject;
    const label = labelOf(subject);
    if (associationId === undefined) return notApplicable(`${label} is not associated with anything`);
    if (serviceManaged !== undefined)
      return notApplicable(
        `${label} belongs to an AWS service (${serviceManaged}), whose resource is protected instead`,
      );
    // Shield names addresses otherwise than EC2 does: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html
    return judgeAdvancedProtection(
      label,
      [`arn:${partition}:ec2:${region}:${account}:eip-allocation/${id}`, arn],
      along,
    );
  },
});
