import { answers } from '../../answers.ts';
import { account, daysAgo, idIn, mainRegion, policy } from '../../facts.ts';

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
      ...(region === mainRegion
        ? (['Interface', 'GatewayLoadBalancer'] as const).map((VpcEndpointType, n) => ({
            VpcEndpointId: idIn(region, 'vpce', String(n + 2)),
            VpcEndpointType,
            VpcId: idIn(region, 'vpc'),
            ServiceName: n === 0 ? `com.amazonaws.${region}.sqs` : `com.amazonaws.vpce.${region}.vpce-svc-a1`,
            State: 'available',
            OwnerId: account,
            RouteTableIds: [],
            SubnetIds: [idIn(region, 'subnet')],
            Groups: [],
            CreationTimestamp: daysAgo(100),
          }))
        : []),
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
