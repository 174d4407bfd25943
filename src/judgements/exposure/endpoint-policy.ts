import { exposure, type Exposure } from '../../iam/index.ts';
import type { OwnOrganization } from '../../iam/exposure/types.ts';
import { labelOf } from '../../services/ec2/tags.ts';

interface Endpoint {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly partition: string;
  readonly serviceName: string | undefined;
  readonly vpcId: string | undefined;
  readonly policy: string | undefined;
  readonly policySupported: boolean | undefined;
}

/** Why an endpoint's policy is not judged, or undefined when it is. */
export function policyIsNone(endpoint: Endpoint): string | undefined {
  if (endpoint.policy === undefined) return `${labelOf(endpoint)} is of a kind that has no policy`;
  // A service of PrivateLink that is not AWS's own: com.amazonaws.vpce.<region>.vpce-svc-<id>.
  if (endpoint.policySupported === false || endpoint.serviceName?.includes('.vpce-svc-') === true) {
    return `${labelOf(endpoint)} leads to ${endpoint.serviceName ?? 'a service'}, which obeys no endpoint policy`;
  }
  return undefined;
}

/** Whose principals an endpoint policy lets through to some resource. */
export function whoPasses(
  { id, vpcId, policy, account, partition }: Endpoint,
  trustedAccounts: readonly string[],
  now: number,
  organization?: OwnOrganization | null,
): Exposure {
  return exposure(
    { kind: 'vpce', policy, endpoint: id, vpc: vpcId },
    {
      account,
      partition,
      trustedAccounts,
      now: new Date(now),
      ...(organization === undefined ? {} : { organization }),
    },
  );
}
