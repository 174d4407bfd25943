import { AuditError } from '../../program/errors.ts';
import { parseArn } from '../../text/arn.ts';
import { compile } from '../compile.ts';
import { principalsNamed } from '../graph/named.ts';
import type { Ask } from '../graph/rights.ts';
import { least, UNLISTED, type World } from '../graph/world.ts';
import { rcpServices } from '../data/rcp-services.ts';
import { otherResources } from '../data/resource-services.ts';
import { ownerMissing, ownerOf } from '../owner.ts';
import { mayHavePolicy } from '../resource-policy-services.ts';
import { FRESH } from '../search.ts';
import { type LayerName, MAYBE, NO, type PolicySource, type Tri, YES } from '../types.ts';
import type { Move } from './move.ts';
import { openingsOn } from './openings.ts';
import type { Goal, Node } from './search.ts';
import { blockedBy, stepOf } from './step.ts';
import type { PathStep } from './types.ts';

/** A goal with how paths to it end. */
export interface GoalOf extends Goal {
  readonly target: string;
  /** The principal that is the goal needs no path to itself. */
  isTarget(node: Node): boolean;
  /** The steps of a node that is at the goal. */
  end(node: Node): readonly PathStep[];
  /** The steps after somebody has become administrator. */
  afterAdministrator(from: string): readonly PathStep[];
  /** A principal that would be administrator but for what holds it back. */
  blockedAdministrator(node: Node): PathStep;
  /** Who is there uses rights that the layers above the account limit; else he only acts as somebody. */
  readonly uses: boolean;
  /** Whether a policy of the goal that was not read may let somebody in by itself whom nothing else does. */
  mayAdmit?(node: Node): boolean;
  /** Layers of the goal itself that were not read. */
  readonly unread: readonly LayerName[];
}

const administratorAsk: Ask = { action: UNLISTED, resource: '*' };

function administratorStep(world: World, node: Node): PathStep {
  const { arn } = node.subject.principal;
  const move: Move = {
    edge: 'administrator',
    level: node.reach?.level ?? NO,
    to: arn,
    asks: world.administratorAsks(node.subject),
    depends: [],
  };
  return { ...stepOf(node.rights, move, arn), title: 'Every action on every resource', actions: ['*'] };
}

function blockedAdministrator(world: World, node: Node): PathStep {
  const { arn } = node.subject.principal;
  const iam: Ask = { action: 'iam:PutUserPolicy', resource: arn.replace(/:(user|role)\/.*/, `:user/${FRESH}`) };
  return {
    ...administratorStep(world, node),
    condition: `blocked by ${blockedBy(node.rights, [administratorAsk, iam]) ?? 'what is denied'}`,
  };
}

/** To be administrator of the account. */
export function administratorGoal(world: World): GoalOf {
  return {
    target: `arn:${world.account.partition}:iam::${world.account.id}:root`,
    uses: true,
    unread: [],
    fromAdministrator: 0,
    at: (node) => world.administrator(node.subject),
    isTarget: () => false,
    end: (node) => (node.reach?.level === YES ? [] : [administratorStep(world, node)]),
    afterAdministrator: () => [],
    blockedAdministrator: (node) => blockedAdministrator(world, node),
  };
}

const plainStep = (edge: string, title: string, from: string, to: string, actions: readonly string[]): PathStep => ({
  edge,
  title,
  from,
  to,
  actions,
  policies: [],
  grants: [],
});

/** To act as a user or role. */
function principalGoal(world: World, arn: string): GoalOf {
  const principal = world.byArn.get(arn);
  const role = principal?.kind === 'role';
  const open =
    principal !== undefined && !(principal.kind === 'role' && (principal.serviceLinked || principal.permissionSet));
  return {
    target: arn,
    uses: false,
    unread: [],
    fromAdministrator: open ? 1 : undefined,
    limited: true,
    at: (node) => (node.subject.depth === 0 && node.subject.principal.arn === arn ? YES : NO),
    isTarget: (node) => node.subject.principal.arn === arn,
    end: () => [],
    afterAdministrator: (from) => [
      role
        ? plainStep('iam-update-assume-role-policy', 'Rewrite the trust policy of a role', from, arn, [
            'iam:UpdateAssumeRolePolicy',
          ])
        : plainStep('iam-create-access-key', 'Create an access key for another user', from, arn, [
            'iam:CreateAccessKey',
          ]),
    ],
    blockedAdministrator: (node) => blockedAdministrator(world, node),
  };
}

