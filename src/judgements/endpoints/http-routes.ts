import { customDoors, type Door, executeArn, type Located, type OpenRoute, pathForms } from './rest-routes.ts';
import type { Integration } from '../../services/apigateway/integration.ts';
import type { CustomDomain } from '../../services/apigatewayv2/domains.ts';

interface Route {
  readonly key: string;
  readonly authorization: string | undefined;
  readonly apiKeyRequired: boolean;
  readonly integration: string | undefined;
}

interface Facts extends Located {
  readonly protocol: string | undefined;
  readonly endpoint: string | undefined;
  readonly defaultEndpointDisabled: boolean;
  /** undefined: the API is gone. */
  readonly routes: readonly Route[] | undefined;
  readonly integrations: Readonly<Record<string, Integration>> | undefined;
  readonly stages: readonly { readonly name: string; readonly deployed: boolean }[] | undefined;
  readonly domains: readonly CustomDomain[];
}

/** The addresses at which a stage of it answers. */
export function doorsOfHttpApi(
  api: Pick<Facts, 'stages' | 'defaultEndpointDisabled' | 'domains' | 'endpoint'>,
): Door[] {
  const stages = (api.stages ?? []).filter(({ deployed }) => deployed).map(({ name }) => name);
  if (api.defaultEndpointDisabled) return customDoors(api.domains).filter(({ stage }) => stages.includes(stage));
  return stages.map((stage) => ({ stage, url: `${api.endpoint ?? ''}${stage === '$default' ? '' : `/${stage}`}` }));
}

const isOpen = ({ authorization }: Route): boolean => authorization === undefined || authorization === 'NONE';

/**
 * What strangers reach through an HTTP or WebSocket API: routes without authorizer. These APIs have no policy, so a route
 * that asks for a signature is open to the own account only. A WebSocket API asks when somebody connects and never again.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
 */
export function openRoutesOfHttpApi(api: Facts): OpenRoute[] {
  const [door] = doorsOfHttpApi(api);
  if (door === undefined) return [];
  const webSocket = api.protocol === 'WEBSOCKET';
  const connect = api.routes?.find(({ key }) => key === '$connect');
  if (webSocket && connect !== undefined && !isOpen(connect)) return [];
  const groups = new Map<string, { readonly integration: Integration; readonly routes: Route[] }>();
  for (const route of api.routes ?? []) {
    const integration = route.integration === undefined ? undefined : api.integrations?.[route.integration];
    if (integration === undefined || (!webSocket && !isOpen(route))) continue;
    const key = JSON.stringify([integration, route.apiKeyRequired]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { integration, routes: [route] });
    else group.routes.push(route);
  }
  return [...groups.values()].map(({ integration, routes }): OpenRoute => {
    const [first] = routes;
    const doubts = [
      ...(first?.apiKeyRequired === true || (webSocket && connect?.apiKeyRequired === true)
        ? ['it asks for an API key, which whoever has one can hand on']
        : []),
      ...(door.unsure === undefined ? [] : [door.unsure]),
    ];
    return {
      integration,
      via: [`at ${door.url} (${first?.key ?? ''})`, ...doubts].join('; '),
      unsure: doubts.length > 0,
      sources: routes.flatMap(({ key }) => doorsOfHttpApi(api).flatMap(({ stage }) => sourcesOf(api, stage, key))),
    };
  });
}

/** `GET /orders/{id}` is called as `stage/GET/orders/{id}`, which policies also write with wildcards. */
function sourcesOf(api: Facts, stage: string, key: string): string[] {
  const [verb = '', path] = key.split(' ');
  if (path === undefined) return [executeArn(api, `${stage}/${key}`)];
  const verbs = verb === 'ANY' ? ['ANY', '*', 'GET'] : [verb];
  return verbs.flatMap((each) => pathForms(path).map((form) => executeArn(api, `${stage}/${each}${form}`)));
}
