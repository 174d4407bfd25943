import { answers } from '../../answers.ts';
import { idIn, mainRegion } from '../../facts.ts';

export default answers('ec2', {
  DescribeAddresses: ({ region }) => {
    const AllocationId = idIn(region, 'eipalloc');
    return {
      Addresses:
        region === mainRegion
          ? [
              {
                AllocationId,
                AssociationId: 'eipassoc-a1',
                InstanceId: 'i-a1',
                PublicIp: '203.0.113.8',
                Domain: 'vpc',
                PublicIpv4Pool: 'amazon',
              },
              { AllocationId: 'eipalloc-a2', PublicIp: '203.0.113.9', Domain: 'vpc', PublicIpv4Pool: 'amazon' },
            ]
          : [{ AllocationId, PublicIp: '203.0.113.8', Domain: 'vpc', PublicIpv4Pool: 'amazon' }],
    };
  },
});