/** What it means to reach a resource, by service: its data, or the say over it. */
const reaching: Readonly<Record<string, string>> = {
  s3: 'GetObject PutObject DeleteObject PutBucketPolicy PutObjectAcl ListBucket PutBucketAcl',
  kms: 'Decrypt PutKeyPolicy CreateGrant',
  sqs: 'ReceiveMessage SendMessage SetQueueAttributes AddPermission',
  sns: 'Publish Subscribe SetTopicAttributes AddPermission',
  lambda: 'InvokeFunction UpdateFunctionCode GetFunction',
  secretsmanager: 'GetSecretValue PutSecretValue PutResourcePolicy',
  ssm: 'GetParameter PutParameter StartSession SendCommand',
  dynamodb: 'GetItem Query Scan PutItem DeleteItem',
  ecr: 'BatchGetImage PutImage SetRepositoryPolicy',
  es: 'ESHttpGet ESHttpPost ESHttpPut ESHttpDelete UpdateDomainConfig',
  'acm-pca': 'IssueCertificate PutPolicy',
  dsql: 'DbConnect DbConnectAdmin PutClusterPolicy',
  s3files: 'ClientMount ClientWrite ClientRootAccess PutFileSystemPolicy',
  elasticfilesystem: 'ClientMount ClientWrite ClientRootAccess PutFileSystemPolicy',
  kinesis: 'GetRecords PutRecord PutRecords PutResourcePolicy',
};

/** Requests to a domain are on what lies below it: a policy says `domain/orders/*` (https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html). */
const isOnPaths = (action: string, arn: string): boolean =>
  action.startsWith('es:ESHttp') && /:domain\/[^/]+$/.test(arn);

/**
 * Services that a user's service-specific credentials are good for, by the service in their ARNs.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html
 */
const ofSpecificCredentials = new Set(['codecommit', 'cassandra', 'bedrock']);

/** The services whose actions are on resources of a service, by the service in their ARNs: `kafka-cluster` of `kafka`. */
const actingOn = (service: string): readonly string[] => [
  service,
  ...Object.entries(otherResources).flatMap(([prefix, on]) => (on.split(' ').includes(service) ? [prefix] : [])),
];

/** Actions of a service that policies of a principal or of the resource name, for services whose data actions are not listed here. */
function namedActions(node: Node, service: string, policies: readonly PolicySource[]): string[] {
  const services = actingOn(service);
  const found = new Set(services.map((prefix) => `${prefix}:${FRESH}`));
  for (const { document } of [...node.subject.identity, ...policies]) {
    for (const statement of compile(document).statements) {
      if (statement.effect === 'Deny' || statement.notAction) continue;
      for (const text of statement.actions.texts) {
        if (services.includes(text.slice(0, text.indexOf(':')).toLowerCase()))
          found.add(text.replaceAll(/[*?]+/g, FRESH));
      }
    }
  }
  return [...found];
}

