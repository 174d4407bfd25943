import { parseArn } from '../text/arn.ts';
import { compile } from './compile.ts';
import type { Lookup } from './condition.ts';
import { exposure } from './exposure/exposure.ts';
import type { ServiceGrant } from './exposure/types.ts';
import { asPolicy, evaluateLayer, type LayerResult, type NamedPolicy, refOf } from './layer.ts';
import { target } from './match.ts';
import { asCommercial, partitionNamed } from './partition.ts';
import type { Statement } from './policy.ts';
import { FRESH, search, searchBudget } from './search.ts';
import { and, not } from './tri.ts';
import {
  type Judgement,
  type KeyState,
  MAYBE,
  NO,
  type OrganizationPolicies,
  type PolicySource,
  type StatementRef,
  type Tri,
  YES,
} from './types.ts';

const answerOf = (result: Tri): Judgement['answer'] => (result === YES ? 'yes' : result === NO ? 'no' : 'possible');
const nothing: Judgement = { answer: 'no', statements: [], conditions: {} };
const openKey: KeyState = { is: 'caller' };

/** The policies of somebody, and what limits what they give. */
interface Layers {
  readonly identity: readonly NamedPolicy[];
  /** `'unknown'`: there is one that was not read. */
  readonly boundary?: NamedPolicy | 'unknown' | undefined;
  /** Service control policies, level by level: each has to allow. */
  readonly scps?: readonly (readonly NamedPolicy[])[];
  /** Whose they are, where that is known. */
  readonly arn?: string | undefined;
}

/** What is known of the one who asks, in lower case as conditions name it. */
function whoAsks(arn: string | undefined): Lookup {
  if (arn === undefined) return () => openKey;
  const known: Readonly<Record<string, string | undefined>> = {
    'aws:principalarn': arn,
    'aws:principalaccount': parseArn(arn)?.[4],
  };
  return (key) => {
    const value = known[key];
    return value === undefined ? openKey : { is: 'known', values: [value] };
  };
}

const count = (identity: readonly NamedPolicy[]): number =>
  identity.reduce((sum, { policy }) => sum + policy.statements.length, 0);

/** Whether there are circumstances in which the policies together allow one action on one resource. */
function judgeOne({ identity, boundary, scps = [], arn }: Layers, action: string, resource: string): Judgement {
  const lower = action.toLowerCase();
  const about = target(resource);
  const base = whoAsks(arn);
  const evaluate = (lookup: Lookup): LayerResult => evaluateLayer(identity, lower, about, lookup);
  const limiting = [...(boundary === undefined || boundary === 'unknown' ? [] : [[boundary]]), ...scps];
  const within = (lookup: Lookup): LayerResult[] =>
    limiting.map((policies) => evaluateLayer(policies, lower, about, lookup));
  const found = search({
    lookup: base,
    decide: (lookup) => {
      const layer = evaluate(lookup);
      const given = and(layer.allow, not(layer.deny));
      return within(lookup).reduce(
        (all, limit) => and(all, and(limit.allow, not(limit.deny))),
        boundary === 'unknown' ? and(given, MAYBE) : given,
      );
    },
    budget: searchBudget(count(identity)),
    conditions: () =>
      [...evaluate(base).statements, ...within(base).flatMap(({ statements }) => statements)].flatMap((one) =>
        one.applies === MAYBE ? one.statement.conditions : [],
      ),
  });
  if (found.result === NO) return nothing;
  const lookup: Lookup = (key) => {
    const choice = found.chosen.get(key);
    return choice === undefined ? base(key) : choice.length === 0 ? { is: 'absent' } : { is: 'known', values: choice };
  };
  const granting = evaluate(lookup).statements.filter(
    (one) => one.statement.effect !== 'Deny' && one.applies >= found.result,
  );
  return {
    answer: answerOf(found.result),
    statements: granting.map((one) => refOf(one.policy, one.statement)),
    conditions: Object.fromEntries(found.chosen),
  };
}

const strength = { no: 0, possible: 1, yes: 2 } as const;

/** The strongest of several judgements. */
function any(judgements: Iterable<Judgement>): Judgement {
  let best = nothing;
  for (const one of judgements) {
    if (strength[one.answer] > strength[best.answer]) best = one;
    if (best.answer === 'yes') break;
  }
  return best;
}

/** All of several judgements: the weakest answer, with everything that each needs. */
function all(judgements: Iterable<Judgement>): Judgement {
  let answer: Judgement['answer'] = 'yes';
  const statements = new Map<string, StatementRef>();
  const conditions: Record<string, readonly string[]> = {};
  for (const one of judgements) {
    if (one.answer === 'no') return nothing;
    if (one.answer === 'possible') answer = 'possible';
    for (const ref of one.statements) statements.set(`${ref.policy} ${ref.index}`, ref);
    Object.assign(conditions, one.conditions);
  }
  return { answer, statements: [...statements.values()], conditions };
}

