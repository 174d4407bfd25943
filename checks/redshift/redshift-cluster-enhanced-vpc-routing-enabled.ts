import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { redshiftCluster } from '../../src/services/redshift/cluster.ts';

export default state(redshiftCluster, 'redshift-cluster-enhanced-vpc-routing-enabled', {
  title: 'Redshift clusters load and unload through their VPC',
  at: 'enhancedVpcRouting',
  is: {
    true: pass('{label} loads and unloads data through its VPC'),
    false: fail('{label} loads and unloads data past its VPC; expected enhanced VPC routing'),
  },
  unsaid: unknown('Redshift did not say whether {label} loads and unloads data through its VPC'),
  risk: 'What COPY and UNLOAD move passes no security group, endpoint policy or flow log of the VPC, so data can leave unseen to any bucket.',
  fix: {
    text: 'Give the VPC an S3 endpoint or NAT first, else loading and unloading stop. Then turn enhanced VPC routing on: the cluster restarts. `--no-enhanced-vpc-routing` undoes it.',
    cli: 'aws redshift modify-cluster --cluster-identifier {id} --enhanced-vpc-routing',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html#redshift-7',
  ],
});
