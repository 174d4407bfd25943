import type { Service } from './service.ts';

/**
 * The services that a run itself asks: STS, who is asking, and EC2, which regions there are. Their declarations stand with
 * the other services', above this room, and are given in.
 */
export interface SessionServices {
  readonly sts: Service<Pick<typeof import('@aws-sdk/client-sts'), 'GetCallerIdentityCommand'>>;
  readonly ec2: Service<Pick<typeof import('@aws-sdk/client-ec2'), 'DescribeRegionsCommand'>>;
}

/** Key under which the run's identity is kept: the session asks for it first, facets get the same answer. */
export const callerIdentity = 'caller-identity';
