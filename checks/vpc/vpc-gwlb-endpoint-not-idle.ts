import { unknown } from '../../src/engine/check.ts';
import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { idleEndpoint } from '../../src/judgements/metrics/idle.ts';
import { endpointUnseen, vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default fewDays(vpcEndpoint, 'vpc-gwlb-endpoint-not-idle', {
  ...idleEndpoint,
  title: 'Gateway Load Balancer endpoints are used',
  unless: [
    { at: 'endpointType', is: [undefined], verdict: unknown('AWS does not say of which type {label} is') },
    {
      such: { endpointType: 'Gateway' },
      when: ({ name, endpointType }) =>
        endpointType === 'GatewayLoadBalancer' ? undefined : `${name} is no Gateway Load Balancer endpoint`,
    },
    endpointUnseen,
  ],
});
