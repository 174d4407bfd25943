import { along, defineCheck, fail, notApplicable, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { elsewhere, notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';
import { loadBalancer } from '../../src/services/elbv2/load-balancer.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';
import { organization } from '../../src/services/organizations/organization.ts';

const kinds = {
  instances: ['EC2 instance', 'EC2 instances'],
  functions: ['Lambda function', 'Lambda functions'],
  loadBalancers: ['load balancer', 'load balancers'],
  classicLoadBalancers: ['Classic Load Balancer', 'Classic Load Balancers'],
} as const;
type Kind = keyof typeof kinds;

/** Functions that Control Tower makes in the management account: https://docs.aws.amazon.com/controltower/latest/userguide/shared-account-resources.html */
const ofControlTower = /^aws-controltower-/;

/**
 * What runs is looked for among what tells surest that something does. Resource Groups is not asked: it knows only what
 * has, or had, tags (https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html).
 */
export default defineCheck({
  id: 'organizations-management-account-no-workloads',
  title: 'Management account runs no workloads',
  resource: organization,
  derived: { standing },
  along: {
    instances: along(instance, { optional: true }),
    functions: along(lambdaFunction, { optional: true }),
    loadBalancers: along(loadBalancer, { optional: true }),
    classicLoadBalancers: along(classicLoadBalancer, { optional: true }),
  },
  risk: 'No service control policy binds the management account: a workload that is broken into there has every account of the organization in reach.',
  fix: {
    text: 'Move what runs in the management account to a member account, and leave to it what only it can do: accounts, policies and the bill.',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html'],
  evaluate(_organization, { along: found, derived, unreadAlong, unreadRegions }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    if (derived.standing.kind !== 'management')
      return notApplicable(`the account does not manage the organization: ${elsewhere(derived.standing)}`);
    const running: Readonly<Record<Kind, readonly string[]>> = {
      instances: found.instances.filter(({ state }) => state !== 'terminated').map(({ arn }) => arn),
      functions: found.functions.filter(({ name }) => !ofControlTower.test(name)).map(({ arn }) => arn),
      loadBalancers: found.loadBalancers.map(({ arn }) => arn),
      classicLoadBalancers: found.classicLoadBalancers.map(({ arn }) => arn),
    };
    const names = Object.keys(kinds) as Kind[];
    const some = names.filter((kind) => running[kind].length > 0);
    if (some.length > 0) {
      const counts = some.map((kind) => `${running[kind].length} ${kinds[kind][running[kind].length === 1 ? 0 : 1]}`);
      return fail(`The management account runs ${counts.join(', ')}`, {
        resources: some.flatMap((kind) => running[kind]).slice(0, 20),
      });
    }
    const unread = names.filter((kind) => unreadAlong[kind] !== undefined);
    if (unread.length > 0)
      return unknownWithout(
        `whether the management account has ${unread.map((kind) => kinds[kind][1]).join(', ')} is not known`,
        unread,
      );
    return unreadRegions.length > 0
      ? unknown(
          `the management account runs nothing in the regions that were read, but not every region was: ${unreadRegions.join(', ')}`,
        )
      : pass(`The management account has no ${names.map((kind) => kinds[kind][0]).join(', ')}`);
  },
});
