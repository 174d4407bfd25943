import { parseArn } from '../../text/arn.ts';
import type { Rights } from '../graph/rights.ts';
import type { Role } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { FRESH } from '../search.ts';
import { MAYBE, NO, type Tri } from '../types.ts';
import type { Edge } from './edges.ts';
import { asksOf, groundwork, none, same, trustDepends } from './groundwork.ts';
import type { Way } from './move.ts';
import type { Found } from './resources.ts';

/** Services whose code or templates come from buckets, and those that run images. */
const fromBuckets =
  'cloudformation codepipeline codedeploy lambda glue ec2 elasticmapreduce airflow-env codebuild elasticbeanstalk sagemaker'
    .split(' ')
    .map((name) => `${name}.amazonaws.com`);
const fromImages = 'ecs-tasks lambda pods.eks tasks.apprunner sagemaker batch codebuild bedrock-agentcore ec2'
  .split(' ')
  .map((name) => `${name}.amazonaws.com`);

/** Edges on a running instance, with what an instance alone does not prove. */
const onInstances: Readonly<Record<string, string | undefined>> = {
  'ssm-start-session': 'the SSM agent on that instance',
  'ssm-send-command': 'the SSM agent on that instance',
  'ssm-create-association': 'the SSM agent on that instance',
  'ec2-instance-connect': 'port 22 reachable, or an Instance Connect endpoint',
  'ec2-serial-console': 'the serial console enabled and a login password',
  'ec2-modify-user-data': undefined,
  'ec2-replace-root-volume': 'an own image or snapshot',
};

/** Bucket names under which code and templates usually lie. */
const codeBucket =
  /artifact|template|codepipeline|codebuild|codedeploy|deploy|build|release|pipeline|assets|lambda|glue|airflow|mwaa|dags|cdk|cf-|cfn|sam-|sam_|beanstalk|terraform|script|bootstrap|package|emr|code|ci-|cd-/i;

const logBucket = /(^|[-._])[a-z]*logs?([-._]|$)/i;

/** Whether automation may load code from an object; of a bucket under another name, or for logs, nothing says that it does. */
function mayHoldCode(object: string): boolean {
  const [bucket = ''] = (parseArn(object)?.[5] ?? '').split('/', 1);
  // a wildcard in the bucket's name covers names of every kind
  return !logBucket.test(bucket) && (bucket.includes(FRESH) || codeBucket.test(bucket));
}

/** Things that already run with a role. */
export function existing(world: World, rights: Rights, edge: Edge): Way | undefined {
  const artifacts = edge.id === 's3-artifact-replace';
  const services = artifacts
    ? fromBuckets
    : edge.id === 'ecr-image-replace'
      ? fromImages
      : (edge.role_trust_service ?? []);
  const pool = world.trustingAny(
    edge.id === 'codedeploy-create-deployment' ? [...services, 'ec2.amazonaws.com'] : services,
  );
  if (pool.length === 0) return undefined;
  const base = groundwork(rights, edge, none, undefined, artifacts ? mayHoldCode : undefined);
  if (base.level === NO) return undefined;
  const instances = edge.id in onInstances ? world.account.instances : undefined;
  const onEc2 = new Map<string, Found>();
  const instanceOf = (role: Role): { found: Found; name: string } | undefined => {
    let best: { found: Found; name: string } | undefined;
    for (const instance of instances ?? []) {
      if (instance.role !== role.arn) continue;
      let found = onEc2.get(instance.arn);
      if (found === undefined) onEc2.set(instance.arn, (found = groundwork(rights, edge, none, instance.arn)));
      if (found.level > (best?.found.level ?? NO)) best = { found, name: instance.name };
    }
    return best;
  };
  const extra = onInstances[edge.id];
  const limit = instances !== undefined && extra === undefined ? base.level : least(base.level, MAYBE);
  const trusts = world.trust(services);
  const withoutProfile = world.trust(services.filter((service) => service !== 'ec2.amazonaws.com'));
  const roleLevel = (role: Role): Tri => (role.instanceProfiles.length > 0 ? trusts : withoutProfile).get(role) ?? NO;
  return {
    edge,
    candidates: undefined,
    pool,
    limit,
    level(target) {
      if (target.kind !== 'role' || target.serviceLinked || same(rights, target)) return NO;
      if (edge.id === 'codedeploy-create-deployment' && target.instanceProfiles.length > 0) return limit;
      const trust = roleLevel(target);
      if (trust === NO) return NO;
      if (instances === undefined) return least(trust, limit);
      return least(trust, limit, instanceOf(target)?.found.level ?? NO);
    },
    move(target) {
      const known = instances === undefined ? undefined : instanceOf(target as Role);
      const depends =
        known === undefined
          ? [
              `${edge.needs_existing ?? 'something'}, with the role ${target.name}`,
              ...(edge.network_or_extra_condition === undefined ? [] : [edge.network_or_extra_condition]),
            ]
          : extra === undefined
            ? []
            : [`${extra} (${known.name})`];
      return {
        edge: edge.id,
        level: this.level(target),
        to: target.arn,
        asks: asksOf(known?.found ?? base),
        depends: [...depends, ...trustDepends(roleLevel(target as Role), target, services)],
      };
    },
  };
}
