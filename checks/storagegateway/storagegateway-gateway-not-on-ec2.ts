import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { gateway } from '../../src/services/storagegateway/gateway.ts';

const elsewhere = pass('{label} does not run on an EC2 instance ({host})');

export default state(gateway, 'storagegateway-gateway-not-on-ec2', {
  title: 'Storage gateways do not hang on one EC2 instance',
  at: 'host',
  is: {
    ...sameFor(['VMWARE', 'HYPER-V', 'KVM', 'SNOWBALL', 'OTHER'], elsewhere),
    EC2: fail('{label} runs on the EC2 instance {instanceId|that AWS does not name}, and has no other'),
  },
  unsaid: unknown('AWS does not say what {label} runs on'),
  risk: 'When the instance or its zone fails, nobody gets at the files until somebody has made another one, and what was not uploaded yet is lost.',
  fix: {
    text: 'Where it has to stay available run it on VMware with vSphere High Availability, or use a service that spans zones instead, such as FSx or EFS.',
  },
  references: ['https://docs.aws.amazon.com/filegateway/latest/files3/vmware-ha.html'],
});
