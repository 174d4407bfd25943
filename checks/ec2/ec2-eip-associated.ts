import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { address } from '../../src/services/ec2/address.ts';

export default state(address, 'ec2-eip-associated', {
  title: 'Elastic IP addresses are in use',
  at: 'associationId',
  otherwise: pass('{label} ({publicIp|no address}) is associated'),
  // Only an address that is associated has one: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Address.html
  unsaid: fail('{label} ({publicIp|no address}) is associated with nothing'),
  unless: [
    {
      such: { serviceManaged: 'nlb', associationId: undefined },
      when: ({ name, serviceManaged }) =>
        serviceManaged === undefined ? undefined : `${name} is managed by an AWS service (${serviceManaged})`,
    },
    {
      such: { pool: 'ipv4pool-ec2-012345', associationId: undefined, serviceManaged: undefined },
      when: ({ name, pool }) =>
        pool === undefined || pool === 'amazon' ? undefined : `${name} is of the own pool ${pool}, which costs nothing`,
    },
  ],
  risk: 'An address that nothing uses is billed by the hour, counts against the quota, and may still be in DNS records and allow lists.',
  fix: {
    text: 'Release the address once no DNS record, allow list or partner names it: somebody else gets it then, and it is hard to get back.',
    cli: 'aws ec2 release-address --allocation-id {id}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-12',
  ],
});
