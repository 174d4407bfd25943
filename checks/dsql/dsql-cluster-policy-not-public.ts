import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { dsqlCluster, dsqlPolicy } from '../../src/services/dsql/cluster.ts';

export default notPublic(dsqlCluster, 'dsql-cluster-policy-not-public', {
  title: 'Policies of Aurora DSQL clusters do not let strangers in',
  policy: dsqlPolicy,
  risk: 'Strangers connect to the database with roles of their own accounts, and read or change what its users may.',
  fix: {
    text: 'Replace the principal "*" by the roles that use the cluster, or limit it by aws:PrincipalAccount, aws:PrincipalOrgID or aws:SourceVpc.',
  },
  references: ['https://docs.aws.amazon.com/aurora-dsql/latest/userguide/resource-based-policies.html'],
});
