import { authorize } from '../../iam/index.ts';
import { MAYBE, NO, type Tri, YES } from '../../iam/types.ts';

/** Who calls functions for strangers. */
export const loadBalancing = { type: 'service', arn: 'elasticloadbalancing.amazonaws.com' } as const;
const apiGateway = { type: 'service', arn: 'apigateway.amazonaws.com' } as const;

/** More names than these do not change the answer of any policy that people write. */
const MOST = 50;

/**
 * Whether a function's policy lets an API call it: without that the API answers with an error, whoever calls.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
 * @param caller the service that calls: API Gateway, or a load balancer in the name of its target group
 * @param sources names under which the API calls (aws:SourceArn)
 */
export function mayInvoke(
  { arn, account, policy }: { readonly arn: string; readonly account: string; readonly policy: string | null },
  sources: readonly string[],
  now: number,
  caller: typeof apiGateway | typeof loadBalancing = apiGateway,
): Tri {
  if (policy === null) return NO;
  const ask = (source: string | undefined) =>
    authorize({
      caller,
      action: 'lambda:InvokeFunction',
      resource: arn,
      resourceAccount: account,
      resourcePolicies: [{ name: 'resource policy', document: policy }],
      context: {
        'aws:SourceAccount': account,
        'aws:SourceArn': source === undefined ? { is: 'unknown' } : source,
      },
      now: new Date(now),
    }).verdict;
  let best: Tri = NO;
  for (const source of new Set(sources.slice(0, MOST))) {
    const verdict = ask(source);
    if (verdict === 'allowed') return YES;
    if (verdict === 'possible') best = MAYBE;
  }
  // Policies write the name in more ways than AWS documents: one that speaks of this API may mean this method.
  const id = caller === apiGateway ? (sources[0]?.split(':')[5]?.split('/')[0] ?? '') : '';
  if (best === NO && id !== '' && policy.includes(id) && ask(undefined) !== 'denied') best = MAYBE;
  return best;
}
