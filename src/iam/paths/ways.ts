import type { Ask, Rights } from '../graph/rights.ts';
import { trustsProvider, trustSummary } from '../graph/trust.ts';
import type { Principal, Role, User } from '../graph/types.ts';
import { least, type World } from '../graph/world.ts';
import { type ContextInput, type KeyState, MAYBE, NO, type Tri, YES } from '../types.ts';
import { type Edge, edges, stepping } from './edges.ts';
import { credentialLevel } from './credentials.ts';
import type { Way } from './move.ts';
import { type Found, nothing, someResources, type Wanted } from './resources.ts';

const same = (rights: Rights, target: Principal): boolean => rights.subject.principal === target;

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

/** Services whose code or templates come from buckets, and those that run images. */
const fromBuckets =
  'cloudformation codepipeline codedeploy lambda glue ec2 elasticmapreduce airflow-env codebuild elasticbeanstalk sagemaker'
    .split(' ')
    .map((name) => `${name}.amazonaws.com`);
const fromImages = 'ecs-tasks lambda pods.eks tasks.apprunner sagemaker batch codebuild bedrock-agentcore ec2'
  .split(' ')
  .map((name) => `${name}.amazonaws.com`);

const optionsOf = (edge: Edge): readonly (readonly Wanted[])[] => edge.any_of ?? [[]];

const contexts = new Map<string, ContextInput>();

/** The context of a requirement; a value that is words stands for what the caller chooses. */
export function contextOfRequirement(context: Readonly<Record<string, string>> | undefined): ContextInput | undefined {
  if (context === undefined) return undefined;
  const key = JSON.stringify(context);
  let found = contexts.get(key);
  if (found === undefined) {
    found = Object.fromEntries(
      Object.entries(context).map(([name, value]): [string, string | KeyState] => [
        name,
        value.includes(' ') ? { is: 'caller' } : value,
      ]),
    );
    contexts.set(key, found);
  }
  return found;
}

/** What an edge asks for besides rights on the target itself: the best of its alternatives. */
export function groundwork(rights: Rights, edge: Edge, skip: ReadonlySet<string>, fixed?: string): Found {
  const wanted = (list: readonly Wanted[]): Wanted[] =>
    list
      .filter(({ action }) => !skip.has(action))
      .map((one) => ({
        action: one.action,
        context: contextOfRequirement(one.context as Readonly<Record<string, string>> | undefined),
      }));
  const always = wanted(edge.requires);
  let best = nothing;
  for (const option of optionsOf(edge)) {
    const found = someResources(rights, [...always, ...wanted(option)], fixed);
    if (found.level > best.level) best = found;
    if (best.level === YES) break;
  }
  return best;
}

const passRole: ReadonlySet<string> = new Set(['iam:PassRole']);
const none: ReadonlySet<string> = new Set();
const asksOf = (found: Found): Ask[] =>
  found.on.map((one) => ({ action: one.action, resource: one.resource, context: one.context }));

/** New or changed things that run with a role that is handed over. */
function passing(world: World, rights: Rights, edge: Edge): Way | undefined {
  const services = edge.role_trust_service ?? [];
  // most services have no role in most accounts
  if (!rights.has('iam:PassRole') || world.trust(services).size === 0) return undefined;
  const base = groundwork(rights, edge, passRole);
  if (base.level === NO) return undefined;
  const context = contextOfRequirement({ 'iam:PassedToService': edge.passed_to_service ?? '' });
  const instead = stepping[edge.id];
  const made =
    instead === undefined
      ? nothing
      : someResources(
          rights,
          instead.map((action) => ({ action })),
        );
  const profile = needsProfile.has(edge.id);
  const trusts = world.trust(services);
  // service roles of EMR and Elastic Beanstalk are handed over without a profile
  const direct = world.trust(services.filter((service) => service !== 'ec2.amazonaws.com'));
  const depends: string[] = [];
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
    return direct.get(role) ?? made.level;
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
      return way === NO
        ? NO
        : least(limit, trust, way, rights.may({ action: 'iam:PassRole', resource: target.arn, context, on: target }));
    },
    move(target) {
      const role = target as Role;
      const steps =
        profile && role.instanceProfiles.length === 0
          ? asksOf(made)
          : edge.needs_existing !== undefined && !profile
            ? asksOf(made)
            : [];
      return {
        edge: edge.id,
        level: this.level(target),
        to: target.arn,
        asks: [{ action: 'iam:PassRole', resource: target.arn, context, on: target }, ...asksOf(base), ...steps],
        depends,
      };
    },
  };
}

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
  /x-unlisted|artifact|template|codepipeline|codebuild|codedeploy|deploy|build|release|pipeline|assets|lambda|glue|airflow|mwaa|dags|cdk|cf-|cfn|sam-|sam_|beanstalk|terraform|script|bootstrap|package|emr|code|ci-|cd-/i;

