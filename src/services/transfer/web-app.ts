import { listed } from '../../inventory/listed.ts';
import { transfer } from './service.ts';

/** A web page by which people move files to and from S3. */
export const webApp = listed(transfer, 'AWS::Transfer::WebApp', 'ListWebApps', {
  at: 'WebApps',
  references: ['https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedWebApp.html'],
  id: ({ WebAppId }) => WebAppId,
  keep: { arn: 'Arn', endpointType: 'EndpointType' },
  label: ({ id }) => `web app ${id}`,
});