/** The policy under names of the commercial partition, in which resources that nothing names are tried. */
const commercial = ({ name, document }: PolicySource): NamedPolicy =>
  asPolicy(asCommercial(document, partitionNamed(document)), name);

/** What somebody's policies give together: what one of them denies counts against all, and what is above them limits them. */
export interface Held {
  readonly identity: readonly PolicySource[];
  readonly boundary?: PolicySource | 'unknown' | undefined;
  /** Service control policies above the account, level by level. */
  readonly scps?: OrganizationPolicies | undefined;
  /** ARN of the role whose policies they are, which conditions may name. */
  readonly arn?: string | undefined;
}

/** One document, whoever holds it. */
const alone = (document: unknown): Held => ({ identity: [{ name: 'policy', document }] });

const layersOf = ({ identity, boundary, scps = [], arn }: Held): Layers => ({
  identity: identity.map(commercial),
  boundary: typeof boundary === 'object' ? commercial(boundary) : boundary,
  scps: scps.map((level) => level.map(commercial)),
  arn: arn?.replace(/^arn:[a-z-]+:/, 'arn:aws:'),
});

/** Whether the document allows an action on a resource (ARN or `*`), under some circumstances. */
export const allowsAction = (document: unknown, action: string, resource: string): Judgement =>
  judgeOne({ identity: [asPolicy(document)] }, action, resource);

/** Actions that together make an administrator: identities, other roles, data, compute, and whatever no list knows. */
const administratorPanel: readonly (readonly [action: string, resource: string])[] = [
  ['iam:CreatePolicyVersion', `arn:aws:iam::000000000000:policy/${FRESH}`],
  ['iam:AttachUserPolicy', `arn:aws:iam::000000000000:user/${FRESH}`],
  ['iam:PutRolePolicy', `arn:aws:iam::000000000000:role/${FRESH}`],
  ['iam:PassRole', `arn:aws:iam::000000000000:role/${FRESH}`],
  ['iam:CreateAccessKey', `arn:aws:iam::000000000000:user/${FRESH}`],
  ['sts:AssumeRole', `arn:aws:iam::000000000000:role/${FRESH}`],
  ['s3:GetObject', `arn:aws:s3:::${FRESH}/${FRESH}`],
  ['ec2:RunInstances', '*'],
  ['kms:Decrypt', `arn:aws:kms:us-east-1:000000000000:key/${FRESH}`],
  [`${FRESH}:Unlisted`, '*'],
];

/** Whether the document gives full administration: every action, those that nothing names included, on every resource. */
export const grantsAdministrator = (document: unknown): Judgement => administers(alone(document));

/** The same of all policies of somebody. */
export function administers(held: Held): Judgement {
  const layers = layersOf(held);
  return all(administratorPanel.map(([action, resource]) => judgeOne(layers, action, resource)));
}

/** Whether the document gives every action of a service (`cloudtrail`, for `cloudtrail:*`) on resources that it does not name. */
export const grantsFullService = (document: unknown, service: string): Judgement =>
  allowsActionOnAnyResource(document, `${service}:${FRESH}`);

export interface FullService {
  /** As the document writes it, in lower case: `s3`, `cloud*`; `*` stands for every service, or for all but a list. */
  readonly service: string;
  readonly judgement: Judgement;
}

/**
 * Services of which the document gives, or may give, every action on resources that it does not name. Sorted; `*` says it all and
 * stands alone. A document of which nothing can be read may give anything: `*`, as possible.
 */
export const fullServices = (document: unknown): readonly FullService[] => fullServicesOf(alone(document));

/** The same of all policies of somebody. */
export function fullServicesOf(held: Held): readonly FullService[] {
  const names = new Set(['*']);
  const { identity, boundary, scps = [] } = held;
  for (const { document } of [...identity, ...(typeof boundary === 'object' ? [boundary] : []), ...scps.flat()]) {
    for (const { effect, notAction, actions } of compile(document).statements) {
      if (effect !== 'Allow' || notAction) continue;
      for (const text of actions.texts) names.add((text.split(':')[0] ?? text).toLowerCase());
    }
  }
  const found: FullService[] = [];
  for (const service of [...names].sort()) {
    const judgement = allowedOnAny(held, `${service.replaceAll(/[*?]+/g, FRESH)}:${FRESH}`);
    if (service === '*' && judgement.answer === 'yes') return [{ service, judgement }];
    if (judgement.answer !== 'no') found.push({ service, judgement });
  }
  return found;
}

