import { privateSubnets } from '../../src/judgements/network/private-subnets.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default privateSubnets(neptuneCluster, 'neptune-cluster-subnet-not-public', {
  title: 'Neptune clusters are in private subnets',
  at: 'network.subnetIds',
  vpc: 'network.vpcId',
  risk: 'In a public subnet a public endpoint or a wide security group is enough to put the graph on the internet.',
  fix: {
    text: 'Make a subnet group of private subnets, whose route tables lead to no internet gateway, restore a snapshot of the cluster into it, and move its clients there: a cluster keeps the subnet group that it was made with. Where nothing needs the way out, take the route to the internet gateway out of the route tables instead.',
  },
  references: ['https://docs.aws.amazon.com/neptune/latest/userguide/get-started-vpc.html'],
});
