import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { transfer } from './service.ts';

const described = (api: Api<typeof import('@aws-sdk/client-transfer'), 'DescribeServer'>, id: string) =>
  api.once(`server ${id}`, async () => (await api.call('DescribeServer', { ServerId: id })).Server);

/** Takes in and gives out files, over SFTP, FTPS, FTP or AS2. */
export const server = listed(transfer, 'AWS::Transfer::Server', 'ListServers', {
  at: 'Servers',
  references: ['https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedServer.html'],
  id: ({ ServerId }) => ServerId,
  keep: { arn: 'Arn', endpointType: 'EndpointType' },
  label: ({ id }) => `server ${id}`,
}).facets((facet) => ({
  details: facet({
    calls: ['DescribeServer'],
    async read(api, { id }) {
      const found = await described(api, id);
      return {
        protocols: found?.Protocols,
        loggingRole: found?.LoggingRole,
        /** Log groups. An empty list turns it off: https://docs.aws.amazon.com/transfer/latest/APIReference/API_UpdateServer.html */
        logsTo: found?.StructuredLogDestinations,
      };
    },
  }),
  /** What its security policy holds, whatever it is called. */
  security: facet({
    calls: ['DescribeServer', 'DescribeSecurityPolicy'],
    async read(api, { id }) {
      const name = (await described(api, id))?.SecurityPolicyName;
      if (name === undefined) return { name, fips: undefined, keyExchanges: undefined };
      const { SecurityPolicy } = await api.once(`security policy ${name}`, () =>
        api.call('DescribeSecurityPolicy', { SecurityPolicyName: name }),
      );
      return { name, fips: SecurityPolicy?.Fips, keyExchanges: SecurityPolicy?.SshKexs };
    },
  }),
}));
