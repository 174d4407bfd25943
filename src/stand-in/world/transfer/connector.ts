import { answers, here } from '../../answers.ts';
import { arnOf, iamArn } from '../../facts.ts';

const logged = 'c-0123456789abcdef0';
const connector = (ConnectorId: string) => ({
  ConnectorId,
  Arn: arnOf('transfer', `connector/${ConnectorId}`),
  Url: 'sftp://files.partner.example',
});

export default answers('transfer', {
  ListConnectors: here({ Connectors: [connector(logged), connector('c-0fedcba9876543210')] }),
  DescribeConnector: ({ input }) => {
    const id = String(input['ConnectorId']);
    const role = id === logged ? { LoggingRole: iamArn('role/transfer-logs') } : {};
    return { Connector: { ...connector(id), EgressType: 'SERVICE_MANAGED', Status: 'ACTIVE', ...role } };
  },
});
