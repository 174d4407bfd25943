/** What answers a method or route with a role of the account: a Lambda function, or a service that the API calls itself. */
export type Integration =
  | {
      readonly kind: 'function';
      /** ARN of the function, with the version or alias where one is named; undefined: a stage variable decides. */
      readonly arn: string | undefined;
      /** The role with which the API invokes it; undefined: the function's policy has to let it. */
      readonly credentials: string | undefined;
    }
  | { readonly kind: 'service'; readonly service: string; readonly credentials: string };

interface Given {
  readonly type?: string | undefined;
  /** A subtype of HTTP APIs, e.g. `SQS-SendMessage`. */
  readonly subtype?: string | undefined;
  readonly uri?: string | undefined;
  readonly credentials?: string | undefined;
}

/**
 * The integration of a method or route; undefined for what runs with no role of the account: mocks, other people's
 * servers, and calls with the caller's own credentials. Addresses of servers are not kept: they may hold secrets.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 */
export function integrationOf({ type, subtype, uri = '', credentials }: Given): Integration | undefined {
  if (type !== 'AWS' && type !== 'AWS_PROXY') return undefined;
  // `arn:aws:iam::*:user/*` stands for the caller's credentials
  const role = credentials?.includes(':role/') === true ? credentials : undefined;
  const [, service = subtype?.split('-', 1)[0] ?? ''] = /^arn:[^:]+:apigateway:[^:]*:([^:]+):/.exec(uri) ?? [];
  const lambda = /\/functions\/(.+?)\/(?:response-streaming-)?invocations$/.exec(uri)?.[1] ?? plainFunction(uri);
  if (lambda !== undefined)
    return { kind: 'function', arn: /\$\{/.test(lambda) ? undefined : lambda, credentials: role };
  return role === undefined ? undefined : { kind: 'service', service: service.toLowerCase(), credentials: role };
}

/** HTTP APIs may name the function itself. */
const plainFunction = (uri: string): string | undefined => (/^arn:[^:]+:lambda:/.test(uri) ? uri : undefined);
