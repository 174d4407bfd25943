/**
 * How reading one thing ended. Only `present` and `absent` are facts a check may judge;
 * the others say why there is no fact.
 */
export type Outcome<T = unknown> =
  | { readonly kind: 'present'; readonly value: T }
  /** The service says "there is none" with one of the codes the facet declared. */
  | { readonly kind: 'absent'; readonly code: string }
  | Denied
  | Unsupported
  | Failed;

/** The call was refused. `by` tells an explicit denial by an SCP from a permission that is merely missing. */
export interface Denied {
  readonly kind: 'denied';
  /** IAM actions that are missing. */
  readonly actions: readonly string[];
  readonly code: string;
  readonly by: DeniedBy;
  /** Id of the organization's policy that denies it, `p-…`, where AWS's message names one. */
  readonly policy?: string;
}

export type DeniedBy =
  | 'missing-permission'
  | 'identity-policy'
  | 'scp'
  | 'rcp'
  | 'permissions-boundary'
  | 'session-policy'
  | 'resource-policy'
  | 'vpc-endpoint-policy'
  | 'unspecified';

/** Why regions that the account has enabled may be missing. */
export interface RegionGap {
  readonly actions: readonly string[];
  readonly cause: string;
  readonly deniedBy?: DeniedBy;
  readonly code?: string;
}

/** The service does not exist in this region: said of a list, and only where that is known of the service. */
export interface Unsupported {
  readonly kind: 'unsupported';
  readonly code: string;
}

/** Throttled to the end, 5xx, time-out, malformed answer, an error in the collector. */
export interface Failed {
  readonly kind: 'failed';
  readonly actions: readonly string[];
  readonly code: string;
  readonly message: string;
}

/** An outcome that gives a check nothing to judge. */
export type Gap = Denied | Unsupported | Failed;

/** The code of a failure that is none: the run ended before an answer came. */
export const interruptedCode = 'Interrupted';

/** Whether a gap is there only because the run was stopped: nothing went wrong with the read itself. */
const isInterrupted = (gap: Gap): boolean => gap.kind === 'failed' && gap.code === interruptedCode;

/** A gap's kind as reports tell it: what was stopped did not fail. */
export const kindOfGap = (gap: Gap): Gap['kind'] | 'interrupted' => (isInterrupted(gap) ? 'interrupted' : gap.kind);

export const isGap = (outcome: Outcome): outcome is Gap => outcome.kind !== 'present' && outcome.kind !== 'absent';

const deniedBy: Record<DeniedBy, string> = {
  'missing-permission': 'no policy allows it',
  'identity-policy': 'an identity-based policy denies it',
  scp: 'a service control policy denies it',
  rcp: 'a resource control policy denies it',
  'permissions-boundary': 'the permissions boundary does not allow it',
  'session-policy': 'the session policy does not allow it',
  'resource-policy': "the resource's own policy denies it",
  'vpc-endpoint-policy': 'the VPC endpoint policy denies it',
  unspecified: 'AWS gives no reason',
};

/** The cause of a gap in words, e.g. `s3:GetBucketPolicy denied (a service control policy denies it)`. */
export function describeGap(gap: Gap): string {
  switch (gap.kind) {
    case 'denied':
      return `${gap.actions.join(', ')} denied: ${deniedBy[gap.by]}${gap.policy === undefined ? '' : `, ${gap.policy}`} (${gap.code})`;
    case 'unsupported':
      return `not available in this region (${gap.code})`;
    case 'failed':
      if (isInterrupted(gap)) return `${gap.actions.join(', ')} interrupted: ${gap.message}`.trimStart();
      return `${gap.actions.length === 0 ? '' : `${gap.actions.join(', ')} failed: `}${gap.message}${gap.message.includes(`(${gap.code}`) ? '' : ` (${gap.code})`}`;
  }
}
