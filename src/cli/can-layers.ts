import { parseArn } from '../text/arn.ts';
import { compile } from '../iam/compile.ts';
import { rcpServices } from '../iam/data/rcp-services.ts';
import type { Account } from '../iam/graph/types.ts';
import type { Owner } from '../iam/owner.ts';
import { mayHavePolicy } from '../iam/resource-policy-services.ts';
import type { Caller, LayerName, PolicySource } from '../iam/types.ts';
import type { Asker } from './can-principal.ts';

/** What was asked, with everything that is known around it. */
export interface Asked {
  readonly account: Account;
  readonly asker: Asker;
  /** In lower case. */
  readonly action: string;
  readonly resource: string;
  readonly owner: Owner;
  /** Policies of the resource; `'unknown'`: not read; undefined: such resources have none. */
  readonly policies: readonly PolicySource[] | 'unknown' | undefined;
  /** The trust policy of the role that is asked for stands in for them. */
  readonly trust: boolean;
  /** Layers that options state, `none` among them. */
  readonly stated: ReadonlySet<LayerName>;
}

/**
 * How a layer of one request is known. `read`: AWS told it; `stated`: whoever asks told it; `not applicable`: no policy of
 * the kind has a say, whatever it says.
 */
export type LayerSource = 'read' | 'stated' | 'not read' | 'not applicable';

/** Callers whom policies of their own bind. */
const bound = ({ type }: Caller): boolean => type === 'user' || type === 'role' || type === 'service-linked-role';

/** The resource is certainly of the account whose policies were read. */
export const isOwn = ({ account, owner }: Asked): boolean => owner.account === account.id;

/** Where what each layer says comes from. */
export function sourcesOf(asked: Asked): Readonly<Record<LayerName, LayerSource>> {
  const { account, asker, action, resource, policies, trust, stated } = asked;
  const { caller, subject, stranger } = asker;
  const known = (layer: LayerName, read: boolean): LayerSource =>
    stated.has(layer) ? 'stated' : read ? 'read' : 'not read';
  const mine = bound(caller);
  const signed = mine || caller.type === 'root';
  const linked = caller.type === 'service-linked-role';
  const service = action.slice(0, action.indexOf(':'));
  return {
    identity: !mine ? 'not applicable' : known('identity', !stranger && subject?.unread.length === 0),
    boundary:
      !mine || (subject !== undefined && subject.boundary === undefined)
        ? 'not applicable'
        : known('boundary', subject !== undefined && subject.boundary !== 'unknown'),
    // whoever assumes a role decides on a session policy; without one, sessions that have none are asked for
    session: stated.has('session') ? 'stated' : 'not applicable',
    resource:
      resource === '*' && !stated.has('resource')
        ? 'not applicable'
        : trust
          ? known('resource', true)
          : stated.has('resource')
            ? 'stated'
            : policies === undefined && !mayHavePolicy(parseArn(resource)?.[2] ?? '')
              ? 'not applicable'
              : known('resource', policies !== undefined && policies !== 'unknown'),
    scp:
      !signed || linked || (account.managementAccount === true && !stranger)
        ? 'not applicable'
        : stranger
          ? 'not read'
          : known('scp', account.scps !== 'unknown'),
    rcp:
      !rcpServices.has(service) || linked
        ? 'not applicable'
        : isOwn(asked)
          ? known('rcp', account.rcps !== 'unknown')
          : 'not read',
  };
}

/**
 * Whether a statement that covers the action denies it on some resources, or allows it on some alone: an answer for `*`
 * is then no answer for each of them.
 */
export function tellsResourcesApart({ account, asker, action, policies }: Asked): boolean {
  const levels = [account.scps, account.rcps].flatMap((one) => (Array.isArray(one) ? one.flat() : []));
  const { subject } = asker;
  const sources = [
    ...(subject?.identity ?? []),
    ...(subject?.boundary === undefined || subject.boundary === 'unknown' ? [] : [subject.boundary]),
    ...(Array.isArray(policies) ? policies : []),
    ...levels,
  ] as readonly PolicySource[];
  return sources.some(({ document }) =>
    compile(document)
      .forAction(action)
      .some(
        ({ effect, resources, notResource }) =>
          effect === 'Deny' &&
          (notResource || resources?.every((one) => !('pattern' in one) || one.pattern.kind !== 'any') === true),
      ),
  );
}
