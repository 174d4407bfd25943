import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { xray } from './service.ts';

/** A policy of the account in a region that lets services and others send traces. */
export const traceResourcePolicy = listed(xray, 'AWS::XRay::ResourcePolicy', 'ListResourcePolicies', {
  at: 'ResourcePolicies',
  references: ['https://docs.aws.amazon.com/xray/latest/api/API_ResourcePolicy.html'],
  id: ({ PolicyName }) => PolicyName,
  keep: { policy: 'PolicyDocument' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:xray:${region}:${account}:resource-policy/${id}`,
  label: ({ name }) => `The X-Ray policy ${name}`,
});

export const tracePolicy = {
  kind: 'generic',
  at: 'policy',
  action: 'xray:PutTraceSegments',
  put: ({ id }: { readonly id: string }, policy: string | undefined): string =>
    policy === undefined
      ? shell`aws xray delete-resource-policy --policy-name ${id}`
      : shell`aws xray put-resource-policy --policy-name ${id} --policy-document ${policy}`,
} as const;
