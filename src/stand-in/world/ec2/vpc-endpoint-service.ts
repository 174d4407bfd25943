import { answers } from '../../answers.ts';
import { idIn } from '../../facts.ts';

export default answers('ec2', {
  DescribeVpcEndpointServiceConfigurations: ({ region }) => ({
    ServiceConfigurations: [
      {
        ServiceId: idIn(region, 'vpce-svc'),
        ServiceName: `com.amazonaws.vpce.${region}.${idIn(region, 'vpce-svc')}`,
        ServiceState: 'Available',
        ServiceType: [{ ServiceType: 'Interface' }],
        AcceptanceRequired: true,
      },
    ],
  }),
  DescribeVpcEndpointServicePermissions: { AllowedPrincipals: [{ PrincipalType: 'All', Principal: '*' }] },
});
