import { listed } from '../../inventory/listed.ts';
import { ec2 } from './service.ts';
import { tagsOf } from '../tags.ts';

/** An AMI of this account; those of others that it may use are not listed. */
export const image = listed(ec2, 'AWS::EC2::Image', 'DescribeImages', {
  at: 'Images',
  input: { Owners: ['self'], MaxResults: 1000 },
  narrows: {
    ExecutableUsers: 'unless given',
    ImageIds: 'unless given',
    Filters: 'unless given',
    IncludeDeprecated: 'hides deprecated ones of others: an owner sees all of its own',
    IncludeDisabled: 'hides disabled ones: nobody can launch them, and none is public',
  },
  id: ({ ImageId }) => ImageId,
  keep: {
    name: 'Name',
    tags: ({ Tags }) => tagsOf(Tags),
    public: 'Public',
    createdAt: 'CreationDate',
    state: 'State',
  },
  label: ({ id, name }) => (name === id ? `AMI ${id}` : `AMI ${name} (${id})`),
  arn: ({ id }, { partition, region }) => `arn:${partition}:ec2:${region}::image/${id}`,
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html'],
});
