import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, mainRegion, policy } from '../../facts.ts';

const domains: Readonly<Record<string, object>> = {
  weblogs: {
    Endpoint: `search-weblogs-abc.${mainRegion}.es.amazonaws.com`,
    AccessPolicies: policy({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'es:ESHttp*',
      Resource: arnOf('es', 'domain/weblogs/*'),
    }),
    AdvancedSecurityOptions: { Enabled: false, InternalUserDatabaseEnabled: false },
    EncryptionAtRestOptions: { Enabled: false },
    NodeToNodeEncryptionOptions: { Enabled: false },
    DomainEndpointOptions: { EnforceHTTPS: false, TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
  },
  catalogue: {
    VPCOptions: { VPCId: 'vpc-a1', SubnetIds: ['subnet-a1'], SecurityGroupIds: ['sg-a1'] },
    Endpoints: { vpc: `vpc-catalogue-abc.${mainRegion}.es.amazonaws.com` },
    AccessPolicies: policy({
      Effect: 'Allow',
      Principal: { AWS: iamArn('role/search') },
      Action: 'es:ESHttp*',
      Resource: arnOf('es', 'domain/catalogue/*'),
    }),
    AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false },
    EncryptionAtRestOptions: { Enabled: true },
    NodeToNodeEncryptionOptions: { Enabled: true },
    DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
  },
};

/** One in a VPC, with everything on, and one on the internet, with nothing. */
export default answers('opensearch', {
  ListDomainNames: here({
    DomainNames: Object.keys(domains).map((DomainName) => ({ DomainName, EngineType: 'OpenSearch' })),
  }),
  DescribeDomains: ({ input }) => ({
    DomainStatusList: (input['DomainNames'] as readonly string[]).map((DomainName) => ({
      DomainId: `123456789012/${DomainName}`,
      DomainName,
      ARN: arnOf('es', `domain/${DomainName}`),
      Created: true,
      Deleted: false,
      EngineVersion: 'OpenSearch_2.19',
      ClusterConfig: { InstanceType: 'r6g.large.search', InstanceCount: 2 },
      ...domains[DomainName],
    })),
  }),
});
