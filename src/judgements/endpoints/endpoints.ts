import { along } from '../../engine/check.ts';
import type { Context, Subject, UnreadReason } from '../../engine/check.ts';
import type { Compute } from '../../iam/graph/types.ts';
import type { ExposureOptions } from '../../iam/index.ts';
import { NO, YES } from '../../iam/types.ts';
import { type CalledFunction, functionsCalled } from '../network/reach/functions.ts';
import { loadBalancing, mayInvoke } from './may-invoke.ts';
import { type OpenRoute, openRoutesOfRestApi } from './rest-routes.ts';
import { restApi } from '../../services/apigateway/rest-api.ts';
import { stage } from '../../services/apigateway/stage.ts';
import { httpApi } from '../../services/apigatewayv2/api.ts';
import { openRoutesOfHttpApi } from './http-routes.ts';
import type { NetworkOf } from '../network/network.ts';
import { lambdaFunction } from '../../services/lambda/function.ts';
import { type FunctionFacts, waysToFunction, type Way } from './function.ts';

/** What tells which functions and APIs strangers reach. Each part is judged without what could not be read. */
export const endpointsAlong = {
  functions: along(lambdaFunction, { optional: true }),
  functionUrls: along(lambdaFunction, { needs: ['urls', 'urlPolicies'], optional: true }),
  functionPolicies: along(lambdaFunction, { needs: ['policy'], optional: true }),
  restApis: along(restApi, { needs: ['methods', 'domains'], optional: true }),
  restStages: along(stage, { optional: true }),
  httpApis: along(httpApi, { needs: ['routes', 'integrations', 'stages', 'domains'], optional: true }),
} as const;

type Names = keyof typeof endpointsAlong;

/** The network tells what load balancers call. */
export type EndpointValues = { readonly network?: NetworkOf } & {
  readonly [K in Names]: (typeof endpointsAlong)[K] extends {
    readonly resource: infer R;
    readonly needs: readonly (infer N)[];
  }
    ? readonly Subject<R, N & PropertyKey>[]
    : never;
};

export interface Endpoints {
  /** Functions and APIs with a role that strangers reach, or may reach. */
  readonly endpoints: readonly Compute[];
  /** What could not be read or decided, so that there may be more; in words that name the missing actions. */
  readonly missing: readonly string[];
}

interface Circumstances {
  readonly now: number;
  readonly unreadAlong: Context['unreadAlong'];
}

const parts: Readonly<Record<Names, string>> = {
  functions: 'functions',
  functionUrls: 'function URLs',
  functionPolicies: 'policies of functions',
  restApis: 'REST APIs',
  restStages: 'stages of REST APIs',
  httpApis: 'HTTP and WebSocket APIs',
};

/** The companions of `endpointsAlong` that could not be read, by name. */
export const unreadEndpoints = (unread: Context['unreadAlong']): string[] =>
  Object.keys(parts).filter((name) => name in unread);

/** What is missing of optional companions, one line for each reason. */
export function missingParts<N extends string>(
  names: Readonly<Record<N, string>>,
  unread: Readonly<Record<string, UnreadReason>>,
): string[] {
  const byCause = new Map<string, string[]>();
  for (const name of Object.keys(names) as N[]) {
    const reason = unread[name];
    if (reason === undefined) continue;
    const list = byCause.get(reason.cause) ?? [];
    byCause.set(reason.cause, [...list, names[name]]);
  }
  return [...byCause].map(([cause, list]) => `${list.join(', ')}: ${cause}`);
}

/** ARN of a function without its version or alias. */
const unqualified = (arn: string): string => arn.split(':', 7).join(':');
const qualifierOf = (arn: string): string | undefined => arn.split(':')[7];

interface ApiRoute extends OpenRoute {
  readonly api: { readonly arn: string; readonly name: string };
}

function openRoutes(facts: EndpointValues, options: ExposureOptions, stagesUnread: boolean): ApiRoute[] {
  const stages = new Map<string, string[]>();
  for (const { region, restApiId, stageName } of facts.restStages) {
    const key = `${region} ${restApiId}`;
    stages.set(key, [...(stages.get(key) ?? []), stageName]);
  }
  return [
    ...facts.restApis.flatMap((api) => {
      const own = stages.get(`${api.region} ${api.id}`) ?? (stagesUnread ? undefined : []);
      return openRoutesOfRestApi({ ...api, stages: own }, options).map((route) => ({ ...route, api }));
    }),
    ...facts.httpApis.flatMap((api) => openRoutesOfHttpApi(api).map((route) => ({ ...route, api }))),
  ];
}

/** Whether an API gets through to the function; undefined: it does not. */
function throughApi(route: ApiRoute, facts: FunctionFacts, account: string, now: number): Way | undefined {
  const { integration, api } = route;
  if (integration.kind !== 'function' || integration.arn === undefined) return undefined;
  const via = `through the API ${api.name} ${route.via}`;
  const unsure = { via: `${via}; the policy of the function was not read`, unsure: true };
  const done = { via, ...(route.unsure ? { unsure: true } : {}) };
  // it calls with a role of its own
  if (integration.credentials !== undefined) return done;
  const alias = qualifierOf(integration.arn);
  const policy = alias === undefined ? facts.policy : facts.urlPolicies?.[alias];
  if (policy === undefined) return unsure;
  const level = mayInvoke({ arn: integration.arn, account, policy }, route.sources, now);
  if (level === NO) return undefined;
  return level === YES ? done : { via: `${via}; conditions of the function's policy are open`, unsure: true };
}

