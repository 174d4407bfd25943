import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'neptune-cluster-snapshot-not-public': async (aws) => {
    await aws`rds create-db-cluster --db-cluster-identifier papers --engine neptune --master-username owner --master-user-password password1`;
    await aws`rds create-db-cluster-snapshot --db-cluster-identifier papers --db-cluster-snapshot-identifier year`;
    await aws`rds modify-db-cluster-snapshot-attribute --db-cluster-snapshot-identifier year --attribute-name restore --values-to-add all`;
  },
};

export const untried: Readonly<Record<string, string>> = {};
