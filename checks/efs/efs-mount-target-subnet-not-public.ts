import { privateSubnets } from '../../src/judgements/network/private-subnets.ts';
import { mountTarget } from '../../src/services/efs/mount-target.ts';

export default privateSubnets(mountTarget, 'efs-mount-target-subnet-not-public', {
  title: 'Mount targets are in private subnets',
  at: 'subnetIds',
  vpc: 'vpcId',
  risk: 'Machines in a public subnet are the first that are broken into, and files are one mount away from them.',
  fix: {
    text: 'Make a mount target in a private subnet of the same Availability Zone, whose route table leads to no internet gateway, after taking this one away: a zone has one. Clients mount again. Where nothing in the subnet needs the way out, take the route out of its table instead.',
  },
  references: [
    'https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-6',
  ],
});
