import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { mskCluster, mskPolicy } from '../../src/services/msk/cluster.ts';

export default trustedOnly(mskCluster, 'msk-cluster-policy-no-cross-account', {
  title: 'Policies of MSK clusters let in trusted accounts only',
  policy: mskPolicy,
  risk: 'Who controls the other account reaches the brokers from its VPCs; when it is broken into, your topics are within reach too.',
  fix: {
    text: 'Remove accounts that do not need the cluster from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cluster-owner-action-policy.html'],
});
