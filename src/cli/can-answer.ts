import { authorize, needsNoPermission } from '../iam/authorize.ts';
import { guardedByAws } from '../iam/guarded.ts';
import { ownerMissing } from '../iam/owner.ts';
import { mayHavePolicy } from '../iam/resource-policy-services.ts';
import type {
  AuthorizationRequest,
  ContextInput,
  Decision,
  LayerDecision,
  LayerName,
  PolicySource,
} from '../iam/types.ts';
import { type Asked, type LayerSource, sourcesOf, tellsResourcesApart } from './can-layers.ts';
import { asKnown } from './can-principal.ts';
import { unsignedRequests } from './can-unsigned.ts';

/** What people call the layers. */
export const layerNames: Record<LayerName, string> = {
  identity: 'identity policies',
  resource: 'resource policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policies',
  rcp: 'resource control policies',
};

export interface Question extends Asked {
  /** The request as it is when the resource is the account's. */
  readonly request: AuthorizationRequest;
  /** As AWS writes it, for messages. */
  readonly actionName: string;
  /** AWS's list of actions has it, with whether it is on resources; undefined: it is not in the list of `actionsDate`. */
  readonly known: { readonly onResources: boolean } | undefined;
  readonly actionsDate: string;
}

export interface Answer extends Omit<Decision, 'layers'> {
  readonly layers: readonly (LayerDecision & { readonly source: LayerSource })[];
  /** Layers that whoever asks has stated. */
  readonly stated: readonly LayerName[];
}

/** Keys that tell whose a resource is. */
const otherOwner: ContextInput = {
  'aws:ResourceAccount': { is: 'unknown' },
  's3:ResourceAccount': { is: 'unknown' },
  'aws:ResourceOrgID': { is: 'unknown' },
  'aws:ResourceOrgPaths': { is: 'unknown' },
};

/** The decision where the resource is another account's, whose policies are known only where they were stated. */
function ofAnother({ request, policies, owner }: Question): Decision {
  const known: readonly PolicySource[] | 'unknown' = policies ?? 'unknown';
  return authorize({
    ...request,
    resourceAccount: owner.account ?? 'another',
    resourcePolicies: known,
    rcps: 'unknown',
    ...(owner.account === undefined ? { context: { ...request.context, ...otherOwner } } : {}),
  });
}

/** The decisions that are possible, by whose the resource may be. */
function decisionsOf(question: Question): Decision[] {
  const { asker, action, owner, account, request } = question;
  const own = owner.account === undefined || owner.account === account.id;
  const other = owner.account === undefined || owner.account !== account.id;
  return [...(own ? [authorize(request)] : []), ...(other ? [ofAnother(question)] : [])].map((decision) =>
    asKnown(decision, asker, action),
  );
}

/** What has to be known before an allow is one, in words; nothing where everything was. */
function missingOf(question: Question, sources: Readonly<Record<LayerName, LayerSource>>): string[] {
  const { account, asker, resource, owner, actionName, known, actionsDate } = question;
  const found: string[] = [];
  const documents = asker.subject?.unread ?? [];
  for (const layer of Object.keys(layerNames) as LayerName[]) {
    if (sources[layer] !== 'not read') continue;
    if (layer === 'identity' && asker.stranger)
      found.push(`the policies of account ${asker.caller.account ?? ''} have to allow it too`);
    else if (layer === 'identity') found.push(`policies that were not read: ${documents.join(', ')}`);
    else found.push(`${layerNames[layer]}, not read`);
  }
  const unowned = ownerMissing(account, resource, owner);
  if (unowned !== undefined) found.push(unowned);
  if (known === undefined)
    found.push(`whether there is an action ${actionName}, which was not known on ${actionsDate}`);
  if (
    known?.onResources === true &&
    resource === '*' &&
    (mayHavePolicy(question.action.split(':', 1)[0] ?? '') || tellsResourcesApart(question))
  )
    found.push('which resource it is on');
  return found;
}

/** The surest of several decisions that agree, else what they leave open. */
function joined(decisions: readonly Decision[]): Decision {
  const [first, ...rest] = decisions;
  if (first === undefined) throw new TypeError('no decision');
  return rest.every(({ verdict }) => verdict === first.verdict) ? first : { ...first, verdict: 'possible' };
}

/** What a decision depends on by itself: open conditions, and what could not be read of policies. */
const openParts = ({ open, depends }: Decision): string[] => [
  ...open.map(({ operator, key, values }) => `${key} (${operator} ${values.join(', ')})`),
  ...depends,
];

const refused = (reason: string, decision: Decision): Decision => ({
  ...decision,
  verdict: 'denied',
  reason,
  statements: [],
  open: [],
  depends: [],
  assumed: {},
});

/**
 * Whether somebody may do something. `allowed` and `denied` are certain: an allow needs every layer that could deny it,
 * and whose the resource is; a denial stands whatever was not read.
 */
export function answerTo(question: Question): Answer {
  const sources = needsNoPermission(question.action, question.asker.caller) ? nothingApplies : sourcesOf(question);
  const decision = judged(question, sources);
  const layers = decision.layers.map((layer) => ({
    ...layer,
    ...(sources[layer.layer] === 'not read' && layer.verdict !== 'denied' ? { verdict: 'not known' as const } : {}),
    source: sources[layer.layer],
  }));
  const of = (wanted: LayerSource): LayerName[] =>
    (Object.keys(layerNames) as LayerName[]).filter((layer) => sources[layer] === wanted);
  return { ...decision, layers, unread: of('not read'), stated: of('stated') };
}

function judged(question: Question, sources: Readonly<Record<LayerName, LayerSource>>): Decision {
  const { action, resource, asker } = question;
  const decision = joined(decisionsOf(question));
  if (needsNoPermission(action, asker.caller)) return decision;
  const guard = guardedByAws(action, resource);
  if (guard !== undefined) return refused(guard, decision);
  const unsigned = unsignedRequests(asker.caller, action);
  if (unsigned?.refused !== undefined) return refused(unsigned.refused, decision);
  const missing = [...missingOf(question, sources), ...(unsigned?.depends(decision) ?? [])];
  if (decision.verdict === 'denied') {
    const explicit = decision.layers.some(({ verdict }) => verdict === 'denied');
    const gate = decision.layers.some(
      ({ layer, verdict }) => verdict === 'none' && layer !== 'identity' && layer !== 'resource',
    );
    const grants = [
      // an allow may stand in a document that was not read
      ...(sources.identity === 'not read' && !asker.stranger ? missing : []),
      ...(unsigned?.depends(decision) ?? []),
    ];
    if (explicit || gate || grants.length === 0) return decision;
    return { ...decision, verdict: 'possible', reason: dependsOn([...new Set(grants)]), depends: [...new Set(grants)] };
  }
  const parts = decision.verdict === 'possible' ? openParts(decision) : [];
  // said once, under the name of the layer
  const said = parts.filter((part) => !part.endsWith(', which was not read'));
  const all = [...new Set([...said, ...missing])];
  if (all.length === 0) return decision;
  return {
    ...decision,
    verdict: 'possible',
    reason: dependsOn(all),
    depends: [...new Set([...decision.depends, ...missing])],
  };
}

const nothingApplies: Readonly<Record<LayerName, LayerSource>> = {
  identity: 'not applicable',
  resource: 'not applicable',
  boundary: 'not applicable',
  session: 'not applicable',
  scp: 'not applicable',
  rcp: 'not applicable',
};

const dependsOn = (parts: readonly string[]): string => `depends on ${parts.join('; ')}`;
