import { unknown } from '../../src/engine/check.ts';
import { fewDays } from '../../src/judgements/metrics/few-days.ts';
import { idleEndpoint } from '../../src/judgements/metrics/idle.ts';
import { endpointUnseen, vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default fewDays(vpcEndpoint, 'vpc-interface-endpoint-not-idle', {
  ...idleEndpoint,
  title: 'Interface endpoints are used',
  unless: [
    { at: 'endpointType', is: [undefined], verdict: unknown('AWS does not say of which type {label} is') },
    {
      such: { endpointType: 'Gateway' },
      when: ({ name, endpointType }) => (endpointType === 'Interface' ? undefined : `${name} is no interface endpoint`),
    },
    endpointUnseen,
  ],
});
