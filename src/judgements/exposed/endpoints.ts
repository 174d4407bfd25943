import type { DeriveContext } from '../../engine/derive.ts';
import type { Certainty, Layer, LayerName, LayerState, WayIn } from '../../engine/exposed.ts';
import type { RestMethod } from '../../services/apigateway/rest-api.ts';
import { exposure } from '../../iam/index.ts';
import { FRESH } from '../../iam/search.ts';
import { endpointsOf } from '../endpoints/endpoints.ts';
import { placeOf } from '../endpoints/authorization.ts';
import { doorsOfHttpApi } from '../endpoints/http-routes.ts';
import { doorsOfRestApi, executeArn, filledPath, verbsOf } from '../endpoints/rest-routes.ts';
import type { Found, WayValues } from './ways.ts';

const layer = (name: LayerName, state: LayerState, says: string): Layer => ({ layer: name, state, says });

/** Distributions answer the internet as long as they are switched on. */
export function distributionsFound({ exposedDistributions }: WayValues, _context: DeriveContext): Found[] {
  return exposedDistributions.flatMap((each): Found[] => {
    const { arn, id, name, region, tags, enabled, domainName, aliases, connectionMode, geoRestriction } = each;
    if (enabled === false) return [];
    const hosts = [...aliases, ...(domainName === undefined ? [] : [domainName])];
    const address = hosts[0] ?? name;
    const certainty: Certainty = enabled === undefined ? 'unknown' : 'open';
    const only =
      geoRestriction === undefined || geoRestriction === 'none'
        ? ''
        : ', for some countries only (geographic restriction)';
    const how =
      connectionMode === 'tenant-only'
        ? 'HTTPS at the domains of its tenants, which are not read'
        : `HTTP and HTTPS at ${hosts.join(', ') || 'its domain'}${only}`;
    return [
      {
        arn,
        type: 'AWS::CloudFront::Distribution',
        id,
        name,
        region,
        tags,
        certainty,
        ways: [
          {
            certainty,
            how: certainty === 'open' ? how : `${how}; AWS does not say whether it is switched on`,
            address,
            protocol: 'tcp',
            port: 443,
          },
        ],
        layers: [],
        related: {},
        behind: 'service',
        behindSays: `its origins: ${each.origins
          .map(({ domainName: origin }) => origin ?? '')
          .slice(0, 3)
          .join(', ')}`,
      },
    ];
  });
}

/** Functions that strangers call, by a URL, an API, a load balancer or Lambda itself. */
export function functionsFound(facts: WayValues, context: DeriveContext): Found[] {
  const { endpoints } = endpointsOf({ account: context.account }, facts, context);
  const byArn = new Map(facts.functions.map((each) => [each.arn, each]));
  return endpoints.flatMap(({ kind, arn, name, role, internet }): Found[] => {
    const known = byArn.get(arn);
    if (kind !== 'function' || known === undefined || internet === undefined) return [];
    const unsure = internet === 'unknown' || internet.unsure === true;
    const via = internet === 'unknown' ? 'how strangers reach it is not known' : internet.via;
    const certainty: Certainty = unsure ? 'possible' : 'open';
    return [
      {
        arn,
        type: 'AWS::Lambda::Function',
        id: known.id,
        name,
        region: known.region,
        tags: known.tags,
        certainty,
        ways: [{ certainty, how: `reached ${via}` }],
        layers: [
          unsure
            ? layer('authentication', 'unknown', `whether it asks who calls is not decided: reached ${via}`)
            : layer('authentication', 'absent', `strangers are let in: reached ${via}`),
        ],
        role: { arn: role },
        related: {},
        behind: 'compute',
        behindSays: 'its code, and what its role may do',
      },
    ];
  });
}

interface ApiWays {
  readonly certainty: Certainty;
  readonly ways: readonly WayIn[];
}

/** Who gets through the policy of a REST API, before any authorizer; undefined: no stranger does. */
function policyLets(
  api: WayValues['exposedRestApis'][number],
  stages: readonly string[],
  methods: readonly RestMethod[] | undefined,
  context: DeriveContext,
): { readonly certainty: Certainty; readonly on?: string } | undefined {
  if (api.policy === undefined) return { certainty: 'open' };
  // Where they were not read, one of no known path stands for all.
  const asked = methods ?? [{ path: `/${FRESH}`, verb: 'ANY' }];
  const found = exposure(
    {
      kind: 'apigateway',
      arn: executeArn(api, '').slice(0, -1),
      policy: api.policy,
      endpointType: api.endpointTypes[0],
      authorization: ['NONE'],
      methods: stages.flatMap((stage) =>
        asked.flatMap(({ path, verb }) =>
          verbsOf(verb).map((each) => executeArn(api, `${stage}/${each}${filledPath(path)}`)),
        ),
      ),
    },
    { account: api.account, now: new Date(context.now) },
  );
  switch (found.access.write) {
    case 'public':
    case 'any-account':
      return { certainty: 'open' };
    case 'conditional':
      return { certainty: 'possible', on: 'a condition of its policy' };
    case 'unknown':
      return { certainty: 'unknown', on: found.unknown[0] ?? 'its policy cannot be read' };
    case 'cross-account':
    case 'organization':
    case 'private':
      return methods === undefined
        ? { certainty: 'unknown', on: 'what its policy says of single methods, which were not read' }
        : undefined;
  }
}

