import type { Ask, Rights } from '../graph/rights.ts';
import type { Role } from '../graph/types.ts';
import { least, most, type World } from '../graph/world.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import { passContexts } from './associated.ts';
import { missingDependents } from './dependent.ts';
import { type Edge, stepping } from './edges.ts';
import { asksOf, contextOfRequirement, groundwork, same, trustDepends } from './groundwork.ts';
import type { Way } from './move.ts';
import { swapsOf } from './ways-profile.ts';
import { nothing, someResources } from './resources.ts';

/** The role is handed to EC2 inside an instance profile: without one nothing can be started with it. */
const needsProfile: ReadonlySet<string> = new Set([
  'ec2-run-instances',
  'ec2-spot-instances',
  'ec2-fleet',
  'ec2-associate-instance-profile',
  'autoscaling-new-launch-configuration',
  'autoscaling-launch-template',
  'imagebuilder-create-image',
  'elasticbeanstalk-create-environment',
  'emr-run-job-flow',
]);

/** What has to be true besides rights and is never in the data, by edge. */
const never: Readonly<Record<string, string>> = {
  'codestar-create-project': 'CodeStar, which AWS ended in July 2024',
  'datapipeline-activate': 'an account that used Data Pipeline before July 2024',
};

const passRole: ReadonlySet<string> = new Set(['iam:PassRole']);

/** New or changed things that run with a role that is handed over. */
export function passing(world: World, rights: Rights, edge: Edge): Way | undefined {
  const services = edge.role_trust_service ?? [];
  // most services have no role in most accounts
  if (!rights.has('iam:PassRole') || world.trust(services).size === 0) return undefined;
  const base = groundwork(rights, edge, passRole);
  if (base.level === NO) return undefined;
  const contexts = passContexts(
    rights,
    edge,
    contextOfRequirement({ 'iam:PassedToService': edge.passed_to_service ?? '' }),
  );
  const pass = (role: Role): { level: Tri; ask: Ask } => {
    let best: { level: Tri; ask: Ask } | undefined;
    for (const context of contexts) {
      const ask = { action: 'iam:PassRole', resource: role.arn, context, on: role };
      const level = rights.may(ask);
      if (best === undefined || level > best.level) best = { level, ask };
      if (level === YES) break;
    }
    return best ?? { level: NO, ask: { action: 'iam:PassRole', resource: role.arn } };
  };
  const profile = needsProfile.has(edge.id);
  // a profile can be made for any of them
  const instead = stepping[edge.id] ?? (profile ? stepping['ec2-run-instances'] : undefined);
  const made =
    instead === undefined
      ? nothing
      : someResources(
          rights,
          instead.map((action) => ({ action })),
        );
  // or the role of another one is replaced
  const [swap] = profile && made.level !== YES ? swapsOf(world, rights) : [];
  const swapped = swap !== undefined && swap.level > made.level;
  const trusts = world.trust(services);
  // service roles of EMR and Elastic Beanstalk are handed over without a profile
  const direct = world.trust(services.filter((service) => service !== 'ec2.amazonaws.com'));
  const depends: string[] = missingDependents(world, rights, edge);
  let limit = base.level;
  if (never[edge.id] !== undefined) depends.push(never[edge.id] ?? '');
  if (edge.needs_existing !== undefined && !profile && made.level !== YES) depends.push(edge.needs_existing);
  if (edge.id === 'ec2-associate-instance-profile') depends.push(edge.needs_existing ?? '');
  if (edge.id === 'sagemaker-create-notebook') {
    const inside = ['sagemaker:CreatePresignedNotebookInstanceUrl', 'sagemaker:CreateNotebookInstanceLifecycleConfig'];
    if (!inside.some((action) => someResources(rights, [{ action }]).level === YES))
      depends.push('a way into the notebook');
  }
  if (depends.length > 0) limit = least(limit, MAYBE);
  const profileLevel = (role: Role): Tri => {
    if (!profile || role.instanceProfiles.length > 0) return YES;
    return direct.get(role) ?? most(made.level, swap?.level ?? NO);
  };
  return {
    edge,
    candidates: world.candidates(rights, 'iam:passrole'),
    pool: world.trustingAny(services),
    limit,
    level(target) {
      if (target.kind !== 'role' || target.serviceLinked || same(rights, target)) return NO;
      const trust = trusts.get(target) ?? NO;
      if (trust === NO) return NO;
      const way = profileLevel(target);
      return way === NO ? NO : least(limit, trust, way, pass(target).level);
    },
    move(target) {
      const role = target as Role;
      const steps =
        profile && role.instanceProfiles.length === 0
          ? swapped
            ? swap.asks
            : asksOf(made)
          : edge.needs_existing !== undefined && !profile
            ? asksOf(made)
            : [];
      return {
        edge: edge.id,
        level: this.level(target),
        to: target.arn,
        asks: [pass(role).ask, ...asksOf(base), ...steps],
        depends: [...depends, ...trustDepends(trusts.get(target) ?? NO, target, services)],
      };
    },
  };
}
