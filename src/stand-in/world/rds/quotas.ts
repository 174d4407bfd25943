import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

const quota = (AccountQuotaName: string, Used: number, Max: number) => ({ AccountQuotaName, Used, Max });

/** Nearly all read replicas that one instance may have, in the main region. */
export default answers('rds', {
  DescribeAccountAttributes: ({ region }) => ({
    AccountQuotas: [
      quota('DBInstances', 3, 40),
      quota('ReservedDBInstances', 0, 40),
      quota('AllocatedStorage', 300, 100_000),
      quota('AuthorizationsPerDBSecurityGroup', 0, 20),
      quota('DBParameterGroups', 2, 100),
      quota('ManualSnapshots', 4, 100),
      quota('EventSubscriptions', 0, 20),
      quota('DBSubnetGroups', 1, 50),
      quota('OptionGroups', 0, 20),
      quota('SubnetsPerDBSubnetGroup', 3, 20),
      quota('ReadReplicasPerMaster', region === mainRegion ? 14 : 0, 15),
      quota('DBClusters', 1, 40),
      quota('DBClusterParameterGroups', 1, 50),
      quota('DBClusterRoles', 0, 5),
    ],
  }),
});
