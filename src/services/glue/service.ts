import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsglue.html */
export const glue = service<typeof import('@aws-sdk/client-glue')>({
  id: 'glue',
  sdkId: 'Glue',
  // What it always sends: https://docs.aws.amazon.com/glue/latest/webapi/API_GetJobs.html
  sends: {
    GetConnectionsResponse: ['ConnectionList'],
    Connection: ['Name', 'ConnectionType'],
    GetDataCatalogEncryptionSettingsResponse: ['DataCatalogEncryptionSettings'],
    GetDevEndpointsResponse: ['DevEndpoints'],
    DevEndpoint: ['EndpointName'],
    GetJobsResponse: ['Jobs'],
    Job: ['Name', 'Command'],
    JobCommand: ['Name'],
    GetMLTransformsResponse: ['Transforms'],
    MLTransform: ['TransformId', 'Name'],
    GetSecurityConfigurationsResponse: ['SecurityConfigurations'],
    SecurityConfiguration: ['Name', 'EncryptionConfiguration'],
  },
  load: () => import('./sdk.ts'),
});
