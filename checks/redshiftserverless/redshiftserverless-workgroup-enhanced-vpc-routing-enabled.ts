import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { workgroup } from '../../src/services/redshiftserverless/workgroup.ts';

export default state(workgroup, 'redshiftserverless-workgroup-enhanced-vpc-routing-enabled', {
  title: 'Workgroups of Redshift Serverless load and unload through the VPC',
  at: 'enhancedVpcRouting',
  is: {
    true: pass('{label} loads and unloads through the VPC'),
    false: fail('{label} loads and unloads past the VPC; expected enhanced VPC routing'),
  },
  unsaid: unknown('AWS does not say which way {label} loads and unloads'),
  risk: 'What is loaded and unloaded passes no endpoint policy, no firewall and no flow log: data leaves unseen.',
  fix: {
    text: 'Turn on enhanced VPC routing. The VPC needs a way to the buckets, such as a gateway endpoint of S3, or loading fails. `--no-enhanced-vpc-routing` undoes it.',
    cli: 'aws redshift-serverless update-workgroup --workgroup-name {id} --enhanced-vpc-routing',
  },
  references: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html#redshiftserverless-1',
  ],
});
