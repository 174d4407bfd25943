import { partitionById } from '../../partitions/partitions.ts';
import { exposure } from '../../iam/index.ts';
import type { ExposureOptions } from '../../iam/index.ts';
import { FRESH } from '../../iam/search.ts';
import type { CustomDomain } from '../../services/apigatewayv2/domains.ts';
import type { Integration } from '../../services/apigateway/integration.ts';
import type { RestApiItem, RestMethod } from '../../services/apigateway/rest-api.ts';

/** What strangers reach through an API without proving who they are. */
export interface OpenRoute {
  readonly integration: Integration;
  /** In words that follow "reached". */
  readonly via: string;
  readonly unsure: boolean;
  /** Names under which the API calls the function (aws:SourceArn), one at least. */
  readonly sources: readonly string[];
}

/** An API and where it is. */
export interface Located {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

export const executeArn = ({ partition, region, account, id }: Located, rest: string): string =>
  `arn:${partition}:execute-api:${region}:${account}:${id}/${rest}`;

/** Something in the place of the parameters of a path. */
export const filledPath = (path: string): string => path.replaceAll(/\{[^}]*\}/g, FRESH);

/** An address of the API from outside, and whether it is one. */
export interface Door {
  readonly stage: string;
  readonly url: string;
  readonly unsure?: string;
}

/** Addresses of custom domain names: the only ones of an API whose own endpoint is switched off. */
export const customDoors = (domains: readonly CustomDomain[]): Door[] =>
  domains
    // a client certificate proves who calls
    .filter(({ mutualTls }) => !mutualTls)
    .map(({ domain, stage, key, rules }) => ({
      stage,
      url: `https://${domain}${key === '' ? '' : `/${key}`}`,
      ...(rules ? { unsure: 'routing rules of the domain were not read' } : {}),
    }));

interface RestFacts extends Located, Pick<RestApiItem, 'endpointTypes' | 'policy' | 'defaultEndpointDisabled'> {
  readonly methods: readonly RestMethod[] | undefined;
  readonly domains: readonly CustomDomain[];
  /** Names of its stages; undefined: they were not read. */
  readonly stages: readonly string[] | undefined;
}

/** The addresses at which a stage of it answers. */
export function doorsOfRestApi(
  api: Pick<RestFacts, 'id' | 'region' | 'partition' | 'defaultEndpointDisabled' | 'domains' | 'stages'>,
): Door[] {
  if (api.defaultEndpointDisabled)
    return customDoors(api.domains).filter(({ stage }) => api.stages?.includes(stage) !== false);
  const host = `https://${api.id}.execute-api.${api.region}.${partitionById(api.partition).dnsSuffix}`;
  return api.stages === undefined
    ? [{ stage: FRESH, url: host, unsure: 'its stages were not read' }]
    : api.stages.map((stage) => ({ stage, url: `${host}/${stage}` }));
}

/** `ANY` stands for every verb. */
export const verbsOf = (verb: string): readonly string[] => (verb === 'ANY' ? ['GET', 'POST'] : [verb]);

/**
 * What strangers reach through a REST API: methods without authorizer that its policy leaves to everybody, and those that
 * ask for a signature and whose policy lets every AWS account in. A private API is not on the internet.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function openRoutesOfRestApi(api: RestFacts, options: ExposureOptions): OpenRoute[] {
  if (api.endpointTypes.length > 0 && api.endpointTypes.every((type) => type === 'PRIVATE')) return [];
  const doors = doorsOfRestApi(api);
  const [door] = doors;
  if (door === undefined) return [];
  const groups = new Map<string, { readonly integration: Integration; readonly methods: RestMethod[] }>();
  for (const method of api.methods ?? []) {
    const { integration, authorization, apiKeyRequired } = method;
    if (integration === undefined) continue;
    if (authorization !== 'NONE' && !(authorization === 'AWS_IAM' && api.policy !== undefined)) continue;
    const key = JSON.stringify([integration, authorization, apiKeyRequired]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { integration, methods: [method] });
    else group.methods.push(method);
  }
  return [...groups.values()].flatMap(({ integration, methods }): OpenRoute[] => {
    const [first] = methods;
    if (first === undefined) return [];
    const named = methods.flatMap((method) =>
      doors.flatMap((each) =>
        verbsOf(method.verb).map((verb) => ({
          arn: executeArn(api, `${each.stage}/${verb}${filledPath(method.path)}`),
          door: each,
          method,
        })),
      ),
    );
    const found = exposure(
      {
        kind: 'apigateway',
        arn: executeArn(api, '').slice(0, -1),
        policy: api.policy,
        endpointType: api.endpointTypes[0],
        authorization: [first.authorization ?? 'NONE'],
        methods: named.map(({ arn }) => arn),
      },
      options,
    );
    const verdict = found.access.write;
    if (verdict === 'private' || verdict === 'organization' || verdict === 'cross-account') return [];
    const shown = named.find(({ arn }) => arn === found.witnesses.write?.resource) ?? named[0];
    if (shown === undefined) return [];
    const doubts = [
      ...(verdict === 'public' || verdict === 'any-account' ? [] : ['conditions of its policy are open']),
      ...(first.apiKeyRequired ? ['it asks for an API key, which whoever has one can hand on'] : []),
      ...(shown.door.unsure === undefined ? [] : [shown.door.unsure]),
    ];
    const who = verdict === 'any-account' ? ' by any AWS account' : '';
    return [
      {
        integration,
        via: [`at ${shown.door.url}${shown.method.path} (${shown.method.verb})${who}`, ...doubts].join('; '),
        unsure: doubts.length > 0,
        sources: sourcesOf(api, methods, doors),
      },
    ];
  });
}

/** Policies write the parameters of a path as they are, as `*`, or leave them out with what follows. */
const sourcesOf = (api: RestFacts, methods: readonly RestMethod[], doors: readonly Door[]): string[] =>
  methods.flatMap(({ path, verb }) =>
    doors.flatMap(({ stage }) =>
      [verb, ...(verb === 'ANY' ? ['*', 'GET'] : [])].flatMap((each) =>
        pathForms(path).map((form) => executeArn(api, `${stage}/${each}${form}`)),
      ),
    ),
  );

/** Ways in which a path with parameters is written. */
export const pathForms = (path: string): string[] => [
  ...new Set([path, filledPath(path), path.replaceAll(/\{[^}]*\}/g, '*')]),
];