function restWays(
  api: WayValues['exposedRestApis'][number],
  facts: WayValues,
  context: DeriveContext,
): ApiWays | undefined {
  const place = placeOf(api);
  if (place === 'private') return undefined;
  const withMethods = facts.restApis.find(({ arn }) => arn === api.arn);
  if (withMethods?.methods?.length === 0) return undefined;
  const own = facts.restStages.filter((each) => each.region === api.region && each.restApiId === api.id);
  const unread = context.unreadAlong['restStages'];
  const stages = own.length > 0 || unread === undefined ? own.map(({ stageName }) => stageName) : undefined;
  if (api.defaultEndpointDisabled && withMethods === undefined) {
    const cause = context.unreadAlong['restApis']?.cause ?? 'they are not known';
    return {
      certainty: 'unknown',
      ways: [{ certainty: 'unknown', how: `by custom domain names alone, which were not read: ${cause}` }],
    };
  }
  const doors = doorsOfRestApi({ ...api, domains: withMethods?.domains ?? [], stages });
  const stagesAsked = doors.map(({ stage }) => stage);
  const lets = policyLets(api, stagesAsked, withMethods?.methods, context);
  if (doors.length === 0 || lets === undefined) return undefined;
  return {
    certainty:
      place === undefined ? 'unknown' : stages === undefined && lets.certainty === 'open' ? 'possible' : lets.certainty,
    ways: doors.map(({ url, unsure }): WayIn => {
      const doubts = [
        ...(place === undefined ? ['AWS does not say whether it is private'] : []),
        ...(unsure === undefined ? [] : [unsure]),
        ...(lets.on === undefined ? [] : [`that depends on ${lets.on}`]),
      ];
      const certainty =
        place === undefined
          ? 'unknown'
          : unsure !== undefined && lets.certainty === 'open'
            ? 'possible'
            : lets.certainty;
      return { certainty, how: ['HTTPS at ' + url, ...doubts].join('; '), address: url, protocol: 'tcp', port: 443 };
    }),
  };
}

function httpWays(
  api: WayValues['exposedHttpApis'][number],
  facts: WayValues,
  { unreadAlong }: DeriveContext,
): ApiWays | undefined {
  const whole = facts.httpApis.find(({ arn }) => arn === api.arn);
  if (whole === undefined) {
    const cause = unreadAlong['httpApis']?.cause ?? 'they are not known';
    const how = `its routes, stages and domain names were not read: ${cause}`;
    return { certainty: 'unknown', ways: [{ certainty: 'unknown', how }] };
  }
  // Deleted since it was listed, or nothing answers.
  if (whole.routes === undefined || whole.routes.length === 0) return undefined;
  const doors = doorsOfHttpApi({ ...whole, domains: whole.domains ?? [] });
  if (doors.length === 0) return undefined;
  return {
    certainty: doors.every(({ unsure }) => unsure !== undefined) ? 'possible' : 'open',
    ways: doors.map(({ url, unsure }): WayIn => ({
      certainty: unsure === undefined ? 'open' : 'possible',
      how: [
        `${whole.protocol === 'WEBSOCKET' ? 'WebSocket' : 'HTTPS'} at ${url}`,
        ...(unsure === undefined ? [] : [unsure]),
      ].join('; '),
      address: url,
      protocol: 'tcp',
      port: 443,
    })),
  };
}

/** APIs whose address is on the internet, whatever they then ask of callers: that is a layer. */
export function apisFound(facts: WayValues, context: DeriveContext): Found[] {
  const told = (
    { arn, id, name, region, tags }: Pick<Found, 'arn' | 'id' | 'name' | 'region' | 'tags'>,
    type: string,
    found: ApiWays | undefined,
  ): Found[] =>
    found === undefined
      ? []
      : [
          {
            arn,
            type,
            id,
            name,
            region,
            tags,
            ...found,
            layers: [],
            related: {},
            behind: 'service',
            behindSays: 'what answers its methods',
          },
        ];
  return [
    ...facts.exposedRestApis.flatMap((api) => told(api, 'AWS::ApiGateway::RestApi', restWays(api, facts, context))),
    ...facts.exposedHttpApis.flatMap((api) => told(api, 'AWS::ApiGatewayV2::Api', httpWays(api, facts, context))),
  ];
}
