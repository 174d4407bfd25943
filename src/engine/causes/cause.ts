import { hash } from 'node:crypto';
import type { Severity } from '../check.ts';
import type { Status } from '../finding.ts';

/**
 * What is to be changed: a `setting` wider than what it clears (the account's, or the resource's own), one `thing` that several findings
 * name, the same setting in each of some `regions`, what one `command` changes, one `resource` by hand; for what is unknown: the
 * caller's `permission`, or the `way` to AWS.
 */
const causeKinds = ['setting', 'thing', 'regions', 'command', 'resource', 'permission', 'way'] as const;
export type CauseKind = (typeof causeKinds)[number];

/** From where something is reached, worst first; `unshown`: nothing that was read shows it, `nowhere`: what was read shows that it is not. */
export const reaches = ['internet', 'accounts', 'path', 'unshown', 'nowhere'] as const;
export type ReachedFrom = (typeof reaches)[number];

/** What a finding says of who reaches its resource. */
export interface Reach {
  readonly from: ReachedFrom;
  /** In words, for people. */
  readonly how?: string;
}

/** What it takes: pasting commands, filling values into them first, or work by hand. */
export const efforts = ['command', 'values', 'hand'] as const;
export type Effort = (typeof efforts)[number];

/** Findings that one change clears. */
export interface Cause {
  /** `cause-` and eight hexadecimal digits: the same as long as the same thing is to be changed. */
  readonly id: string;
  readonly kind: CauseKind;
  /** What is to be changed: an ARN, the id of a check, or words. */
  readonly subject: string;
  /** One line: what is wrong, of the worst finding. */
  readonly title: string;
  /** The worst of its findings. */
  readonly severity: Severity;
  /** Of all its findings. */
  readonly status: Extract<Status, 'fail' | 'unknown'>;
  readonly reach: Reach;
  readonly effort: Effort;
  /** Commands of the AWS CLI that clear it, one a line; none where nobody can write them down before looking. */
  readonly commands: readonly string[];
  /** IAM actions to allow, where permissions are missing. */
  readonly actions?: readonly string[];
  readonly checks: readonly string[];
  /** How many resources its findings are about. */
  readonly resources: number;
  /** How many of its findings are of its severity. */
  readonly worst: number;
  /** Fingerprints, worst first. */
  readonly findings: readonly string[];
}

/** Tells what is to be changed apart, in an account: 16 hexadecimal digits, of which an id has the first eight. */
export const digestOfCause = (kind: CauseKind, account: string, identity: string): string =>
  hash('sha256', `${kind}\n${account}\n${identity}`, 'hex').slice(0, 16);

/** @param from which eight digits: others where two causes of a run would have the same */
export const causeId = (digest: string, from = 0): string => `cause-${digest.slice(from, from + 8)}`;
