import type { DeniedBy, Gap, Outcome } from './outcome.ts';
import { redact } from '../secrets/redact.ts';
import { refusalCauses } from './refusal-causes.ts';
import { partitionById } from '../partitions/partitions.ts';
import { ForeignAnswer } from './foreign-answer.ts';
import type { Service } from './service.ts';
import { NotReached } from './unreached.ts';

/** Raised when the credentials stop working: the whole run stops, nothing is judged from then on. */
export class CredentialsExpired extends Error {
  readonly awsCode: string;

  constructor(awsCode: string, cause: unknown) {
    super(`the credentials are no longer accepted by AWS (${awsCode})`, { cause });
    this.name = 'CredentialsExpired';
    this.awsCode = awsCode;
  }
}

/** Raised when a call that does not read is attempted. It is refused before anything is sent. */
export class NotReadOnly extends Error {
  constructor(operation: string, reason: string) {
    super(`refused to call ${operation}: ${reason}`);
    this.name = 'NotReadOnly';
  }
}

/** Raised for an answer that says "success" and is none. Tried again like a reset connection, then a failure. */
export class MalformedAnswer extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'MalformedAnswer';
  }
}

/** Whether a call failed on the way: nothing that AWS says, neither of the credentials nor of what was asked for. */
export const failedOnTheWay = (error: unknown): boolean =>
  error instanceof NotReached || error instanceof ForeignAnswer || retryOf(error) !== 'none';

const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'UnauthorizedAccess',
  'AuthorizationError',
  'AuthorizationErrorException',
  'NotAuthorized',
  'NotAuthorizedException',
  'Forbidden',
  'ForbiddenException',
  'Client.UnauthorizedOperation',
  'AllAccessDisabled',
]);

const expiredCodes = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
  'TokenRefreshRequired',
  'CredentialsProviderError',
]);

/** Codes of a region that the account has not enabled: the credentials are fine elsewhere. */
const notOptedInCodes = new Set([
  'RegionDisabledException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'AuthFailure',
]);

/** The service does not know the operation, which no permission helps: what it would have told is missing. */
const unknownOperationCodes = new Set(['UnknownOperationException', 'UnknownOperation', 'InvalidAction']);

const throttleCodes = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottled',
  'RequestThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'ProvisionedThroughputExceededException',
  'LimitExceededException',
  'PriorRequestNotComplete',
  'EC2ThrottledException',
  'SlowDown',
  'TransactionInProgressException',
]);

const retryableCodes = new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EAI_AGAIN',
  // Name servers fail too: a host is not there when it was asked for several times.
  'ENOTFOUND',
  'TimeoutError',
  'InternalError',
  'InternalFailure',
  'InternalServerError',
  'InternalServerException',
  'InternalServiceException',
  'InternalServiceError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'ServiceException',
  'RequestTimeout',
  'RequestTimeoutException',
  'MalformedAnswer',
]);

interface SdkError {
  name?: unknown;
  code?: unknown;
  message?: unknown;
  $metadata?: { httpStatusCode?: unknown };
  $response?: { statusCode?: unknown };
}

/** The service's error code, or the network's. HEAD answers have no code: their HTTP status stands in. */
export function codeOf(error: unknown): string {
  const code = rawCodeOf(error);
  // Nearly every code is made of a few words; another may be anything.
  return /^(?:[A-Z]{1,4}[a-z]{1,20}){1,8}$/.test(code) ? code : redact(code);
}

function rawCodeOf(error: unknown): string {
  const e = error as SdkError;
  if (typeof e?.name === 'string' && e.name !== 'Error' && e.name !== '') {
    if ((e.name === 'Unknown' || e.name === 'UnknownError') && statusOf(error) !== undefined)
      return `HTTP ${statusOf(error)}`;
    if (e.name === 'SyntaxError' || e.name === 'XmlError') return 'MalformedAnswer';
    if ((e.name === 'TypeError' || e.name === 'AggregateError') && typeof e.code === 'string') return e.code;
    return e.name;
  }
  return typeof e?.code === 'string' ? e.code : 'Error';
}

/** The answer's HTTP status, if there was an answer. */
export function statusOf(error: unknown): number | undefined {
  const e = error as SdkError;
  const status = e?.$metadata?.httpStatusCode ?? e?.$response?.statusCode;
  return typeof status === 'number' ? status : undefined;
}

export type Retry = 'throttled' | 'transient' | 'none';

/** Whether and how a failed call is tried again. A 501 says "never", so it is not. */
export function retryOf(error: unknown): Retry {
  const code = codeOf(error);
  const status = statusOf(error);
  if (error instanceof NotReached) return error.passing ? 'transient' : 'none';
  // A quota, which trying again does not change: services that mean "too fast" by it say 400.
  if (code === 'LimitExceededException' && status === 409) return 'none';
  if (throttleCodes.has(code) || status === 429) return 'throttled';
  if (status === 501 || unknownOperationCodes.has(code)) return 'none';
  if (retryableCodes.has(code) || (status !== undefined && status >= 500)) return 'transient';
  // An answer that reached us broken has no AWS code and no 4xx status.
  if (isMalformed(error)) return 'transient';
  return 'none';
}

