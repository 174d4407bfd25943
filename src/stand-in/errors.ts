import { cbor } from '@smithy/core/cbor';
import { baseHeaders, escapeXml, requestId, type WireAnswer } from './encode.ts';
import type { Identity, Protocol } from './identify.ts';

/** An error of a service: the code is the shape's name or its code on the wire. */
export interface ErrorSpec {
  readonly code: string;
  readonly message?: string;
  /** Default: what the service's model says of the code, else 400. */
  readonly status?: number;
}

/** An error that every service answers, each in its own words. */
export type CommonError =
  | 'access-denied'
  | 'scp-denied'
  | 'expired-token'
  | 'invalid-token'
  | 'opt-in-required'
  | 'region-disabled'
  | 'throttled'
  | 'internal'
  | 'unavailable';

type Family = 's3' | 'ec2' | 'query' | 'json' | 'rest-json';
type Words = readonly [code: string, status: number, message: string];

const expired = 'The security token included in the request is expired';
const invalid = 'The security token included in the request is invalid.';
const subscribe = 'The AWS Access Key Id needs a subscription for the service';
const unable = 'AWS was not able to validate the provided access credentials';
const internal = 'We encountered an internal error. Please try again.';

/**
 * Codes, statuses and messages per family of services.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html (query),
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
const common: Readonly<Record<Exclude<CommonError, 'access-denied' | 'scp-denied'>, Readonly<Record<Family, Words>>>> =
  {
    'expired-token': {
      s3: ['ExpiredToken', 400, 'The provided token has expired.'],
      ec2: ['RequestExpired', 400, 'Request has expired.'],
      query: ['ExpiredToken', 403, expired],
      json: ['ExpiredTokenException', 400, expired],
      'rest-json': ['ExpiredTokenException', 403, expired],
    },
    'invalid-token': {
      s3: ['InvalidAccessKeyId', 403, 'The AWS Access Key Id you provided does not exist in our records.'],
      ec2: ['AuthFailure', 401, unable],
      query: ['InvalidClientTokenId', 403, invalid],
      json: ['UnrecognizedClientException', 400, invalid],
      'rest-json': ['UnrecognizedClientException', 403, invalid],
    },
    'opt-in-required': {
      s3: ['NotSignedUp', 403, 'Your account is not signed up'],
      ec2: ['OptInRequired', 401, 'You are not subscribed to this service.'],
      query: ['OptInRequired', 403, subscribe],
      json: ['SubscriptionRequiredException', 400, subscribe],
      'rest-json': ['SubscriptionRequiredException', 403, subscribe],
    },
    'region-disabled': {
      s3: ['InvalidToken', 400, 'The provided token is malformed or otherwise invalid.'],
      ec2: ['AuthFailure', 401, unable],
      query: ['InvalidClientTokenId', 403, invalid],
      json: ['UnrecognizedClientException', 400, invalid],
      'rest-json': ['UnrecognizedClientException', 403, invalid],
    },
    throttled: {
      s3: ['SlowDown', 503, 'Please reduce your request rate.'],
      ec2: ['RequestLimitExceeded', 503, 'Request limit exceeded.'],
      query: ['Throttling', 400, 'Rate exceeded'],
      json: ['ThrottlingException', 400, 'Rate exceeded'],
      'rest-json': ['TooManyRequestsException', 429, 'Too Many Requests'],
    },
    internal: {
      s3: ['InternalError', 500, internal],
      ec2: ['InternalError', 500, 'An internal error has occurred'],
      query: ['InternalFailure', 500, internal],
      json: ['InternalServerError', 500, internal],
      'rest-json': ['InternalServerException', 500, internal],
    },
    unavailable: {
      s3: ['ServiceUnavailable', 503, 'Service is unable to handle request.'],
      ec2: ['Unavailable', 503, 'The server is overloaded and can not handle the request.'],
      query: ['ServiceUnavailable', 503, 'The request has failed due to a temporary failure of the server.'],
      json: ['ServiceUnavailableException', 503, 'The service is temporarily unavailable.'],
      'rest-json': ['ServiceUnavailableException', 503, 'The service is temporarily unavailable.'],
    },
  };

/** The SCP that a denial by policy names, as AWS does since 2025. */
const scpArn = 'arn:aws:organizations::999999999999:policy/o-exampleorgid/service_control_policy/p-examplescp';

