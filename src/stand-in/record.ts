import { matches, type Match } from './match.ts';
import type { FaultKind } from './faults.ts';
import type { Protocol } from './identify.ts';

/** One request as it arrived at the front. Times are milliseconds of `performance.now()`. */
export interface RecordedRequest {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  readonly protocol: Protocol;
  readonly method: string;
  readonly path: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly accessKeyId: string | undefined;
  /** `date/region/service/aws4_request` */
  readonly scope: string | undefined;
  /** The request's signature, for tests that search outputs for it. */
  readonly signature: string | undefined;
  readonly startedAt: number;
  /** When the last byte was written; undefined while in flight and for requests that were never answered whole. */
  answeredAt: number | undefined;
  status: number | undefined;
  /** The client gave up before the answer was complete. */
  aborted: boolean;
  /** `error`: an error of the script's own choice. */
  fault: FaultKind | 'error' | undefined;
  source: 'canned' | 'error' | 'fault' | 'upstream' | 'none' | undefined;
}

/** What was asked of the front, in the order of arrival. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];

  find(match: Match = {}): RecordedRequest[] {
    return this.requests.filter((request) => matches(match, request));
  }

  count(match: Match = {}): number {
    return this.find(match).length;
  }

  /** Requests that have arrived and not been answered. */
  inFlight(): RecordedRequest[] {
    return this.requests.filter((request) => request.answeredAt === undefined && !request.aborted);
  }

  /** Requests that are not plainly reads: writes, and those whose operation could not be told. */
  nonReads(): RecordedRequest[] {
    return this.requests.filter((request) => !isRead(request));
  }

  /** The distinct `service:operation` pairs, sorted. */
  operations(): string[] {
    return [...new Set(this.requests.map((request) => `${request.service}:${request.operation}`))].sort();
  }

  clear(): void {
    this.requests.length = 0;
  }
}

const readVerb = /^(Get|List|Describe|Head|BatchGet|BatchDescribe|Lookup|Search)(?![a-z])/;

/** Reads by effect whose names say otherwise: the reports that are generated change no setting. */
const readsByEffect = new Set([
  'iam:GenerateCredentialReport',
  'iam:GenerateServiceLastAccessedDetails',
  'service-quotas:StartQuotaUtilizationReport',
  'iam:SimulatePrincipalPolicy',
  'iam:SimulateCustomPolicy',
  'sts:AssumeRole',
  'sts:AssumeRoleWithWebIdentity',
]);

/** Named like reads, but they hand out credentials, secrets or the customer's data, or take messages off a queue. */
const notReads = new Set([
  'sts:GetFederationToken',
  'sts:GetSessionToken',
  'secrets-manager:GetSecretValue',
  'secrets-manager:BatchGetSecretValue',
  'ecr:GetAuthorizationToken',
  'redshift:GetClusterCredentials',
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  's3:GetObject',
  'ec2:GetPasswordData',
  'sso:GetRoleCredentials',
]);

/** Judged by the operation's name alone, independently of the product's own list. */
export function isRead({ service, operation }: Pick<RecordedRequest, 'service' | 'operation'>): boolean {
  const id = `${service}:${operation}`;
  if (notReads.has(id)) return false;
  return readsByEffect.has(id) || readVerb.test(operation);
}
