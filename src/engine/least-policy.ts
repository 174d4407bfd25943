/** An IAM policy document. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: '*';
  }[];
}

/** Actions every run needs: which regions are enabled. (Asking who we are needs none.) */
export const sessionActions: readonly string[] = ['ec2:DescribeRegions'];

/**
 * The size a managed policy may have, white space not counted
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
 */
export const managedPolicyLimit = 6144;

/** The least policies of a run that needs some actions. */
export const leastPolicies = (actions: readonly string[]): PolicyDocument[] =>
  policiesFor([...sessionActions, ...actions]);

/** Policies that allow some actions and no others, each within IAM's limit. Actions are written out: no wildcards. */
export function policiesFor(actions: readonly string[]): PolicyDocument[] {
  const all = [...new Set(actions)].sort();
  const documents: PolicyDocument[] = [];
  let rest = all;
  while (rest.length > 0) {
    const document = documentOf(rest, documents.length);
    let count = rest.length;
    let candidate = document;
    while (JSON.stringify(candidate).length > managedPolicyLimit) {
      count -= 1;
      candidate = documentOf(rest.slice(0, count), documents.length);
    }
    documents.push(candidate);
    rest = rest.slice(count);
  }
  return documents;
}

const documentOf = (actions: readonly string[], index: number): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Sid: `AuditRead${index + 1}`, Effect: 'Allow', Action: actions, Resource: '*' }],
});
