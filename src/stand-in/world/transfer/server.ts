import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, idIn, mainRegion } from '../../facts.ts';

const ids = { partners: 's-0123456789abcdef0', legacy: 's-0fedcba9876543210' };
const listed = (ServerId: string) => ({
  ServerId,
  Arn: arnOf('transfer', `server/${ServerId}`),
  Domain: 'S3',
  IdentityProviderType: 'SERVICE_MANAGED',
  EndpointType: 'VPC',
  State: 'ONLINE',
});
const policies = {
  'TransferSecurityPolicy-FIPS-2025-03': {
    Fips: true,
    SshKexs: ['mlkem768nistp256-sha256', 'mlkem1024nistp384-sha384', 'ecdh-sha2-nistp384'],
  },
  'TransferSecurityPolicy-2018-11': {
    Fips: false,
    SshKexs: ['curve25519-sha256', 'diffie-hellman-group14-sha256', 'diffie-hellman-group14-sha1'],
  },
};

export default answers('transfer', {
  ListServers: here({
    Servers: [
      { ...listed(ids.partners), LoggingRole: iamArn('role/transfer-logs') },
      { ...listed(ids.legacy), EndpointType: 'PUBLIC' },
    ],
  }),
  DescribeServer: ({ input }) => {
    const id = String(input['ServerId']);
    const good = id === ids.partners;
    return {
      Server: {
        ...listed(id),
        ...(good
          ? {
              EndpointDetails: { VpcId: idIn(mainRegion, 'vpc'), SubnetIds: [idIn(mainRegion, 'subnet')] },
              LoggingRole: iamArn('role/transfer-logs'),
              StructuredLogDestinations: [arnOf('logs', 'log-group:/aws/transfer/partners:*')],
            }
          : { EndpointType: 'PUBLIC' }),
        Protocols: good ? ['SFTP'] : ['SFTP', 'FTP'],
        SecurityPolicyName: good ? 'TransferSecurityPolicy-FIPS-2025-03' : 'TransferSecurityPolicy-2018-11',
      },
    };
  },
  DescribeSecurityPolicy: ({ input }) => {
    const old = input['SecurityPolicyName'] === 'TransferSecurityPolicy-2018-11';
    const name = old ? 'TransferSecurityPolicy-2018-11' : 'TransferSecurityPolicy-FIPS-2025-03';
    return { SecurityPolicy: { SecurityPolicyName: name, ...policies[name] } };
  },
});
