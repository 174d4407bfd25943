import { listed } from '../../inventory/listed.ts';
import { redshiftserverless } from './service.ts';

/** A workgroup of Redshift Serverless. */
export const workgroup = listed(redshiftserverless, 'AWS::RedshiftServerless::Workgroup', 'ListWorkgroups', {
  at: 'workgroups',
  input: { maxResults: 100 },
  narrows: { ownerAccount: 'unless given' },
  references: ['https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html'],
  id: ({ workgroupName, status }) => (status === 'DELETING' ? undefined : workgroupName),
  keep: {
    arn: 'workgroupArn',
    enhancedVpcRouting: 'enhancedVpcRouting',
    publiclyAccessible: 'publiclyAccessible',
    port: ({ port, endpoint }) => endpoint?.port ?? port,
    subnetIds: 'subnetIds',
    groupIds: 'securityGroupIds',
    /** The parameter `require_ssl`. */
    tls: ({ configParameters }) => {
      const said = configParameters?.find(({ parameterKey }) => parameterKey === 'require_ssl')?.parameterValue;
      return said === 'true' || said === 'false' ? said === 'true' : undefined;
    },
  },
});
