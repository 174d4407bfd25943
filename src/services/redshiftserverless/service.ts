import { service } from '../../aws/service.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonredshiftserverless.html */
export const redshiftserverless = service<typeof import('@aws-sdk/client-redshift-serverless')>({
  id: 'redshiftserverless',
  sdkId: 'Redshift Serverless',
  iamPrefix: 'redshift-serverless',
  missingIn: ['me-south-1'],
  // What it always sends: https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ListWorkgroups.html
  sends: {
    ListWorkgroupsResponse: ['workgroups'],
    ListNamespacesResponse: ['namespaces'],
    Namespace: ['namespaceName', 'namespaceArn'],
    Workgroup: ['workgroupName', 'workgroupArn'],
  },
  load: () => import('./sdk.ts'),
});
