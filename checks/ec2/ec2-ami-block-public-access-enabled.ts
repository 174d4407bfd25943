import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default state(ec2Settings, 'ec2-ami-block-public-access-enabled', {
  title: 'Public sharing of AMIs is blocked in each region',
  at: 'imageBlockPublicAccess.state',
  is: {
    'block-new-sharing': pass('EC2 in {region} blocks public sharing of AMIs'),
    unblocked: fail('EC2 in {region} lets AMIs be shared publicly; expected block-new-sharing'),
    OTHER: unknown('EC2 in {region} is in a state of blocking public AMIs that this version does not know'),
  },
  unsaid: unknown('EC2 in {region} did not say whether public sharing of AMIs is blocked'),
  risk: 'One wrong call or click shares an AMI, and with it whole disks, with every AWS account.',
  fix: {
    text: 'Turn on block public access for AMIs, in every region. AMIs that are public stay public: make them private one by one.',
    cli: 'aws ec2 enable-image-block-public-access --image-block-public-access-state block-new-sharing',
    terraform: 'resource "aws_ec2_image_block_public_access" "this" {\n  state = "block-new-sharing"\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html'],
});
