import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { encryptionOf, ownerOf, tlsParameterOf } from './engines.ts';
import { rds } from './service.ts';

/** A DB instance; what its cluster decides for it is judged on the cluster. */
export const dbInstance = listed(rds, 'AWS::RDS::DBInstance', 'DescribeDBInstances', {
  at: 'DBInstances',
  input: { MaxRecords: 100 },
  narrows: { DBInstanceIdentifier: 'unless given', Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html'],
  id: ({ DBInstanceIdentifier, Engine }) => (ownerOf(Engine) === 'rds' ? DBInstanceIdentifier : undefined),
  keep: {
    arn: 'DBInstanceArn',
    engine: 'Engine',
    cluster: 'DBClusterIdentifier',
    encryption: encryptionOf,
    keyId: 'KmsKeyId',
    tags: ({ TagList }) => tagsOf(TagList),
    /** Whether AWS said which tags it has: none is not the same as nothing. */
    tagsSaid: ({ TagList }) => TagList !== undefined,
    multiAz: 'MultiAZ',
    iamAuthentication: 'IAMDatabaseAuthenticationEnabled',
    minorUpgrades: 'AutoMinorVersionUpgrade',
    publiclyAccessible: 'PubliclyAccessible',
    port: ({ Endpoint }) => Endpoint?.Port,
    vpcId: ({ DBSubnetGroup }) => DBSubnetGroup?.VpcId,
    subnetIds: ({ DBSubnetGroup }) =>
      DBSubnetGroup?.Subnets?.flatMap(({ SubnetIdentifier: id }) => (id === undefined ? [] : [id])),
    groupIds: ({ VpcSecurityGroups }) =>
      VpcSecurityGroups?.flatMap(({ VpcSecurityGroupId: id }) => (id === undefined ? [] : [id])),
    /** Its parameter group, and whether it runs with the parameters as they are: `in-sync`, or what is waited for. */
    parameterGroup: ({ DBParameterGroups: groups }) => groups?.[0]?.DBParameterGroupName,
    parameterStatus: ({ DBParameterGroups: groups }) => groups?.[0]?.ParameterApplyStatus,
  },
}).facets((facet) => ({
  /** The parameter that decides whether connections have to use TLS; undefined where its engine or its cluster's group decides. */
  tls: facet({
    calls: ['DescribeDBParameters'],
    often: { DescribeDBParameters: 'per parameter group' },
    async read(api, { engine, cluster, parameterGroup }) {
      const name = tlsParameterOf(engine);
      if (name === undefined || cluster !== undefined || parameterGroup === undefined) return undefined;
      const value = await api.once(`parameters ${parameterGroup} ${name}`, async () => {
        const asked = { DBParameterGroupName: parameterGroup, Filters: [{ Name: 'parameter-name', Values: [name] }] };
        let found: string | undefined;
        for await (const { Parameters } of api.pages('DescribeDBParameters', asked))
          found = Parameters?.find(({ ParameterName }) => ParameterName === name)?.ParameterValue ?? found;
        return found;
      });
      return { name, group: parameterGroup, value };
    },
  }),
}));

/** Members of a cluster have what it has. */
export const notOfCluster = {
  such: { cluster: 'orders' },
  when: ({ cluster, id }: { readonly cluster?: string | undefined; readonly id: string }): string | undefined =>
    cluster === undefined ? undefined : `${id} is a member of the cluster ${cluster}, which is judged`,
} as const;
