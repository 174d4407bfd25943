import { parseArn } from '../text/arn.ts';
import { boundaryOf, setsBoundary } from '../iam/boundary-key.ts';
import type { Account } from '../iam/graph/types.ts';
import { actionsDate, type KnownAction } from '../iam/known-actions.ts';
import { ownerOf } from '../iam/owner.ts';
import { mayHavePolicy } from '../iam/resource-policy-services.ts';
import type {
  AuthorizationRequest,
  ContextInput,
  LayerName,
  OrganizationPolicies,
  PolicySource,
} from '../iam/types.ts';
import type { Question } from './can-answer.ts';
import { isOwn } from './can-layers.ts';
import { type Asker, requestOf } from './can-principal.ts';
import { statedPolicy } from './resource-options.ts';

/** What whoever asks has written. */
export interface Wish {
  /** As AWS writes it. */
  readonly action: string;
  /** As {@link Question.known}. */
  readonly known: KnownAction | undefined;
  readonly resource: string;
  readonly context?: ContextInput;
  /** Policies that options state; empty: that there is none; undefined: nothing. */
  readonly session?: readonly PolicySource[] | undefined;
  readonly option?: readonly PolicySource[] | undefined;
  /** Policies of the organization that options state. */
  readonly stated?: readonly ('scps' | 'rcps')[];
}

/** The question with everything that is known around it. */
export function questionOf(account: Account, asker: Asker, wish: Wish): Question {
  const { action, known, resource, context = {}, session, option, stated = [] } = wish;
  const owner = ownerOf(account, resource);
  const lower = action.toLowerCase();
  const role = account.roles.find(({ arn }) => arn === resource);
  const given = statedPolicy(option, /^(kms:|sts:assumerole)/.test(lower) || role !== undefined);
  const trust = role !== undefined && lower.startsWith('sts:') && given === undefined ? role : undefined;
  const on = [...account.users, ...account.roles].find(({ arn }) => arn === resource);
  const mayHave =
    resource !== '*' &&
    // a role that is not there may be one that was made since, with a trust policy that nobody read
    (mayHavePolicy(parseArn(resource)?.[2] ?? '') || (lower.startsWith('sts:assumerole') && trust === undefined));
  const policies =
    given ?? account.resourcePolicies?.get(resource) ?? (mayHave && trust === undefined ? 'unknown' : undefined);
  const asked = {
    account,
    asker,
    action: lower,
    resource,
    owner,
    policies,
    trust: trust !== undefined,
    stated: new Set<LayerName>([
      ...(session === undefined ? [] : (['session'] as const)),
      ...(given === undefined ? [] : (['resource'] as const)),
      ...stated.map((name) => (name === 'scps' ? 'scp' : 'rcp')),
    ]),
  };
  const request: AuthorizationRequest = {
    ...requestOf(account, asker, {
      action,
      resource,
      context: { ...(on === undefined || setsBoundary(action) ? {} : boundaryOf(on.boundary)), ...context },
      trust,
      on,
      policies,
    }),
    ...limitsOf(account, isOwn(asked), asker.stranger),
    ...(session === undefined || session.length === 0 ? {} : { session }),
  };
  return { ...asked, request, actionName: action, known, actionsDate };
}

/**
 * The policies of the organisation with the levels that take nothing away, which an explanation shows.
 * Resource control policies are those above the resource's account: another one's are not known.
 */
function limitsOf(
  { scps, rcps, controls }: Account,
  own: boolean,
  stranger: boolean,
): Pick<AuthorizationRequest, 'scps' | 'rcps'> {
  const found: { scps?: OrganizationPolicies; rcps?: OrganizationPolicies } = {};
  if (!stranger && scps !== 'unknown' && controls?.scps.source === 'collected' && controls.scps.levels.length > 0)
    found.scps = controls.scps.levels;
  if (own && rcps !== 'unknown' && controls?.rcps.source === 'collected' && controls.rcps.levels.length > 0)
    found.rcps = controls.rcps.levels;
  return found;
}
