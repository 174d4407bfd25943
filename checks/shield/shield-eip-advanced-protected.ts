import { address } from '../../src/services/ec2/address.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { advancedProtected } from '../../src/judgements/protection/advanced-protection.ts';

export default advancedProtected(address, 'shield-eip-advanced-protected', {
  title: 'Shield Advanced protects the associated Elastic IP address',
  unless: [
    { at: 'associationId', is: [undefined], because: '{label} is not associated with anything' },
    {
      such: { serviceManaged: 'alb' },
      when: (subject) =>
        subject.serviceManaged === undefined
          ? undefined
          : `${labelOf(subject)} belongs to an AWS service (${subject.serviceManaged}), whose resource is protected instead`,
    },
  ],
  // Shield names addresses otherwise than EC2 does: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html
  protectedAs: ({ partition, region, account, id }) => `arn:${partition}:ec2:${region}:${account}:eip-allocation/${id}`,
  risk: 'Attacks on the instance or Network Load Balancer behind the address are met with the standard network protection only, and the response team cannot help.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
});
