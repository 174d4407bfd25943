import type { ClassifiedBy, SubjectBase, UnreadReason, Verdict } from '../../engine/check.ts';
import { along, fail, pass, unknown, unknownWithout } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { PathOf } from '../../engine/forms/path.ts';
import { headOf, valueAt, withValue } from '../../engine/forms/path.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { routeTable } from '../../services/ec2/route-table.ts';
import { publicSubnet } from './public-subnet.ts';

type Tables = Parameters<typeof publicSubnet>[2];

function judgeSubnets(
  label: string,
  subnetIds: readonly string[] | undefined,
  vpcId: string | undefined,
  { routeTables, unread }: { readonly routeTables: Tables; readonly unread: UnreadReason | undefined },
): Verdict {
  if (subnetIds === undefined || subnetIds.length === 0) return unknown(`AWS does not say which subnets ${label} has`);
  const found = subnetIds.map((id) => ({ id, ...publicSubnet(id, vpcId, routeTables) }));
  const open = found.filter(({ is }) => is === true);
  if (open.length > 0)
    return fail(
      `${label} may be placed in public subnets: ${open.map(({ id, table }) => `${id} (${table ?? ''})`).join(', ')}; expected private ones only`,
      { subnets: open.map(({ id, table }) => ({ id, routeTable: table })) },
    );
  const missing = found.filter(({ is }) => is === 'unknown').map(({ id }) => id);
  if (missing.length > 0)
    return unread === undefined
      ? unknown(`no route table of ${missing.join(', ')}, subnets of ${label}, was found`)
      : unknownWithout(`${label}: ${unread.cause}`, ['routeTables']);
  return pass(`${label} has private subnets only: ${subnetIds.join(', ')}`);
}

/** A check that all subnets that something may be placed in are private: none leads to an internet gateway. */
export const privateSubnets = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Rest<R, never, None, None> & {
      /** Where the ids of its subnets are. */
      readonly at: PathOf<Whole<R>>;
      /** Where the id of their VPC is: its main route table is that of subnets without their own. */
      readonly vpc: PathOf<Whole<R>>;
    },
) => {
  const { at, vpc, ...rest } = spec as Rest<R, never, None, None> & { readonly at: string; readonly vpc: string };
  return judged(resource, id, {
    ...rest,
    needs: [...new Set([at, vpc].map((path) => headOf(path)))].filter((name) => name in resource.facetDefs) as never[],
    along: { routeTables: along(routeTable, { optional: true, reach: 'region' }) },
    judge: (subject, { along: { routeTables }, unreadAlong }) =>
      judgeSubnets(
        resource.labelOf(subject as never),
        valueAt(subject, at) as readonly string[] | undefined,
        valueAt(subject, vpc) as string | undefined,
        { routeTables, unread: unreadAlong['routeTables'] },
      ),
    examples: (base) => examplesOf(base as SubjectBase, at, vpc),
  });
};

function examplesOf(base: SubjectBase, at: string, vpc: string): readonly Example[] {
  const table = (more: object): object => ({
    id: 'rtb-1',
    vpcId: 'vpc-1',
    main: true,
    subnetIds: [],
    routes: [],
    ...more,
  });
  const route = { destination: '0.0.0.0/0', state: 'active', gatewayId: 'igw-1' };
  const given = withValue(withValue(base, at, ['subnet-1', 'subnet-2']), vpc, 'vpc-1');
  const one = (when: string, expect: Verdict['kind'], ...routeTables: readonly object[]): Example => ({
    when,
    given,
    along: { routeTables },
    expect,
  });
  return [
    one('the main table leads nowhere', 'pass', table({})),
    one('the main table leads to the internet', 'fail', table({ routes: [route] })),
    one(
      'a table of a subnet does',
      'fail',
      table({}),
      table({ main: false, subnetIds: ['subnet-2'], routes: [route] }),
    ),
    one('it leads there by IPv6', 'fail', table({ routes: [{ ...route, destination: '::/0' }] })),
    one('the gateway is gone', 'pass', table({ routes: [{ ...route, state: 'blackhole' }] })),
    one('the table is of another VPC', 'unknown', table({ vpcId: 'vpc-2' })),
    {
      ...one('route tables were not read', 'unknown'),
      unreadAlong: { routeTables: { actions: ['ec2:DescribeRouteTables'], cause: 'denied' } },
    },
    { ...one('its subnets are not said', 'unknown', table({})), given: withValue(base, at, undefined) },
  ];
}
