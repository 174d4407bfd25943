interface Table {
  readonly vpcId: string | undefined;
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly id: string;
  readonly routes: readonly {
    readonly destination: string | undefined;
    readonly state: string | undefined;
    readonly gatewayId: string | undefined;
  }[];
}

/**
 * Whether a subnet is public: the route table of its own, or else its VPC's main one, sends what goes to the internet to an internet
 * gateway. `unknown`: no table of it was read. https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types
 */
export function publicSubnet(
  subnetId: string,
  vpcId: string | undefined,
  tables: readonly Table[],
): { readonly is: boolean | 'unknown'; readonly table?: string } {
  const table =
    tables.find(({ subnetIds }) => subnetIds.includes(subnetId)) ??
    tables.find((one) => vpcId !== undefined && one.vpcId === vpcId && one.main);
  if (table === undefined) return { is: 'unknown' };
  const open = table.routes.some(
    ({ destination, state, gatewayId }) =>
      (destination === '0.0.0.0/0' || destination === '::/0') &&
      state !== 'blackhole' &&
      gatewayId?.startsWith('igw-') === true,
  );
  return { is: open, table: table.id };
}
