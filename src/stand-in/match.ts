import type { Identity } from './identify.ts';

/** Which requests something is for; a member that is left out matches all. */
export interface Match {
  /** The service's id as in `RecordedRequest.service`: `s3`, `s3-control`, `cloudwatch-logs`. */
  readonly service?: Pattern;
  readonly operation?: Pattern;
  readonly region?: Pattern;
  readonly account?: Pattern;
  /** The access key that signs it; unsigned requests match none. */
  readonly accessKeyId?: Pattern;
}

type Pattern = string | RegExp | readonly string[];

/** Whether a request is one of those that were asked for. */
export function matches(
  match: Match,
  request: Pick<Identity, 'service' | 'operation' | 'region'> & {
    readonly account: string;
    readonly accessKeyId?: string | undefined;
  },
): boolean {
  return (
    fits(match.service, request.service) &&
    fits(match.operation, request.operation) &&
    fits(match.region, request.region) &&
    fits(match.account, request.account) &&
    fits(match.accessKeyId, request.accessKeyId ?? '')
  );
}

function fits(pattern: Pattern | undefined, value: string): boolean {
  if (pattern === undefined) return true;
  if (typeof pattern === 'string') return pattern === value;
  return pattern instanceof RegExp ? pattern.test(value) : pattern.includes(value);
}
