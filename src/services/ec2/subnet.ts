import { resource } from '../../inventory/resource.ts';
import { ec2 } from './service.ts';
import { nameOf, tagsOf } from './tags.ts';

/** A subnet. Those that another account shares are listed too: see `ownerId`. */
export const subnet = resource(ec2, 'AWS::EC2::Subnet', {
  calls: ['DescribeSubnets'],
  async *list(api) {
    for await (const { Subnets } of api.pages('DescribeSubnets', { MaxResults: 1000 })) {
      for (const each of Subnets ?? []) {
        if (each.SubnetId === undefined) continue;
        yield {
          id: each.SubnetId,
          name: nameOf(each.Tags),
          arn: `arn:${api.partition}:ec2:${api.region}:${each.OwnerId ?? api.account}:subnet/${each.SubnetId}`,
          tags: tagsOf(each.Tags),
          ownerId: each.OwnerId,
          vpcId: each.VpcId,
          /**
           * VPC Block Public Access as it applies to the subnet, exclusions counted: `off`, `block-bidirectional` or
           * `block-ingress`; absent where the region does not have the feature.
           * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_BlockPublicAccessStates.html
           */
          internetGatewayBlockMode: each.BlockPublicAccessStates?.InternetGatewayBlockMode,
        };
      }
    }
  },
});
