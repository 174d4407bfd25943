import type { Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass, unknown, unknownWithout } from '../../engine/check.ts';
import type { ExposureVerdict } from '../../iam/index.ts';
import { exposure } from '../../iam/index.ts';
import { FRESH } from '../../iam/search.ts';
import type { RestApiItem, RestMethod } from '../../services/apigateway/rest-api.ts';
import { few } from '../../text/few.ts';
import { executeArn, filledPath, type Located, verbsOf } from './rest-routes.ts';

/** Methods or routes by whether they ask who calls. An API key is none of it: it tells apps apart, not people. */
export interface Asking {
  readonly open: readonly string[];
  /** Kinds of tomorrow, or AWS did not say. */
  readonly unsure: readonly string[];
  /** How many of either and of those that ask. */
  readonly all: number;
}

const kinds: ReadonlySet<string> = new Set(['AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS', 'JWT']);

/** Sorts methods or routes by their type of authorization. */
export function askingOf(
  list: readonly {
    readonly label: string;
    readonly authorization: string | undefined;
    readonly apiKeyRequired: boolean;
  }[],
): Asking {
  const named = (some: typeof list): string[] =>
    some.map(({ label, apiKeyRequired }) => (apiKeyRequired ? `${label} (with an API key)` : label));
  return {
    open: named(list.filter(({ authorization }) => authorization === 'NONE')),
    unsure: named(list.filter(({ authorization = '' }) => authorization !== 'NONE' && !kinds.has(authorization))),
    all: list.length,
  };
}

/** The verdict on methods (or routes), where nothing else decides who may call those that are open. */
export function judgeAsking(label: string, what: string, { open, unsure, all }: Asking): Verdict {
  if (open.length > 0)
    return fail(`${label} has ${what} without an authorizer: ${few(open)}; expected one for each`, { open });
  if (unsure.length > 0) return unknown(`how ${label} authorizes callers of ${few(unsure)} is not known`);
  return pass(`${label} has an authorizer for each of its ${all} ${what}`);
}

type Facts = RestApiItem & Located & { readonly methods: readonly RestMethod[] | undefined };

/** What matters of an API's methods: browsers ask OPTIONS before they send who they are. */
export const methodsOf = (methods: readonly RestMethod[]): readonly (RestMethod & { readonly label: string })[] =>
  methods.flatMap((each) => (each.verb === 'OPTIONS' ? [] : [{ ...each, label: `${each.verb} ${each.path}` }]));

const places = ['EDGE', 'REGIONAL', 'PRIVATE'];

/** Where an API answers; undefined: AWS did not say, or there is a kind of tomorrow. */
export function placeOf({ endpointTypes }: RestApiItem): 'private' | 'public' | undefined {
  if (endpointTypes.length === 0 || endpointTypes.some((type) => !places.includes(type))) return undefined;
  return endpointTypes.every((type) => type === 'PRIVATE') ? 'private' : 'public';
}

/**
 * Whom the policy lets call the methods without an authorizer. A private API without a policy answers nobody; what lets
 * everybody in lets in whoever has a VPC endpoint.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html
 */
function reachOf(api: Facts, stages: readonly string[], now: number): ExposureVerdict {
  const open = methodsOf(api.methods ?? []).filter(({ authorization }) => authorization === 'NONE');
  const isPrivate = placeOf(api) === 'private';
  return exposure(
    {
      kind: 'apigateway',
      arn: executeArn(api, '').slice(0, -1),
      policy: api.policy,
      // As the policy has it: without it the engine knows that such an API is closed.
      endpointType: isPrivate && api.policy === undefined ? 'PRIVATE' : undefined,
      authorization: ['NONE'],
      methods: (stages.length === 0 ? [FRESH] : stages).flatMap((stage) =>
        open.flatMap(({ verb, path }) =>
          verbsOf(verb).map((each) => executeArn(api, `${stage}/${each}${filledPath(path)}`)),
        ),
      ),
    },
    { account: api.account, now: new Date(now) },
  ).access.write;
}

/** The verdict on an API whose policy decides who may call what has no authorizer. */
export function judgeByPolicy(
  api: Facts,
  asking: Asking,
  stages: readonly { readonly region: string; readonly restApiId: string; readonly stageName: string }[],
  { now, stagesUnread }: { readonly now: number; readonly stagesUnread: boolean },
): Verdict {
  if (asking.open.length === 0) return judgeAsking(api.name, 'methods', asking);
  const own = stages
    .filter(({ region, restApiId }) => region === api.region && restApiId === api.id)
    .map(({ stageName }) => stageName);
  const reach = reachOf(api, own, now);
  const whom = placeOf(api) === 'private' ? 'whoever has a VPC endpoint' : 'everybody';
  const what = `methods without an authorizer (${few(asking.open)})`;
  if (reach === 'public' || reach === 'any-account')
    return fail(
      api.policy === undefined
        ? `${api.name} has ${what}, and no policy that limits who calls them`
        : `${api.name} has ${what}, and its policy lets ${whom} call them`,
      { open: asking.open, reach },
    );
  if (reach === 'conditional' || reach === 'unknown')
    return unknown(`${api.name} has ${what}; whether its policy lets ${whom} call them could not be decided`);
  if (stagesUnread && api.policy !== undefined)
    return unknownWithout(`${api.name} has ${what}; in which stages is not known`, ['stages']);
  if (asking.unsure.length > 0)
    return unknown(`how ${api.name} authorizes callers of ${few(asking.unsure)} is not known`);
  return pass(`${api.name} has ${what}, which its policy keeps strangers from`, { open: asking.open, reach });
}

/** What leaves nothing to judge; undefined: something does. */
export function withoutMethods({ name, methods }: Facts): Verdict | undefined {
  if (methods === undefined) return notApplicable(`${name} was deleted while the account was read`);
  return methodsOf(methods).length === 0 ? notApplicable(`${name} has no methods`) : undefined;
}