/** Things that already run with a role. */
function existing(world: World, rights: Rights, edge: Edge): Way | undefined {
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
  const base = groundwork(rights, edge, none);
  if (base.level === NO) return undefined;
  if (artifacts && !base.on.some(({ resource }) => codeBucket.test(resource))) return undefined;
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
      return { edge: edge.id, level: this.level(target), to: target.arn, asks: asksOf(known?.found ?? base), depends };
    },
  };
}

/** Credentials of another user. */
function credentials(world: World, rights: Rights, edge: Edge): Way | undefined {
  const options = optionsOf(edge).filter((option) => option.every(({ action }) => rights.has(action)));
  if (!edge.requires.every(({ action }) => rights.has(action)) || options.length === 0) return undefined;
  const first = (edge.requires[0]?.action ?? options[0]?.[0]?.action ?? '').toLowerCase();
  const asksFor = (target: Principal, option: readonly Wanted[]): Ask[] =>
    [...edge.requires, ...option].map(({ action }) => ({ action, resource: target.arn, on: target }));
  const bestOption = (target: Principal): { level: Tri; asks: Ask[] } => {
    let best: { level: Tri; asks: Ask[] } = { level: NO, asks: [] };
    for (const option of options) {
      const asks = asksFor(target, option);
      const level = least(...asks.map((ask) => rights.may(ask)));
      if (level > best.level) best = { level, asks };
    }
    return best;
  };
  return {
    edge,
    candidates: edge.requires.length > 0 ? world.candidates(rights, first) : undefined,
    pool: world.account.users,
    limit: YES,
    level(target) {
      if (target.kind !== 'user' || same(rights, target)) return NO;
      const fact = credentialLevel(edge, target);
      return fact.level === NO ? NO : least(fact.level, bestOption(target).level);
    },
    move: (target) => {
      const { level, asks } = bestOption(target);
      const fact = credentialLevel(edge, target as User);
      return { edge: edge.id, level: least(level, fact.level), to: target.arn, asks, depends: fact.depends };
    },
  };
}

function rewriteTrust(world: World, rights: Rights, edge: Edge): Way | undefined {
  if (!rights.has('iam:UpdateAssumeRolePolicy')) return undefined;
  const ask = (target: Principal): Ask => ({ action: 'iam:UpdateAssumeRolePolicy', resource: target.arn, on: target });
  return {
    edge,
    candidates: world.candidates(rights, 'iam:updateassumerolepolicy'),
    pool: world.account.roles,
    limit: YES,
    level: (target) =>
      target.kind !== 'role' || target.serviceLinked || target.permissionSet || same(rights, target)
        ? NO
        : rights.may(ask(target)),
    move(target) {
      return { edge: edge.id, level: this.level(target), to: target.arn, asks: [ask(target)], depends: [] };
    },
  };
}

/** Whoever assumes a role names the session as he likes. */
const sessionContext: ContextInput = { 'sts:RoleSessionName': { is: 'caller' } };

function assumeRole(world: World, rights: Rights, edge: Edge): Way | undefined {
  const { principal } = rights.subject;
  const named = world.naming(principal.arn);
  const byRight = rights.has('sts:AssumeRole') ? world.candidates(rights, 'sts:assumerole') : [];
  // a trust that cannot be read may name anybody
  const candidates = byRight === undefined ? undefined : [...new Set([...named, ...world.odd, ...byRight])];
  if (candidates?.length === 0) return undefined;
  const ask = (role: Role): Ask => ({
    action: 'sts:AssumeRole',
    resource: role.arn,
    trust: role,
    on: role,
    context: sessionContext,
  });
  return {
    edge,
    candidates,
    pool: candidates ?? [...new Set([...named, ...world.assumable])],
    limit: YES,
    level: (target) =>
      target.kind !== 'role' || target.serviceLinked || same(rights, target) ? NO : rights.may(ask(target)),
    move(target) {
      return { edge: edge.id, level: this.level(target), to: target.arn, asks: [ask(target as Role)], depends: [] };
    },
  };
}

