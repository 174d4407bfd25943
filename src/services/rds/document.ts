import { listed } from '../../inventory/listed.ts';
import { tagsOf } from '../tags.ts';
import { authorityOf } from './certificate-authority.ts';
import { clusterFacts, clusterList, instanceList } from './cluster-facts.ts';
import { ownerOf } from './engines.ts';
import { parametersOf } from './parameters.ts';
import { rds } from './service.ts';

/** A cluster of DocumentDB with instances; elastic clusters are of an API of their own. */
export const documentCluster = listed(rds, 'AWS::DocDB::DBCluster', 'DescribeDBClusters', {
  ...clusterList,
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DescribeDBClusters.html'],
  id: ({ DBClusterIdentifier, Engine }) => (ownerOf(Engine) === 'documentdb' ? DBClusterIdentifier : undefined),
  keep: clusterFacts,
}).facets((facet) => ({
  /** Those that decide about TLS and what is logged. */
  parameters: facet({
    calls: ['DescribeDBClusterParameters'],
    often: { DescribeDBClusterParameters: 'per parameter group' },
    read: (api, { parameterGroup }) => parametersOf(api, parameterGroup, ['tls', 'audit_logs', 'profiler']),
  }),
}));

/** An instance of a cluster of DocumentDB, which has the certificate; all else is the cluster's. */
export const documentInstance = listed(rds, 'AWS::DocDB::DBInstance', 'DescribeDBInstances', {
  ...instanceList,
  references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DescribeDBInstances.html'],
  id: ({ DBInstanceIdentifier, Engine }) => (ownerOf(Engine) === 'documentdb' ? DBInstanceIdentifier : undefined),
  keep: {
    arn: 'DBInstanceArn',
    tags: ({ TagList }) => tagsOf(TagList),
    certificateAuthority: 'CACertificateIdentifier',
  },
}).facets((facet) => ({
  /** The CA of its server certificate, as the region lists it. */
  ca: facet({
    calls: ['DescribeCertificates'],
    often: { DescribeCertificates: 'once' },
    read: (api, { certificateAuthority }) => authorityOf(api, certificateAuthority),
  }),
}));
