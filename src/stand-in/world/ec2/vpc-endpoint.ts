import { answers } from '../../answers.ts';
import { account, idIn, policy } from '../../facts.ts';

export default answers('ec2', {
  DescribeVpcEndpoints: ({ region }) => ({
    VpcEndpoints: [
      {
        VpcEndpointId: idIn(region, 'vpce'),
        VpcEndpointType: 'Gateway',
        VpcId: idIn(region, 'vpc'),
        ServiceName: `com.amazonaws.${region}.s3`,
        State: 'available',
        OwnerId: account,
        RouteTableIds: [idIn(region, 'rtb')],
        SubnetIds: [],
        Groups: [],
        PolicyDocument: policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
      },
    ],
  }),
  DescribeVpcEndpointServices: ({ region }) => ({
    ServiceNames: [`com.amazonaws.${region}.s3`],
    ServiceDetails: [
      {
        ServiceName: `com.amazonaws.${region}.s3`,
        ServiceType: [{ ServiceType: 'Gateway' }],
        VpcEndpointPolicySupported: true,
        Owner: 'amazon',
      },
    ],
  }),
});
