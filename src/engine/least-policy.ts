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
  const documents: PolicyDocument[] = [];
  let rest: readonly string[] = [...new Set(actions)].sort();
  while (rest.length > 0) {
    const { document, left } = filled(rest, managedPolicyLimit, documents.length);
    documents.push(document);
    rest = left;
  }
  return documents;
}

/** A policy of as many of some actions as fit so many characters, and the actions that are left. */
function filled(
  actions: readonly string[],
  limit: number,
  index: number,
): { document: PolicyDocument; left: readonly string[] } {
  let size = JSON.stringify(documentOf([], index)).length;
  let count = 0;
  for (const action of actions) {
    // Between actions is a comma.
    const more = JSON.stringify(action).length + (count === 0 ? 0 : 1);
    if (size + more > limit) break;
    size += more;
    count += 1;
  }
  return { document: documentOf(actions.slice(0, count), index), left: actions.slice(count) };
}

/** How many managed policies a role takes unless its account's quota was raised, same page. */
export const managedPoliciesOfRole = 10;
/** What all inline policies of a role may have together, white space not counted, same page. */
export const inlinePoliciesLimit = 10_240;

/** The policies of a role. */
export interface RolePolicies {
  readonly managed: readonly PolicyDocument[];
  /** What managed policies had no room for. */
  readonly inline: PolicyDocument | undefined;
}

/**
 * The least policies of a run as one role can have them: managed ones, then one inline, then more managed ones than AWS
 * attaches without a raised quota.
 * @param others managed policies that the role has besides
 */
export function rolePolicies(actions: readonly string[], others: number): RolePolicies {
  const all = leastPolicies(actions);
  const room = managedPoliciesOfRole - others;
  const rest = all.slice(room).flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));
  if (rest.length === 0) return { managed: all, inline: undefined };
  const { document: inline, left } = filled(rest, inlinePoliciesLimit, room);
  const more = policiesFor(left).map(({ Statement }, at) =>
    documentOf(
      Statement.flatMap(({ Action }) => Action),
      room + 1 + at,
    ),
  );
  return { managed: [...all.slice(0, room), ...more], inline };
}

const documentOf = (actions: readonly string[], index: number): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Sid: `AuditRead${index + 1}`, Effect: 'Allow', Action: actions, Resource: '*' }],
});