/** Roles that trust an identity provider of the account, reached by whoever controls the provider. */
function provider(world: World, rights: Rights, edge: Edge): Way | undefined {
  const saml = edge.id === 'iam-update-saml-provider';
  const actions = saml ? ['iam:UpdateSAMLProvider'] : (edge.any_of ?? []).flat().map(({ action }) => action);
  const usable = actions.filter((action) => rights.has(action));
  if (usable.length === 0) return undefined;
  const wanted = saml ? ':saml-provider/' : ':oidc-provider/';
  const providersOf = (role: Role): string[] =>
    trustSummary(world.account, role).providers.filter(
      (arn) => arn.includes(wanted) && arn.includes(`::${world.account.id}:`),
    );
  const best = (role: Role): { level: Tri; asks: Ask[] } => {
    let found: { level: Tri; asks: Ask[] } = { level: NO, asks: [] };
    for (const arn of providersOf(role)) {
      for (const action of usable) {
        const level = least(
          rights.may({ action, resource: arn }),
          trustsProvider(world.account, role, arn),
          saml ? YES : MAYBE,
        );
        if (level > found.level) found = { level, asks: [{ action, resource: arn }] };
      }
    }
    return found;
  };
  return {
    edge,
    candidates: undefined,
    pool: world.account.roles.filter((role) => providersOf(role).length > 0),
    limit: saml ? YES : MAYBE,
    level: (target) => (target.kind !== 'role' || same(rights, target) ? NO : best(target).level),
    move: (target) => ({
      edge: edge.id,
      to: target.arn,
      ...best(target as Role),
      depends: saml ? [] : ['a token that the changed provider makes acceptable'],
    }),
  };
}

/** Roles that IAM Identity Center keeps for its permission sets. */
function identityCenter(world: World, rights: Rights, edge: Edge): Way | undefined {
  const pool = world.permissionSets;
  if (pool.length === 0) return undefined;
  const base = groundwork(rights, edge, none);
  if (base.level === NO) return undefined;
  const limit = least(base.level, MAYBE);
  return {
    edge,
    candidates: undefined,
    pool,
    limit,
    level: (target) => (target.kind === 'role' && target.permissionSet && !same(rights, target) ? limit : NO),
    move: (target) => ({
      edge: edge.id,
      level: limit,
      to: target.arn,
      asks: asksOf(base),
      depends: [edge.needs_existing ?? ''],
    }),
  };
}

const userEdges: ReadonlySet<string> = new Set([
  'iam-create-access-key',
  'iam-rotate-access-key',
  'iam-create-login-profile',
  'iam-update-login-profile',
  'iam-service-specific-credential',
]);

type Maker = (world: World, rights: Rights, edge: Edge) => Way | undefined;

function makerOf(edge: Edge): Maker | undefined {
  if (edge.passed_to_service !== undefined) return passing;
  if (userEdges.has(edge.id)) return credentials;
  switch (edge.id) {
    case 'iam-update-assume-role-policy':
      return rewriteTrust;
    case 'sts-assume-role':
      return assumeRole;
    case 'iam-update-saml-provider':
    case 'iam-oidc-provider-edit':
      return provider;
    case 'sso-assign-permission-set':
    case 'identitystore-join-group':
      return identityCenter;
    default:
      return edge.kind === 'existing-role' && edge.effect === 'act-as' ? existing : undefined;
  }
}

const makers = edges.flatMap((edge) => {
  const make = makerOf(edge);
  return make === undefined ? [] : [{ edge, make }];
});

/** Edges that lead from one principal to another. */
export const wayEdges: ReadonlySet<string> = new Set(makers.map(({ edge }) => edge.id));

/** Whether the identity policies allow everything an edge needs, somewhere: most edges end here for most principals. */
export const mayHave = (rights: Rights, edge: Edge): boolean =>
  edge.requires.every(({ action }) => rights.has(action)) &&
  (edge.any_of === undefined || edge.any_of.some((option) => option.every(({ action }) => rights.has(action))));

/** Every edge over which the subject may come to another principal. */
export function waysOf(world: World, rights: Rights): Way[] {
  return makers.flatMap(({ edge, make }) => {
    if (edge.id !== 'sts-assume-role' && !mayHave(rights, edge)) return [];
    return make(world, rights, edge) ?? [];
  });
}
