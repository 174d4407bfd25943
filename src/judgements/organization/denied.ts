import { partitionById } from '../../partitions/partitions.ts';
import { authorize } from '../../iam/authorize.ts';
import { everything } from '../../iam/graph/subject.ts';
import type { AuthorizationRequest, Caller, ContextInput, StatementRef } from '../../iam/types.ts';

/** A request that a set of policies may deny. */
export interface Denial {
  /** `service:Action` */
  readonly action: string;
  /** The ARN of what it is about, `*` for actions without a resource. */
  readonly on: (place: { readonly account: string; readonly partition: string; readonly region: string }) => string;
  /** The region of the request; any where it is left out. */
  readonly region?: string;
}

/** Who asks: somebody of no importance, whom no policy names, or the root user. */
export type Asker = 'user' | 'role' | 'root';

/** `no`: somebody may, or may under a condition; `unknown`: the policies cannot be read for it. */
export type Denied =
  | { readonly answer: 'yes'; readonly statements: readonly StatementRef[] }
  | { readonly answer: 'no'; readonly because: string }
  | { readonly answer: 'unknown'; readonly because: string };

export interface Where {
  readonly account: string;
  readonly partition: string;
  /** ms since 1970 */
  readonly now: number;
}

/** A name that no policy has: who is exempt by name, tag or path is exempt, and is not everybody. */
const nobody = 'audit-example-of-no-importance';
/** The rest of a unique id that no policy has. */
const noId = 'AUDITEXAMPLE00000';

function callerOf(asker: Asker, { account, partition }: Where): Caller {
  const arn = (rest: string): string => `arn:${partition}:iam::${account}:${rest}`;
  const common = { account, tags: {} };
  switch (asker) {
    case 'root':
      return { type: 'root', arn: arn('root'), ...common };
    case 'role':
      return {
        type: 'role',
        arn: arn(`role/${nobody}`),
        sessionArn: `arn:${partition}:sts::${account}:assumed-role/${nobody}/session`,
        uniqueId: `AROA${noId}`,
        ...common,
      };
    case 'user':
      return { type: 'user', arn: arn(`user/${nobody}`), uniqueId: `AIDA${noId}`, ...common };
  }
}

/** What may deny: policies over the account, or the policy of what is asked for. */
type Denying = Pick<AuthorizationRequest, 'scps' | 'resourcePolicies'>;

/**
 * Whether policies deny a request whatever the account itself allows: asked of the policy engine for a
 * caller that may do everything else, who chooses the region where none is given. A denial that a
 * condition lets somebody round is none; one that exempts named principals is one for everybody else.
 */
function deniedTo(asker: Asker, { action, on, region }: Denial, by: Denying, where: Where): Denied {
  const context: ContextInput = {
    'aws:RequestedRegion': region ?? { is: 'caller' },
  };
  const decision = authorize({
    caller: callerOf(asker, where),
    action,
    resource: on({ ...where, region: region ?? partitionById(where.partition).mainRegion }),
    identity: [{ name: 'everything', document: everything }],
    ...by,
    context,
    now: new Date(where.now),
  });
  if (decision.verdict === 'denied') return { answer: 'yes', statements: decision.statements };
  if (decision.verdict === 'allowed')
    return { answer: 'no', because: `${asker === 'root' ? 'the root user' : `a ${asker}`} may ${action}` };
  const unsure = decision.open.filter(({ reason }) => reason !== 'key');
  const keys = [...new Set(decision.open.filter(({ reason }) => reason === 'key').map(({ key }) => key))];
  // What a condition on a key of the request leaves open, a request decides: it is not denied to everybody.
  return unsure.length === 0 && keys.length > 0
    ? { answer: 'no', because: `whether ${action} is denied depends on ${keys.join(', ')}` }
    : { answer: 'unknown', because: decision.reason };
}

/** Whether all of these requests are denied to all of these, by service control policies or by others; the first that is not, or is not known, decides. */
export function allDenied(askers: readonly Asker[], denials: readonly Denial[], by: Denying, where: Where): Denied {
  const statements: StatementRef[] = [];
  let unsure: Denied | undefined;
  for (const denial of denials) {
    for (const asker of askers) {
      const found = deniedTo(asker, denial, by, where);
      if (found.answer === 'no') return found;
      if (found.answer !== 'yes') unsure ??= found;
      else statements.push(...found.statements.filter((one) => !statements.some((known) => same(known, one))));
    }
  }
  return unsure ?? { answer: 'yes', statements };
}

const same = (a: StatementRef, b: StatementRef): boolean => a.policy === b.policy && a.index === b.index;
