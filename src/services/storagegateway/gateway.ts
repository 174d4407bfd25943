import { listed } from '../../inventory/listed.ts';
import { storagegateway } from './service.ts';

/** A machine, virtual mostly, that shows storage in AWS to a network as files, volumes or tapes. */
export const gateway = listed(storagegateway, 'AWS::StorageGateway::Gateway', 'ListGateways', {
  at: 'Gateways',
  input: { Limit: 100 },
  references: ['https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_GatewayInfo.html'],
  id: ({ GatewayARN }) => GatewayARN?.split('/').at(-1),
  keep: { arn: 'GatewayARN', name: 'GatewayName', host: 'HostEnvironment', instanceId: 'Ec2InstanceId' },
  label: ({ id, name }) => (name === id ? `gateway ${id}` : `gateway ${name} (${id})`),
});