/** A 2xx answer the SDK could not read: truncated XML, JSON or CBOR. */
function isMalformed(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== undefined && status >= 400) return false;
  const e = error as SdkError;
  const message = typeof e?.message === 'string' ? e.message : '';
  return (
    e?.name === 'SyntaxError' || /deserializ|Unexpected (end|token)|aborted|premature|Unclosed|parse/i.test(message)
  );
}

/** True for answers that say the credentials themselves stopped working. */
export const isExpired = (error: unknown): boolean => expiredCodes.has(codeOf(error));

/**
 * Who denied, from the text AWS adds to access-denied answers
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
 */
export function deniedByOf(message: string): DeniedBy {
  const text = message.toLowerCase();
  if (text.includes('service control policy')) return 'scp';
  if (text.includes('resource control policy')) return 'rcp';
  if (text.includes('permissions boundary')) return 'permissions-boundary';
  if (text.includes('session policy')) return 'session-policy';
  if (text.includes('vpc endpoint policy')) return 'vpc-endpoint-policy';
  if (text.includes('explicit deny in a resource-based policy')) return 'resource-policy';
  if (text.includes('explicit deny in an identity-based policy') || text.includes('with an explicit deny'))
    return 'identity-policy';
  if (text.includes('no identity-based policy allows') || text.includes('not authorized to perform'))
    return 'missing-permission';
  return 'unspecified';
}

/** The id of the organization's policy whose ARN a message names; undefined where it names none, or several. */
function policyOf(message: string): string | undefined {
  const named = message.matchAll(
    /:organizations::\d{12}:policy\/o-[a-z0-9]+\/\w+_control_policy\/(p-[0-9a-zA-Z_]{8,128})/g,
  );
  const ids = new Set([...named].map(([, id]) => id));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/**
 * Turns what a facet or a list threw into an outcome: first the codes it declared as facts, then denials
 * (by code or HTTP 403), else failed. Never a verdict, never silence. Nothing that AWS answers says that a service does
 * not exist in a region: see `missingHere`.
 */
export function classify(
  error: unknown,
  actions: readonly string[],
  absentOn: readonly string[] = [],
): Exclude<Outcome, { kind: 'present' }> {
  const code = codeOf(error);
  if (absentOn.some((fact) => says(fact, code, error))) return { kind: 'absent', code };
  return gapOf(error, code, actions);
}

/** A fact is a code, or a code and what its message begins with, where the code alone says several things. */
function says(fact: string, code: string, error: unknown): boolean {
  const [wanted = '', message] = fact.split(': ', 2);
  if (wanted !== code || message === undefined) return wanted === code;
  return error instanceof Error && error.message.startsWith(message);
}

function gapOf(error: unknown, code: string, actions: readonly string[]): Gap {
  const message = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  if (unknownOperationCodes.has(code))
    return { kind: 'failed', actions, code, message: 'the service does not know the operation' };
  if (code === 'ENOTFOUND')
    return { kind: 'failed', actions, code, message: `the host ${hostOf(error)} does not resolve` };
  const told = refusalCauses.get(code);
  if (told !== undefined) return { kind: 'failed', actions, code, message: `${told}: ${shownMessage(error)}` };
  if (notOptedInCodes.has(code))
    return {
      kind: 'failed',
      actions,
      code,
      message: 'the region is not enabled for this account or does not accept its credentials',
    };
  if (!(error instanceof ForeignAnswer) && retryOf(error) === 'none' && (deniedCodes.has(code) || status === 403)) {
    const by = deniedByOf(message);
    const policy = by === 'scp' || by === 'rcp' ? policyOf(message) : undefined;
    return { kind: 'denied', actions, code, by, ...(policy === undefined ? {} : { policy }) };
  }
  return { kind: 'failed', actions, code, message: shownMessage(error) };
}

/** The host that was not found. */
function hostOf(error: unknown): string {
  const { hostname } = (error ?? {}) as { hostname?: unknown };
  return typeof hostname === 'string' ? redact(hostname) : 'of the endpoint';
}

/**
 * Whether an error says that a service does not exist in a region: AWS's list of endpoints lacks it there, and AWS's
 * own host for it is not found. A host that does not resolve says nothing by itself: networks fail, and endpoints that
 * users give are misspelt.
 * @param place where was asked
 */
export function missingHere(
  error: unknown,
  { missingIn }: Pick<Service, 'missingIn'>,
  { region, partition }: { readonly region: string; readonly partition: string },
): boolean {
  if (codeOf(error) !== 'ENOTFOUND' || !missingIn.includes(region)) return false;
  const { dnsSuffix, dualStackSuffix } = partitionById(partition);
  return [dnsSuffix, dualStackSuffix].some((suffix) => hostOf(error).endsWith(`.${region}.${suffix}`));
}

/**
 * An error's message as it may be shown and stored: one line, bounded, since texts must not carry whole payloads, and
 * without credentials and secrets, which AWS and proxies repeat from requests.
 */
export function shownMessage(error: unknown): string {
  // Redacted first: what is cut off may be what a secret is known by.
  const [line = ''] = redact(error instanceof Error ? error.message : String(error)).split('\n', 1);
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
