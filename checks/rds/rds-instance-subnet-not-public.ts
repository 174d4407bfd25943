import { along, defineCheck, fail, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { publicSubnet } from '../../src/judgements/network/public-subnet.ts';
import { routeTable } from '../../src/services/ec2/route-table.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default defineCheck({
  id: 'rds-instance-subnet-not-public',
  title: 'Databases are in private subnets',
  resource: dbInstance,
  along: { routeTables: along(routeTable, { optional: true, reach: 'region' }) },
  evaluate({ name, subnetIds, vpcId }, { along: { routeTables }, unreadAlong }) {
    if (subnetIds === undefined || subnetIds.length === 0) return unknown(`AWS does not say which subnets ${name} has`);
    const found = subnetIds.map((id) => ({ id, ...publicSubnet(id, vpcId, routeTables) }));
    const open = found.filter(({ is }) => is === true);
    if (open.length > 0)
      return fail(
        `${name} may be placed in public subnets: ${open.map(({ id, table }) => `${id} (${table ?? ''})`).join(', ')}; expected private ones only`,
        { subnets: open.map(({ id, table }) => ({ id, routeTable: table })) },
      );
    const missing = found.filter(({ is }) => is === 'unknown').map(({ id }) => id);
    if (missing.length > 0)
      return 'routeTables' in unreadAlong
        ? unknownWithout(`${name}: ${unreadAlong['routeTables']?.cause ?? ''}`, ['routeTables'])
        : unknown(`no route table of ${missing.join(', ')}, subnets of ${name}, was found`);
    return pass(`${name} has private subnets only: ${subnetIds.join(', ')}`);
  },
  risk: 'In a public subnet a public address or a wide security group is enough to put the database on the internet.',
  fix: {
    text: 'Make a subnet group of private subnets, whose route tables lead to no internet gateway, and move the database to it: a change of the subnet group within the same VPC needs a restore from a snapshot, or another VPC.',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-46',
  ],
});
