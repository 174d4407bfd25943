import { userAgent } from '../../program/user-agent.ts';
import { silent } from '../clients.ts';
import { assertNoPage } from '../foreign-answer.ts';
import type { Transport, WireRequest } from '../transport.ts';
import type { SourceContext } from './types.ts';

/**
 * Options of an SDK client that gets credentials: our transport (proxy, certificates), nothing read from files.
 * @param sdkId decides which configured endpoint counts
 */
export function sdkOptions({ configuration, transport }: SourceContext, sdkId: string, region: string) {
  const endpoint = configuration.endpointOf(sdkId);
  return {
    region,
    maxAttempts: configuration.maxAttempts ?? 3,
    retryMode: 'standard',
    defaultsMode: 'standard' as const,
    useFipsEndpoint: configuration.useFips,
    useDualstackEndpoint: configuration.useDualstack,
    userAgentAppId: undefined,
    customUserAgent: userAgent,
    logger: silent,
    requestHandler: handlerOf(transport),
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}

/** What ends a request of an SDK client when the sources' time is over. */
export const stoppedBy = ({ signal }: SourceContext): { abortSignal?: AbortSignal } =>
  signal === undefined ? {} : { abortSignal: signal };

/** A request as the SDK hands it to what sends it. */
interface SdkRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

/** Sends what an SDK client made over the sockets of the run. */
function handlerOf(transport: Transport) {
  return {
    async handle(request: SdkRequest, options: { abortSignal?: AbortSignal } = {}) {
      const answer = await transport.send(wireOf(request), options.abortSignal);
      assertNoPage(answer);
      return { response: { ...answer, statusCode: answer.statusCode } };
    },
    destroy() {},
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

function wireOf({ protocol, hostname, port, method, path, query = {}, headers, body }: SdkRequest): WireRequest {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value])
      search.append(name, String(one ?? ''));
  const text = search.toString();
  return {
    protocol,
    hostname,
    port,
    method,
    path: text === '' ? path : `${path}?${text}`,
    headers,
    body: typeof body === 'string' || body instanceof Uint8Array ? body : '',
  };
}
