import { along } from '../../engine/check.ts';
import type { Subject } from '../../engine/check.ts';
import { derive, type DeriveContext } from '../../engine/derive.ts';
import type { Behind, Certainty, Layer, WayIn } from '../../engine/exposed.ts';
import { address } from '../../services/ec2/address.ts';
import { distribution } from '../../services/cloudfront/distribution.ts';
import { httpApi } from '../../services/apigatewayv2/api.ts';
import { instance } from '../../services/ec2/instance.ts';
import { classicLoadBalancer } from '../../services/elb/load-balancer.ts';
import { loadBalancer } from '../../services/elbv2/load-balancer.ts';
import { restApi } from '../../services/apigateway/rest-api.ts';
import { role } from '../../services/iam/role.ts';
import { volume } from '../../services/ec2/volume.ts';
import { endpointsAlong } from '../endpoints/endpoints.ts';
import { network, type NetworkOf, networkParts } from '../network/network.ts';
import { balancersFound } from './balancers.ts';
import { apisFound, distributionsFound, functionsFound } from './endpoints.ts';
import { instancesFound } from './instances.ts';

/** Something that the internet reaches, or may reach, by what was read of its network and endpoints. */
export interface Found {
  readonly arn: string;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly certainty: Certainty;
  readonly ways: readonly WayIn[];
  /** Layers that facts of the network decide; findings decide the others. */
  readonly layers: readonly Layer[];
  /** The role that it runs with: undefined where it has none. */
  readonly role?: { readonly arn: string } | { readonly unread: string } | undefined;
  /** ARNs of what its layers are judged by besides itself: undefined where that was not read. */
  readonly related: Readonly<Record<string, readonly string[] | undefined>>;
  readonly behind: Behind;
  readonly behindSays: string;
}

const own = {
  exposedInstances: along(instance, { optional: true }),
  exposedVolumes: along(volume, { optional: true }),
  exposedAddresses: along(address, { optional: true }),
  exposedRoles: along(role, { optional: true }),
  // Without their facets: one whose listeners or origins could not be read must not be missing.
  exposedBalancers: along(loadBalancer, { optional: true }),
  exposedClassics: along(classicLoadBalancer, { optional: true }),
  exposedDistributions: along(distribution, { optional: true }),
  exposedRestApis: along(restApi, { optional: true }),
  exposedHttpApis: along(httpApi, { optional: true }),
} as const;

type Values<A> = {
  readonly [K in keyof A]: A[K] extends { readonly resource: infer R; readonly needs: readonly (infer N)[] }
    ? readonly Subject<R, N & PropertyKey>[]
    : never;
};

export type WayValues = Values<typeof own> & Values<typeof endpointsAlong> & { readonly network: NetworkOf };

export interface Ways {
  readonly found: readonly Found[];
  /** What was not read, by what it is called, and why. */
  readonly notRead: readonly { readonly what: string; readonly cause: string }[];
  readonly network: NetworkOf;
  /** Names of the policies of each role that was read. */
  readonly policies: ReadonlyMap<string, readonly string[]>;
}

/** What each list is called, where it holds something that may be exposed, or a way to it. */
const lists: Readonly<Record<string, string>> = {
  ...networkParts,
  exposedInstances: 'instances',
  exposedBalancers: 'load balancers',
  exposedDistributions: 'distributions',
  exposedRestApis: 'REST APIs',
  exposedHttpApis: 'HTTP and WebSocket APIs',
  functions: 'functions',
  functionUrls: 'URLs of functions',
  functionPolicies: 'policies of functions',
  restApis: 'methods of REST APIs',
  restStages: 'stages of REST APIs',
  httpApis: 'routes of HTTP and WebSocket APIs',
};

function notReadOf(unread: DeriveContext['unreadAlong']): Ways['notRead'] {
  const byWhat = new Map<string, string>();
  for (const [name, what] of Object.entries(lists)) {
    const reason = unread[name];
    if (reason !== undefined && !byWhat.has(what)) byWhat.set(what, reason.cause);
  }
  return [...byWhat].map(([what, cause]) => ({ what, cause }));
}

/** The ways from the internet to instances, load balancers, distributions, functions and APIs, of whatever was read. */
export const exposedWays = derive(
  'what the internet reaches',
  { ...own, ...endpointsAlong, network },
  (facts: WayValues, context): Ways => ({
    found: [
      ...instancesFound(facts, context),
      ...balancersFound(facts, context),
      ...distributionsFound(facts, context),
      ...functionsFound(facts, context),
      ...apisFound(facts, context),
    ],
    notRead: notReadOf(context.unreadAlong),
    network: facts.network,
    policies: new Map(
      facts.exposedRoles.map(({ arn, attached, inline }) => [arn, [...attached, ...inline].map(({ name }) => name)]),
    ),
  }),
);
