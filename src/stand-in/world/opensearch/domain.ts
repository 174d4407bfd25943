import { answers, here } from '../../answers.ts';
import { arnOf, iamArn, keyArn, mainRegion, policy } from '../../facts.ts';

const domains: Readonly<Record<string, object>> = {
  weblogs: {
    Endpoint: `search-weblogs-abc.${mainRegion}.es.amazonaws.com`,
    AccessPolicies: policy({
      Effect: 'Allow',
      Principal: { AWS: '*' },
      Action: 'es:ESHttp*',
      Resource: arnOf('es', 'domain/weblogs/*'),
    }),
    AdvancedSecurityOptions: { Enabled: false, InternalUserDatabaseEnabled: true },
    EncryptionAtRestOptions: { Enabled: false },
    NodeToNodeEncryptionOptions: { Enabled: false },
    DomainEndpointOptions: { EnforceHTTPS: false, TLSSecurityPolicy: 'Policy-Min-TLS-1-0-2019-07' },
    ClusterConfig: {
      InstanceType: 't3.small.search',
      InstanceCount: 1,
      ZoneAwarenessEnabled: false,
      DedicatedMasterEnabled: false,
    },
    CognitoOptions: { Enabled: false },
    AutoTuneOptions: { State: 'DISABLED' },
    ServiceSoftwareOptions: {
      CurrentVersion: 'OpenSearch_2_19_R20251101',
      NewVersion: 'OpenSearch_2_19_R20260401-P1',
      UpdateAvailable: true,
    },
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
    EncryptionAtRestOptions: { Enabled: true, KmsKeyId: keyArn },
    NodeToNodeEncryptionOptions: { Enabled: true },
    DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
    ClusterConfig: {
      InstanceType: 'r6g.large.search',
      InstanceCount: 3,
      ZoneAwarenessEnabled: true,
      ZoneAwarenessConfig: { AvailabilityZoneCount: 3 },
      DedicatedMasterEnabled: true,
      DedicatedMasterType: 'm6g.large.search',
      DedicatedMasterCount: 3,
    },
    CognitoOptions: { Enabled: true },
    LogPublishingOptions: Object.fromEntries(
      ['AUDIT_LOGS', 'ES_APPLICATION_LOGS', 'INDEX_SLOW_LOGS', 'SEARCH_SLOW_LOGS'].map((log) => [
        log,
        { CloudWatchLogsLogGroupArn: arnOf('logs', `log-group:/aws/opensearch/${log.toLowerCase()}`), Enabled: true },
      ]),
    ),
    AutoTuneOptions: { State: 'ENABLED' },
    ServiceSoftwareOptions: { CurrentVersion: 'OpenSearch_2_19_R20260401-P1', UpdateAvailable: false },
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
      ...domains[DomainName],
    })),
  }),
});
