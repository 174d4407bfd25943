import { compile } from '../compile.ts';
import type { ContextInput, OrganizationPolicies, PolicySource } from '../types.ts';
import type { Account, Holder, ManagedPolicy, Principal } from './types.ts';

/** A policy that makes up a principal's rights, and how it hangs on it. */
export interface HeldPolicy extends PolicySource {
  readonly via: 'managed' | 'inline' | 'group-managed' | 'group-inline' | 'added';
  /** ARN of a managed policy. */
  readonly arn?: string | undefined;
  /** Name of an inline policy. */
  readonly inline?: string | undefined;
  readonly group?: string | undefined;
}

/** A principal in one state: as it is, or after a step has changed its policies, its boundary or what it can show. */
export interface Subject {
  /** ARN, with what was changed. */
  readonly key: string;
  readonly principal: Principal;
  readonly identity: readonly HeldPolicy[];
  readonly boundary: PolicySource | 'unknown' | undefined;
  readonly scps: OrganizationPolicies | 'unknown' | undefined;
  /** Of the account, whose resources it uses. */
  readonly rcps: OrganizationPolicies | 'unknown' | undefined;
  /** What is known of the keys of its requests besides what follows from the request. */
  readonly context: ContextInput;
  /** Changes that led here. */
  readonly depth: number;
  /** Policies that hang on it and whose documents are not known. */
  readonly unread: readonly string[];
}

/** The attacker chooses the region he works in. */
export const freeContext: ContextInput = { 'aws:RequestedRegion': { is: 'caller' } };

const managedHeld = (policy: ManagedPolicy, group?: string): HeldPolicy => ({
  name: policy.arn,
  document: policy.document,
  via: group === undefined ? 'managed' : 'group-managed',
  arn: policy.arn,
  group,
});

/** The policies of a user, role or group itself; `unread` names attached ones whose documents are not known. */
export function policiesOf(account: Account, holder: Holder, group?: string): { held: HeldPolicy[]; unread: string[] } {
  const held: HeldPolicy[] = [];
  const unread: string[] = [];
  for (const arn of holder.attached) {
    const policy = account.policies.get(arn);
    if (policy === undefined || policy.document === undefined) unread.push(arn);
    else held.push(managedHeld(policy, group));
  }
  for (const { name, document } of holder.inline) {
    held.push({
      name: group === undefined ? `inline policy ${name} of ${holder.name}` : `inline policy ${name} of group ${group}`,
      document,
      via: group === undefined ? 'inline' : 'group-inline',
      inline: name,
      group,
    });
  }
  return { held, unread };
}

/** A principal as the account describes it. */
export function subjectOf(account: Account, principal: Principal): Subject {
  const { held, unread } = policiesOf(account, principal);
  for (const name of principal.kind === 'user' ? principal.groups : []) {
    const group = account.groups.get(name);
    if (group === undefined) {
      unread.push(`group ${name}`);
      continue;
    }
    const own = policiesOf(account, group, name);
    held.push(...own.held);
    unread.push(...own.unread);
  }
  const { boundary } = principal;
  const limit = boundary === undefined ? undefined : account.policies.get(boundary);
  return {
    key: principal.arn,
    principal,
    identity: held,
    boundary:
      boundary === undefined
        ? undefined
        : limit?.document === undefined
          ? (knownBoundary(boundary) ?? 'unknown')
          : { name: boundary, document: limit.document },
    scps: account.managementAccount === true ? undefined : account.scps,
    rcps: account.rcps,
    context: freeContext,
    depth: 0,
    unread,
  };
}

/** AWS's own administrator policy allows everything; it is listed only where it is attached. */
const knownBoundary = (arn: string): PolicySource | undefined =>
  /^arn:[a-z-]+:iam::aws:policy\/AdministratorAccess$/.test(arn) ? { name: arn, document: everything } : undefined;

/** What AWS's AdministratorAccess says. */
export const everything = Object.freeze({
  Version: '2012-10-17',
  Statement: Object.freeze([Object.freeze({ Effect: 'Allow', Action: '*', Resource: '*' })]),
});

/** ARN of the boundary it has; its name stands for it where it was changed on the way. */
export const boundaryArn = ({ boundary, principal }: Subject): string | undefined =>
  boundary === 'unknown' ? principal.boundary : boundary?.name;

/** Whether a document denies anything (or might, where it cannot be read). */
export const denies = (document: unknown): boolean =>
  compile(document).statements.some((statement) => statement.effect !== 'Allow');

/** The subject after a change. `mark` tells changed states of one principal apart. */
export const changed = (
  subject: Subject,
  mark: string,
  change: Partial<Omit<Subject, 'key' | 'principal' | 'depth'>>,
): Subject => ({
  ...subject,
  ...change,
  key: `${subject.key} + ${mark}`,
  depth: subject.depth + 1,
});
