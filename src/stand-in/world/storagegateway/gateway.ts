import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const gateway = (id: string, GatewayName: string) => ({
  GatewayId: id,
  GatewayARN: arnOf('storagegateway', `gateway/${id}`),
  GatewayName,
  GatewayType: 'FILE_S3',
  GatewayOperationalState: 'ACTIVE',
});

export default answers('storage-gateway', {
  ListGateways: here({
    Gateways: [
      { ...gateway('sgw-12A3456B', 'plant'), HostEnvironment: 'VMWARE' },
      {
        ...gateway('sgw-98F7654E', 'archive'),
        HostEnvironment: 'EC2',
        Ec2InstanceId: 'i-0aaaaaaaaaaaaaaa1',
        Ec2InstanceRegion: 'us-east-1',
      },
    ],
  }),
});