/** Whether a load balancer gets through to the function; undefined: it does not. */
function throughBalancer(
  { target, targetGroupArn, via, unsure }: CalledFunction,
  facts: FunctionFacts,
  account: string,
  now: number,
): Way | undefined {
  const alias = qualifierOf(target);
  const policy = alias === undefined ? facts.policy : facts.urlPolicies?.[alias];
  if (policy === undefined) return { via: `${via}; the policy of the function was not read`, unsure: true };
  const level = mayInvoke({ arn: target, account, policy }, [targetGroupArn], now, loadBalancing);
  if (level === NO) return undefined;
  return level === YES
    ? { via, ...(unsure ? { unsure: true } : {}) }
    : { via: `${via}; conditions of the function's policy are open`, unsure: true };
}

/** What load balancers call, by function; asked only where some policy speaks of load balancers, or was not read. */
function calledByBalancers(facts: EndpointValues, missing: string[]): ReadonlyMap<string, readonly CalledFunction[]> {
  const found = new Map<string, CalledFunction[]>();
  const { network } = facts;
  if (network === undefined) return found;
  const policies = [
    ...facts.functionPolicies.map(({ policy }) => policy),
    ...facts.functionUrls.flatMap(aliasPolicies),
  ];
  if (!policies.some((policy) => policy?.includes(loadBalancing.arn) === true) && policies.length > 0) return found;
  for (const region of new Set(facts.functions.map((one) => one.region))) {
    const { called, causes } = functionsCalled(network(region));
    missing.push(...causes);
    for (const each of called) {
      const key = unqualified(each.target);
      found.set(key, [...(found.get(key) ?? []), each]);
    }
  }
  return found;
}

const aliasPolicies = ({ urlPolicies }: EndpointValues['functionUrls'][number]): string[] =>
  Object.values(urlPolicies ?? {});

function reached(ways: readonly Way[]): Way | undefined {
  const sorted = [...ways].sort((a, b) => Number(a.unsure === true) - Number(b.unsure === true));
  const [first] = sorted;
  if (first === undefined || sorted.length === 1) return first;
  return { ...first, via: `${first.via}; and in ${sorted.length - 1} more way${sorted.length === 2 ? '' : 's'}` };
}

/**
 * Functions and APIs that strangers reach, with the role that they run with.
 * @param matters leaves out roles that nobody asks about
 */
export function endpointsOf(
  at: { readonly account: string },
  facts: EndpointValues,
  { now, unreadAlong }: Circumstances,
  matters: (role: string) => boolean = () => true,
): Endpoints {
  const options: ExposureOptions = { account: at.account, now: new Date(now) };
  const missing = missingParts(parts, unreadAlong);
  const routes = openRoutes(facts, options, unreadAlong['restStages'] !== undefined);
  const byFunction = new Map<string, ApiRoute[]>();
  const endpoints: Compute[] = [];
  for (const route of routes) {
    const { integration, api } = route;
    if (integration.kind === 'service') {
      if (!matters(integration.credentials)) continue;
      const via = `${route.via}, where the API calls ${integration.service === '' ? 'a service' : integration.service} with the role`;
      endpoints.push({
        kind: 'api',
        arn: api.arn,
        name: api.name,
        role: integration.credentials,
        running: true,
        internet: { via, ...(route.unsure ? { unsure: true } : {}) },
      });
    } else if (integration.arn === undefined) {
      missing.push(`the API ${api.name}: a stage variable names the function that answers ${route.via}`);
    } else {
      const key = unqualified(integration.arn);
      byFunction.set(key, [...(byFunction.get(key) ?? []), route]);
    }
  }
  const balanced = calledByBalancers(facts, missing);
  const urls = new Map(facts.functionUrls.map((one) => [one.arn, one]));
  const policies = new Map(facts.functionPolicies.map((one) => [one.arn, one]));
  for (const { arn, name, role } of facts.functions) {
    if (role === undefined || !matters(role)) continue;
    const withUrls = urls.get(arn);
    const withPolicy = policies.get(arn);
    const known: FunctionFacts = {
      arn,
      ...(withUrls === undefined ? {} : { urls: withUrls.urls ?? [], urlPolicies: withUrls.urlPolicies }),
      ...(withPolicy === undefined ? {} : { policy: withPolicy.policy ?? null }),
    };
    const internet = reached([
      ...waysToFunction(known, options),
      ...(balanced.get(arn) ?? []).flatMap((each) => throughBalancer(each, known, at.account, now) ?? []),
      ...(byFunction.get(arn) ?? []).flatMap((route) => throughApi(route, known, at.account, now) ?? []),
    ]);
    if (internet !== undefined) endpoints.push({ kind: 'function', arn, name, role, running: true, internet });
  }
  return { endpoints, missing };
}
