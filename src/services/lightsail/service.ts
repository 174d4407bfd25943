import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonlightsail.html */
export const lightsail = service<typeof import('@aws-sdk/client-lightsail')>({
  id: 'lightsail',
  sdkId: 'Lightsail',
  // https://docs.aws.amazon.com/general/latest/gr/lightsail.html
  missingIn: [
    'af-south-1',
    'ap-east-2',
    'ap-northeast-3',
    'ap-south-2',
    'ap-southeast-4',
    'ap-southeast-6',
    'ap-southeast-7',
    'ca-west-1',
    'cn-north-1',
    'cn-northwest-1',
    'eu-central-2',
    'eu-south-1',
    'il-central-1',
    'me-central-1',
    'me-south-1',
    'mx-central-1',
    'us-gov-east-1',
    'us-gov-west-1',
    'us-west-1',
  ],
  // What it always sends: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_Instance.html
  sends: {
    GetBucketsResult: ['buckets'],
    Bucket: ['name', 'arn'],
    GetInstancesResult: ['instances'],
    Instance: ['name', 'arn'],
    GetRelationalDatabasesResult: ['relationalDatabases'],
    RelationalDatabase: ['name', 'arn'],
    GetStaticIpsResult: ['staticIps'],
    StaticIp: ['name', 'arn'],
  },
  load: () => import('./sdk.ts'),
});
