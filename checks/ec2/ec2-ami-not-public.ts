import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { image } from '../../src/services/ec2/image.ts';
import { shell } from '../../src/text/shell.ts';

export default state(image, 'ec2-ami-not-public', {
  title: 'AMIs are not public',
  at: 'public',
  is: {
    true: ({ id, name }) =>
      fail(
        `AMI ${name === id ? id : `${name} (${id})`} can be launched by every AWS account; expected no permission for the group "all"`,
        { public: true },
        undefined,
        { reach: { from: 'internet', how: 'launchable by every AWS account' } },
      ),
    false: pass('{label} is not public'),
  },
  unsaid: unknown('AWS does not say whether {label} is public'),
  exposes: true,
  risk: 'Anyone with an AWS account can launch the AMI and read its disks: code, configuration and whatever credentials were left on them.',
  fix: {
    text: 'Take the permission of the group "all" away, share with named accounts where needed, and treat what is on the disks as disclosed. Then block public sharing of AMIs in the region: that keeps others from becoming public, and does not make private what is public already.',
    exact: ({ id }) => ({
      cli: shell`aws ec2 modify-image-attribute --image-id ${id} --launch-permission ${{ Remove: [{ Group: 'all' }] }}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html',
  ],
});
