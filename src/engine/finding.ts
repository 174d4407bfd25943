import type { Asked } from '../inventory/asked.ts';
import type { Reach } from './causes/cause.ts';
import type { Change } from './changes/change.ts';
import type { Category, ExactFix, Severity } from './check.ts';

export const statuses = ['fail', 'unknown', 'manual', 'suppressed', 'pass'] as const;
export type Status = (typeof statuses)[number];

/** What a finding rests on: a facet (or the list itself), the IAM actions behind it, and how reading it ended. */
export interface Evidence {
  /** Facet name, or `list`. */
  readonly facet: string;
  readonly actions: readonly string[];
  readonly outcome: 'present' | 'absent' | 'denied' | 'unsupported' | 'failed' | 'interrupted';
  /** The service's code when it answered with one. */
  readonly code?: string;
  /** When it was read and what was asked; left out where the snapshot does not hold it. */
  readonly asked?: Asked;
}

export interface FindingResource {
  /** CloudFormation's type name. */
  readonly type: string;
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Why there is no verdict: the IAM actions that are missing, if that is the reason, and the cause in words. */
export interface UnknownReason {
  readonly actions: readonly string[];
  readonly cause: string;
}

export interface AppliedSuppression {
  readonly reason: string;
  readonly owner: string;
  /** Last day it holds, `YYYY-MM-DD`. */
  readonly until?: string;
  /** What the finding's status is without the suppression. */
  readonly status: Exclude<Status, 'suppressed'>;
}

/** One check's judgement of one resource. The field names are fixed: the published JSON Schema describes them. */
export interface Finding {
  /** Stable identity, see `identityOf`. */
  readonly fingerprint: string;
  /** Fingerprints that it had before; left out when there are none. Whatever matches one matches the other. */
  readonly aliases?: readonly string[];
  readonly check: string;
  readonly title: string;
  readonly service: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly status: Status;
  readonly message: string;
  readonly account: string;
  /** `global` for global services. */
  readonly region: string;
  readonly resource: FindingResource;
  readonly evidence: readonly Evidence[];
  /** The observed part of the evidence the verdict rests on. */
  readonly observed?: unknown;
  /** What to do about just this: its commands instead of those of its check. */
  readonly fix?: ExactFix;
  /** The ARNs of what has to be changed for it, where that is said: findings that name the same are cleared by one change. */
  readonly changes?: readonly string[];
  /** Who reaches the resource, where the verdict knows. */
  readonly reach?: Reach;
  readonly suppression?: AppliedSuppression;
  readonly unknown?: UnknownReason;
  /** What changed since the baseline or result that the run was compared with, of what fails or is accepted. */
  readonly change?: Extract<Change, 'new' | 'worse' | 'better' | 'still'>;
  /** The day on which it was first seen, `YYYY-MM-DD`, where the run was compared. */
  readonly firstSeen?: string;
}

/** Trusted Advisor's colours. */
export type Colour = 'green' | 'red' | 'yellow' | 'blue' | 'grey';

/** green = pass; red = a critical or high failure; yellow = a lesser one; blue = unknown; grey = suppressed or manual. */
export function colourOf(status: Status, severity: Severity): Colour {
  switch (status) {
    case 'pass':
      return 'green';
    case 'fail':
      return severity === 'critical' || severity === 'high' ? 'red' : 'yellow';
    case 'unknown':
      return 'blue';
    case 'suppressed':
    case 'manual':
      return 'grey';
  }
}
