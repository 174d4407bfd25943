import type { IncomingHttpHeaders } from 'node:http';
import { cbor } from '@smithy/core/cbor';
import { membersOf, services, type Operation, type Service } from './models.ts';
import { matchRoute } from './routes.ts';

/** The wire format that a request speaks; its answer speaks the same. */
export type Protocol = 'query' | 'ec2' | 'json-1.0' | 'json-1.1' | 'rest-json' | 'rest-xml' | 'cbor';

export interface RawRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a request is about. */
export interface Identity {
  /** The service's id (the SDK package's name without `client-`), or the signing name when no client is installed. */
  readonly service: string;
  /** `unknown` when no route of the service matches. */
  readonly operation: string;
  /** From the credential scope, else `us-east-1`. */
  readonly region: string;
  readonly accessKeyId: string | undefined;
  readonly protocol: Protocol;
  /** `date/region/service/aws4_request`, without the access key; undefined for an unsigned request. */
  readonly scope: string | undefined;
  /**
   * The request's parameters by member name: the JSON or CBOR body; the form of the query protocols, nested
   * (`Filter.1.Name` becomes `{Filter: [{Name}]}`, values are strings); for REST the path's labels, the query and a JSON body.
   */
  readonly input: Readonly<Record<string, unknown>>;
  readonly model: { readonly service: Service; readonly operation: Operation } | undefined;
}

const restXml = new Set(['AwsRestXmlProtocol', 'S3RestXmlProtocol']);

/** Tells the service, operation, region and protocol of a request by its signature, headers, path and body. */
export function identify(request: RawRequest): Identity {
  const { accessKeyId, scope, region, signingName } = credential(request);
  const { method, headers } = request;
  const url = new URL(request.url, 'http://host');
  const contentType = headers['content-type'] ?? '';
  const signed = services().filter((service) => service.signingNames.includes(signingName ?? ''));
  const of = (candidates: readonly Service[], name: string, protocol: Protocol, input: Record<string, unknown>) => {
    const found = candidates.find((service) => service.model().operations.has(name)) ?? candidates[0];
    const operation = found?.model().operations.get(name);
    return {
      service: found?.id ?? signingName ?? 'unknown',
      operation: name,
      region,
      accessKeyId,
      protocol,
      scope,
      input,
      model: found === undefined || operation === undefined ? undefined : { service: found, operation },
    };
  };

  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const dot = target.lastIndexOf('.');
    const candidates = services().filter((service) => service.target === target.slice(0, dot));
    const protocol = contentType.includes('json-1.0') ? 'json-1.0' : 'json-1.1';
    return of(candidates, target.slice(dot + 1), protocol, parseJson(request.body));
  }

  const rpc = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(url.pathname);
  if (rpc !== null && headers['smithy-protocol'] !== undefined) {
    const candidates = services().filter((service) => service.target === rpc[1]);
    return of(candidates, rpc[2] ?? '', 'cbor', parseCbor(request.body));
  }

  const form = contentType.startsWith('application/x-www-form-urlencoded') ? request.body.toString('utf8') : '';
  const parameters = new URLSearchParams(form === '' ? url.search : form);
  const action = parameters.get('Action');
  if (action !== null && (url.pathname === '/' || form !== '')) {
    const version = parameters.get('Version');
    const candidates = preferred(
      (signed.length > 0 ? signed : services()).filter((service) => service.version === version),
      headers,
    );
    return of(candidates, action, signingName === 'ec2' ? 'ec2' : 'query', nest(parameters));
  }

  return rest();

  function rest(): Identity {
    const bucket = virtualBucket(headers.host ?? '');
    const found = preferred(signed, headers)
      .flatMap((service) => {
        const host = service.id === 's3' ? bucket : undefined;
        const match = matchRoute(service, method, url.pathname, url.searchParams, host);
        return match === undefined ? [] : [{ service, match }];
      })
      .sort((a, b) => b.match.weight - a.match.weight)[0];
    if (found !== undefined) {
      const { service, match } = found;
      const input = { ...parseJson(request.body), ...queryInput(match.operation, url.searchParams), ...match.labels };
      return of([service], match.operation.name, restXml.has(service.protocol) ? 'rest-xml' : 'rest-json', input);
    }
    const xml = signed[0] === undefined ? signingName === 's3' : restXml.has(signed[0].protocol);
    return of([], 'unknown', xml ? 'rest-xml' : 'rest-json', {});
  }
}

/** Services that share a signing name (RDS, Neptune, DocumentDB) are told apart by the SDK's user agent. */
function preferred(candidates: readonly Service[], headers: IncomingHttpHeaders): readonly Service[] {
  const agent = `${String(headers['x-amz-user-agent'] ?? '')} ${headers['user-agent'] ?? ''}`;
  const named = /\bapi\/([\w-]+)#/.exec(agent)?.[1]?.replaceAll(/[-_]/g, '').toLowerCase();
  const isNamed = (service: Service) => service.id.replaceAll('-', '') === named;
  return candidates.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
}

function credential(request: RawRequest) {
  const header = request.headers.authorization ?? '';
  const presigned = new URL(request.url, 'http://host').searchParams.get('X-Amz-Credential');
  const text = /Credential=([^,\s]+)/.exec(header)?.[1] ?? presigned ?? '';
  const [accessKeyId, ...scope] = text.split('/');
  if (scope.length < 3)
    return { accessKeyId: undefined, scope: undefined, region: 'us-east-1', signingName: undefined };
  // SigV4a signs for a set of regions and has none in its scope: key/date/service/aws4_request.
  const region = scope.length === 3 ? 'us-east-1' : (scope[1] ?? '');
  return { accessKeyId, scope: scope.join('/'), region, signingName: scope.at(-2) };
}

function virtualBucket(host: string): string | undefined {
  return /^(.+)\.s3[.-](?!control)[\w.-]*amazonaws\.com/.exec(host)?.[1];
}

function queryInput(operation: Operation, query: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [member, schema] of membersOf(operation.input)) {
    const name = schema.getMergedTraits().httpQuery;
    if (name === undefined || !query.has(name)) continue;
    input[member] = schema.isListSchema() ? query.getAll(name) : query.get(name);
  }
  return input;
}

function parseJson(body: Buffer): Record<string, unknown> {
  if (body[0] !== 0x7b) return {};
  try {
    return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function parseCbor(body: Buffer): Record<string, unknown> {
  return body.length === 0 ? {} : (cbor.deserialize(body) as Record<string, unknown>);
}

/** Turns the dotted keys of the query protocols into nested values. */
function nest(parameters: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [key, value] of parameters) {
    const steps = key.split('.').filter((step) => step !== 'member' && step !== 'entry');
    let at: Record<string, unknown> = input;
    steps.forEach((step, position) => {
      const name = /^\d+$/.test(step) ? String(Number(step) - 1) : step;
      if (position === steps.length - 1) at[name] = value;
      else at = (at[name] ??= /^\d+$/.test(steps[position + 1] ?? '') ? [] : {}) as Record<string, unknown>;
    });
  }
  return input;
}
