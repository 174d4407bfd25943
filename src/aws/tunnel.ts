import type { ClientRequestArgs, IncomingMessage } from 'node:http';
import { request as plainRequest } from 'node:http';
import { Agent as HttpsAgent, request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { timeout } from './agents.ts';
import type { Limits } from './agents.ts';
import type { Proxy } from './proxy.ts';
import { explainedError, NotReached } from './unreached.ts';

/** A proxy looks names up and connects by itself before it answers. */
const patience = 3;

/**
 * Asks a proxy for a connection to a host.
 * https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6
 * @throws NotReached when the proxy is not there or does not let through; `TimeoutError`
 */
export function openTunnel(
  proxy: Proxy,
  { host, port }: ClientRequestArgs,
  { connectMs, secureContext }: Limits & { readonly secureContext?: SecureContext | undefined },
): Promise<Socket> {
  const hostname = String(host);
  const target = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port ?? 443}`;
  return new Promise((resolve, reject) => {
    const options = {
      method: 'CONNECT',
      hostname: proxy.hostname,
      port: proxy.port,
      path: target,
      headers: { host: target, ...headersFor(proxy) },
    };
    const request = proxy.secure
      ? secureRequest({ ...options, agent: new HttpsAgent({ secureContext }) })
      : plainRequest({ ...options, agent: false });
    const limit = connectMs * patience;
    const late = (): void =>
      void request.destroy(timeout(`no connection through the proxy ${proxy.label} within ${limit / 1000} s`));
    const timer = setTimeout(late, limit);
    const end = (then: () => void): void => {
      clearTimeout(timer);
      then();
    };
    request.on('error', (error) => end(() => reject(unreachable(error, proxy, hostname))));
    // A proxy that answers anything but CONNECT's way.
    request.on('response', (answer) => end(() => refuse(answer)));
    request.on('connect', (answer, socket, head) =>
      end(() => {
        if (answer.statusCode !== 200) return refuse(answer, socket);
        // What came with the answer belongs to the connection.
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      }),
    );
    const refuse = (answer: IncomingMessage, socket = answer.socket): void => {
      socket.destroy();
      reject(refusal(answer, proxy, hostname));
    };
    request.end();
  });
}

/** What a proxy wants to be told. */
export const headersFor = ({ authorization }: Proxy): Record<string, string> =>
  authorization === undefined ? {} : { 'proxy-authorization': authorization };

/** The error of a proxy that is not there. */
export function unreachable(error: Error, proxy: Proxy, hostname: string): Error {
  const told = explainedError(error, { hostname: proxy.hostname });
  if (!(told instanceof NotReached)) return told;
  return new NotReached(`through the proxy ${proxy.label}: ${told.message}`, {
    code: 'ProxyError',
    hostname,
    passing: told.passing,
    hint: `Check HTTPS_PROXY and HTTP_PROXY (NO_PROXY names hosts that are asked directly).${told.passing ? '' : ` ${told.hint ?? ''}`}`,
    cause: error,
  });
}

/** The error of a proxy that does not let through. */
export function refusal(
  { statusCode = 0, headers }: Pick<IncomingMessage, 'statusCode' | 'headers'>,
  { label, authorization }: Proxy,
  hostname: string,
): NotReached {
  // Some say that it was the name: Squid, and RFC 9209.
  if (
    /\bERR_DNS_FAIL\b/.test(one(headers['x-squid-error'])) ||
    /\berror=dns_error\b/.test(one(headers['proxy-status']))
  )
    return new NotReached(`the host ${hostname} does not resolve (ENOTFOUND)`, {
      code: 'ENOTFOUND',
      hostname,
      passing: true,
      hint: `The proxy ${label} says so: check the region and --endpoint-url.`,
    });
  const passing = statusCode === 429 || (statusCode >= 500 && statusCode !== 501);
  const [message, hint] =
    statusCode === 407
      ? [
          authorization === undefined
            ? `the proxy ${label} asks for a user and a password (HTTP 407)`
            : `the proxy ${label} does not accept the user and the password (HTTP 407)`,
          'Write them into the proxy variable as http://user:password@host:port, percent-encoded. Only Basic authentication is supported.',
        ]
      : passing
        ? [
            `the proxy ${label} has no connection to ${hostname} (HTTP ${statusCode})`,
            'Can the proxy reach AWS? Try again later, or name hosts that need none by NO_PROXY.',
          ]
        : [
            `the proxy ${label} refuses connections to ${hostname} (HTTP ${statusCode})`,
            `Ask whoever runs it to allow ${hostname}, or name hosts that need none by NO_PROXY.`,
          ];
  return new NotReached(message, { code: 'ProxyError', hostname, passing, hint });
}

const one = (value: string | readonly string[] | undefined): string => String(value ?? '');
