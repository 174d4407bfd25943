import { indexOf } from './lookup.ts';

interface Table {
  readonly id: string;
  readonly vpcId: string | undefined;
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly { readonly gatewayId: string | undefined; readonly state: string | undefined }[];
}

/**
 * The internet gateway to which a subnet of the account has a route, which makes it a public one
 * (https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types); a subnet without a table of its own has its
 * VPC's main one.
 * @returns undefined: none; `unknown`: no table of it was listed, although there is always one
 */
export function gatewayOf(
  subnet: { readonly id: string; readonly vpcId: string | undefined },
  tables: readonly Table[],
): string | undefined {
  const own = indexOf(tables, 'subnet', ({ subnetIds }) => subnetIds).get(subnet.id)?.[0];
  const table = own ?? tables.find(({ main, vpcId }) => main && vpcId === subnet.vpcId);
  if (table === undefined) return 'unknown';
  const route = table.routes.find(
    ({ gatewayId, state }) => gatewayId?.startsWith('igw-') === true && state !== 'blackhole',
  );
  return route?.gatewayId;
}