const refs = (document: unknown, wanted: (statement: Statement) => boolean): StatementRef[] => {
  const policy = asPolicy(document);
  return policy.policy.statements.filter(wanted).map((statement) => refOf(policy, statement));
};

/** Statements that allow everything but a list of actions. */
export const usesNotActionAllow = (document: unknown): StatementRef[] =>
  refs(document, (statement) => statement.effect === 'Allow' && statement.notAction);

/** Statements that allow on everything but a list of resources. */
export const usesNotResourceAllow = (document: unknown): StatementRef[] =>
  refs(document, (statement) => statement.effect === 'Allow' && statement.notResource);

/** Why parts of a document could not be read; empty for a well-formed one. */
export const problemsOf = (document: unknown): readonly string[] => compile(document).problems;

/** How a resource that nothing names is called, by service; `role/…` for actions on roles. */
const resourceForms: Readonly<Record<string, string>> = {
  'iam:passrole': `role/${FRESH}`,
  sts: `role/${FRESH}`,
  kms: `key/${FRESH}`,
  s3: `${FRESH}/${FRESH}`,
  lambda: `function:${FRESH}`,
  secretsmanager: `secret:${FRESH}`,
  ssm: `parameter/${FRESH}`,
  dynamodb: `table/${FRESH}`,
};

/** A part of an ARN as a request may have it: wildcards filled in, `*` alone and variables by what stands for any. */
const filled = (part: string, any: string, filling: string): string =>
  part === '*' || part.includes('$') ? any : part.replaceAll(/[*?]/g, filling);

/** Resources of an action's service that no document names, in each partition, account and region that the document names. */
function unlistedResources({ identity }: Layers, action: string): string[] {
  const [service = ''] = action.split(':');
  const form = resourceForms[action] ?? resourceForms[service];
  const arnService = service === 'sts' ? 'iam' : service;
  const found = new Set<string>(['*']);
  const add = (partition: string, region: string, account: string, resource: string): void => {
    if (service === 's3') found.add(`arn:${partition}:s3:::${resource}`);
    else found.add(`arn:${partition}:${arnService}:${arnService === 'iam' ? '' : region}:${account}:${resource}`);
  };
  if (form !== undefined) add('aws', 'us-east-1', '000000000000', form);
  for (const statement of identity.flatMap(({ policy }) => policy.statements)) {
    for (const { text } of statement.resources ?? []) {
      const parts = parseArn(text);
      if (parts === undefined) continue;
      const partition = filled(parts[1], 'aws', 'x');
      const region = filled(parts[3], 'us-east-1', 'x');
      const account = filled(parts[4], '000000000000', '0');
      if (form !== undefined) {
        add(partition, region, account, form);
        continue;
      }
      // `type/*` and `type:*` cover every resource of a type
      const type = /^([A-Za-z-]+[:/])?\*/.exec(parts[5]);
      if (type !== null) add(partition, region, account, `${type[1] ?? ''}${FRESH}`);
    }
  }
  return [...found];
}

/** Whether the document allows the action on resources that it does not name: on every resource, or every one of a type. */
export const allowsActionOnAnyResource = (document: unknown, action: string): Judgement =>
  allowedOnAny(alone(document), action);

function allowedOnAny(held: Held, action: string): Judgement {
  const layers = layersOf(held);
  const lower = action.toLowerCase();
  return any(unlistedResources(layers, lower).map((resource) => judgeOne(layers, lower, resource)));
}

/** Whether the document allows taking on any role (sts:AssumeRole on roles it does not name). */
export const assumesAnyRole = (document: unknown): Judgement => allowsActionOnAnyResource(document, 'sts:AssumeRole');

/** Whether the document allows passing any role to a service; a needed `iam:PassedToService` shows in `conditions`. */
export const passesAnyRole = (document: unknown): Judgement => allowsActionOnAnyResource(document, 'iam:PassRole');

/** A way from a document to more rights than it gives; the escalation graph supplies the finder. */
export interface PrivilegeEscalation {
  /** Id of the edge. */
  readonly edge: string;
  readonly title: string;
  readonly actions: readonly string[];
  readonly statements: readonly StatementRef[];
  readonly verdict: 'proven' | 'possible';
}
export type PrivilegeEscalationFinder = (document: unknown) => readonly PrivilegeEscalation[];

export type { Judgement } from './types.ts';
export { deniesInsecureActions, deniesInsecureTransport } from './transport.ts';

/** Service principals of a role's trust policy that any account can make assume the role. */
export const confusedDeputy = (trustPolicy: unknown): readonly ServiceGrant[] =>
  exposure({ kind: 'role', policy: trustPolicy }).confusedDeputies;