/** Writes an error in the shape of the request's protocol. */
export function encodeError(identity: Identity, account: string, error: ErrorSpec | CommonError): WireAnswer {
  const spec = typeof error === 'string' ? inWordsOf(identity, account, error) : error;
  const shape = identity.model?.service
    .model()
    .errors.find((known) => known.name === spec.code || known.queryCode === spec.code);
  const status = spec.status ?? shape?.status ?? 400;
  return write(identity, {
    name: shape?.name ?? spec.code,
    queryCode: shape?.queryCode ?? spec.code,
    status,
    message: spec.message ?? `${spec.code} (a fixture of the tests)`,
  });
}

function inWordsOf(identity: Identity, account: string, error: CommonError): Required<ErrorSpec> {
  const family = familyOf(identity);
  if (error === 'access-denied' || error === 'scp-denied') {
    return denial(identity, family, account, error === 'scp-denied');
  }
  const [code, status, message] = common[error][family];
  return { code, status, message };
}

function familyOf(identity: Identity): Family {
  if (identity.service === 's3') return 's3';
  const families: Readonly<Record<Protocol, Family>> = {
    query: 'query',
    ec2: 'ec2',
    'json-1.0': 'json',
    'json-1.1': 'json',
    'rest-json': 'rest-json',
    'rest-xml': 'query',
    cbor: 'json',
  };
  return families[identity.protocol];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function denial(identity: Identity, family: Family, account: string, byScp: boolean): Required<ErrorSpec> {
  const prefix = identity.model?.service.signingNames[0] ?? identity.service;
  const action = `${prefix}:${(identity.service === 's3' ? s3Actions[identity.operation] : undefined) ?? identity.operation}`;
  const reason = byScp
    ? `with an explicit deny in a service control policy: ${scpArn}`
    : `because no identity-based policy allows the ${action} action`;
  const text = `User: arn:aws:iam::${account}:user/auditor is not authorized to perform: ${action} ${reason}`;
  if (family === 'ec2') {
    return {
      code: 'UnauthorizedOperation',
      status: 403,
      message: `You are not authorized to perform this operation. ${text}`,
    };
  }
  const json = family === 'json' || family === 'rest-json';
  return {
    code: json ? 'AccessDeniedException' : 'AccessDenied',
    status: family === 'json' ? 400 : 403,
    message: text,
  };
}

/** Where S3's actions are named otherwise than its operations: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const s3Actions: Readonly<Record<string, string>> = {
  ListBuckets: 'ListAllMyBuckets',
  HeadBucket: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  GetBucketCors: 'GetBucketCORS',
  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
};

interface Wire {
  readonly name: string;
  readonly queryCode: string;
  readonly status: number;
  readonly message: string;
}

function write(identity: Identity, { name, queryCode, status, message }: Wire): WireAnswer {
  const { protocol } = identity;
  const headers = baseHeaders(protocol);
  const text = escapeXml(message);
  const fault = status < 500 ? 'Sender' : 'Receiver';
  const answer = (body: string | Uint8Array) => ({ status, headers, body: Buffer.from(body) });
  switch (protocol) {
    case 'query':
      return answer(
        `<ErrorResponse xmlns="${identity.model?.service.xmlNamespace ?? ''}"><Error><Type>${fault}</Type><Code>${queryCode}</Code><Message>${text}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
      );
    case 'ec2':
      return answer(
        `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error><Code>${queryCode}</Code><Message>${text}</Message></Error></Errors><RequestID>${requestId}</RequestID></Response>`,
      );
    case 'rest-xml':
      return answer(
        identity.service === 's3'
          ? `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${name}</Code><Message>${text}</Message><RequestId>${requestId}</RequestId><HostId>host</HostId></Error>`
          : `<?xml version="1.0"?>\n<ErrorResponse xmlns="${identity.model?.service.xmlNamespace ?? ''}"><Error><Type>${fault}</Type><Code>${name}</Code><Message>${text}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
      );
    case 'rest-json':
      headers['x-amzn-errortype'] = name;
      return answer(JSON.stringify({ message }));
    case 'json-1.0':
    case 'json-1.1':
      headers['x-amzn-query-error'] = `${queryCode};${fault}`;
      return answer(JSON.stringify({ __type: typeOf(identity, name), message }));
    case 'cbor':
      headers['x-amzn-query-error'] = `${queryCode};${fault}`;
      return answer(cbor.serialize({ __type: typeOf(identity, name), message }));
  }
}

/** JSON 1.1 services send the shape's name alone, JSON 1.0 and CBOR ones its full id; common errors come from "coral". */
function typeOf(identity: Identity, name: string): string {
  if (identity.protocol === 'json-1.1') return name;
  const service = identity.model?.service;
  const own = service?.model().errors.some((known) => known.name === name) === true;
  return `${own ? service?.namespace : 'com.amazon.coral.service'}#${name}`;
}
