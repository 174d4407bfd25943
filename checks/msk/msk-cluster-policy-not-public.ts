import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { mskCluster, mskPolicy } from '../../src/services/msk/cluster.ts';

export default notPublic(mskCluster, 'msk-cluster-policy-not-public', {
  title: 'Policies of MSK clusters do not let strangers in',
  policy: mskPolicy,
  risk: 'Strangers connect VPCs of theirs to the cluster; with kafka-cluster actions they read and write its topics.',
  fix: {
    text: 'Replace the principal "*" by the accounts or roles whose clients use the cluster, or limit it by aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html'],
});
