import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awstransferfamily.html */
export const transfer = service<typeof import('@aws-sdk/client-transfer')>({
  id: 'transfer',
  sdkId: 'Transfer',
  // What it always sends: https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribeServer.html and its like
  sends: {
    ListWebAppsResponse: ['WebApps'],
    ListedWebApp: ['WebAppId', 'Arn'],
    ListConnectorsResponse: ['Connectors'],
    ListedConnector: ['ConnectorId', 'Arn'],
    DescribeConnectorResponse: ['Connector'],
    DescribedConnector: ['Arn', 'EgressType', 'Status'],
    ListServersResponse: ['Servers'],
    ListedServer: ['ServerId', 'Arn'],
    DescribeServerResponse: ['Server'],
    DescribeSecurityPolicyResponse: ['SecurityPolicy'],
  },
  load: () => import('./sdk.ts'),
});