/** To read, write or administer a resource. */
function resourceGoal(world: World, arn: string): GoalOf {
  const [, , service = '', , named = ''] = parseArn(arn) ?? [];
  const owner = ownerOf(world.account, arn);
  const foreign = owner.account !== undefined && owner.account !== world.account.id;
  const policies =
    world.account.resourcePolicies?.get(arn) ?? (foreign || mayHavePolicy(service) ? 'unknown' : undefined);
  const depends = [
    ...(policies === 'unknown' ? ["what the resource's own policy says, which was not read"] : []),
    ...[ownerMissing(world.account, arn, owner) ?? []].flat(),
    ...(foreign && rcpServices.has(service) ? [`resource control policies of account ${owner.account}, not read`] : []),
  ];
  // any of these may deny it
  const most: Tri = depends.length > 0 ? MAYBE : YES;
  const inBucket = service === 's3' && named === '';
  const [bucket = arn] = arn.split('/', 1);
  const object = bucket === arn ? `${arn}/${FRESH}` : arn;
  const actions = reaching[service]
    ?.split(' ')
    .filter((verb) => verb !== 'ListBucket' || bucket === arn)
    .map((verb) => `${service}:${verb}`);
  const asksOf = (node: Node): Ask[] =>
    (actions ?? namedActions(node, service, Array.isArray(policies) ? policies : [])).map((action) => ({
      action,
      resource: inBucket ? (/Object/.test(action) ? object : bucket) : isOnPaths(action, arn) ? `${arn}/${FRESH}` : arn,
      policies,
      ...(foreign ? { owner: owner.account } : {}),
    }));
  const access = (node: Node): { level: Tri; move: Move } | undefined => {
    let best: { level: Tri; move: Move } | undefined;
    for (const ask of asksOf(node)) {
      if (node.rights.may({ ...ask, policies: undefined, owner: undefined }) === NO && !Array.isArray(policies))
        continue;
      const level = least(most, node.rights.may(ask));
      if (level > (best?.level ?? NO))
        best = { level, move: { edge: 'access', level, to: ask.resource, asks: [ask], depends } };
      if (best?.level === YES) return best;
    }
    for (const opening of openingsOn(node.rights, arn)) {
      const asks = opening.asks.map((ask) => ({ ...ask, policies, ...(foreign ? { owner: owner.account } : {}) }));
      const level = least(opening.level, most, ...asks.map((ask) => node.rights.may(ask)));
      if (level <= (best?.level ?? NO)) continue;
      best = { level, move: { ...opening, level, asks, depends: [...opening.depends, ...depends] } };
    }
    return best;
  };
  return {
    target: arn,
    uses: true,
    unread: [
      ...(policies === 'unknown' ? (['resource'] as const) : []),
      ...(foreign && rcpServices.has(service) ? (['rcp'] as const) : []),
    ],
    fromAdministrator: undefined,
    limited: ofSpecificCredentials.has(service),
    at: (node) => access(node)?.level ?? NO,
    isTarget: () => false,
    // between accounts the identity's policies have to allow too
    mayAdmit: (node) => policies === 'unknown' && !foreign && asksOf(node).some((ask) => node.rights.may(ask) !== NO),
    end(node) {
      const move = access(node)?.move;
      if (move === undefined) return [];
      const step = stepOf(node.rights, move, node.subject.principal.arn);
      return [move.edge === 'access' ? { ...step, title: 'Allowed on the resource' } : step];
    },
    afterAdministrator: () => [],
    blockedAdministrator: (node) => blockedAdministrator(world, node),
  };
}

/**
 * The goal that an ARN names: the account's root for "administrator", a user or role, or a resource.
 * @throws AuditError `usage` when it is no ARN, or a user or role that the account does not have
 */
export function goalOf(world: World, to: string): GoalOf {
  const parts = parseArn(to);
  if (parts === undefined) {
    const named = principalsNamed(world.account, to);
    const [only] = named;
    if (only !== undefined && named.length === 1) return principalGoal(world, only.arn);
    throw new AuditError(
      'usage',
      `--to: ${to} is not an ARN${named.length > 1 ? ', and a user and a role have this name' : ' and no user or role has this name'}`,
      {
        hint: named.length > 1 ? `Write user/${to} or role/${to}.` : 'Give the ARN of a user, a role or a resource.',
      },
    );
  }
  if (to === administratorGoal(world).target) return administratorGoal(world);
  if (world.byArn.has(to)) return principalGoal(world, to);
  if (parts[2] === 'iam' && /^(user|role)\//.test(parts[5])) {
    throw new AuditError('usage', `--to: the account has no ${to}`, {
      hint: 'The ARN has the path too: arn:aws:iam::111122223333:role/path/name.',
    });
  }
  return resourceGoal(world, to);
}
