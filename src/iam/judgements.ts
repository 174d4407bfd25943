import { parseArn } from './arn.ts';
import { compile } from './compile.ts';
import type { Lookup } from './condition.ts';
import { exposure } from './exposure/exposure.ts';
import type { ServiceGrant } from './exposure/types.ts';
import { asPolicy, evaluateLayer, type LayerResult, type NamedPolicy, refOf } from './layer.ts';
import { target } from './match.ts';
import type { Statement } from './policy.ts';
import { FRESH, search, searchBudget } from './search.ts';
import { and, not } from './tri.ts';
import { type Judgement, type KeyState, MAYBE, NO, type StatementRef, type Tri, YES } from './types.ts';

const answerOf = (result: Tri): Judgement['answer'] => (result === YES ? 'yes' : result === NO ? 'no' : 'possible');
const nothing: Judgement = { answer: 'no', statements: [], conditions: {} };
const openKey: KeyState = { is: 'caller' };

/** Whether there are circumstances in which the document allows one action on one resource. */
function judgeOne(policy: NamedPolicy, action: string, resource: string): Judgement {
  const lower = action.toLowerCase();
  const about = target(resource);
  const base: Lookup = () => openKey;
  const evaluate = (lookup: Lookup): LayerResult => evaluateLayer([policy], lower, about, lookup);
  const found = search({
    lookup: base,
    decide: (lookup) => {
      const layer = evaluate(lookup);
      return and(layer.allow, not(layer.deny));
    },
    budget: searchBudget(policy.policy.statements.length),
    conditions: () =>
      evaluate(base).statements.flatMap((one) => (one.applies === MAYBE ? one.statement.conditions : [])),
  });
  if (found.result === NO) return nothing;
  const lookup: Lookup = (key) => {
    const choice = found.chosen.get(key);
    return choice === undefined ? openKey : choice.length === 0 ? { is: 'absent' } : { is: 'known', values: choice };
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
  const statements = new Map<number, StatementRef>();
  const conditions: Record<string, readonly string[]> = {};
  for (const one of judgements) {
    if (one.answer === 'no') return nothing;
    if (one.answer === 'possible') answer = 'possible';
    for (const ref of one.statements) statements.set(ref.index, ref);
    Object.assign(conditions, one.conditions);
  }
  return { answer, statements: [...statements.values()], conditions };
}

/** Whether the document allows an action on a resource (ARN or `*`), under some circumstances. */
export const allowsAction = (document: unknown, action: string, resource: string): Judgement =>
  judgeOne(asPolicy(document), action, resource);

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
export function grantsAdministrator(document: unknown): Judgement {
  const policy = asPolicy(document);
  return all(administratorPanel.map(([action, resource]) => judgeOne(policy, action, resource)));
}

/** Whether the document gives every action of a service on every resource (`cloudtrail` → `cloudtrail:*` on `*`). */
export const grantsFullService = (document: unknown, service: string): Judgement =>
  judgeOne(asPolicy(document), `${service}:${FRESH}`, '*');

/** Services of which the document gives every action on every resource, as far as it names them; `*` for all. Sorted. */
export function fullServices(document: unknown): string[] {
  const found = new Set<string>();
  for (const statement of compile(document).statements) {
    if (statement.effect !== 'Allow' || statement.notAction) continue;
    for (const text of statement.actions.texts) {
      const [service = '', verb = '*'] = text.split(':');
      if (verb !== '*') continue;
      if (grantsFullService(document, service === '*' ? FRESH : service).answer !== 'no')
        found.add(service.toLowerCase());
    }
  }
  return [...found].sort();
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

/** Resources of an action's service that no document names, in each account and region the document names. */
function unlistedResources(policy: NamedPolicy, action: string): string[] {
  const [service = ''] = action.split(':');
  const form = resourceForms[action] ?? resourceForms[service];
  const arnService = service === 'sts' ? 'iam' : service;
  const found = new Set<string>(['*']);
  const global = arnService === 'iam';
  const add = (region: string, account: string, resource: string): void => {
    if (service === 's3') found.add(`arn:aws:s3:::${resource}`);
    else found.add(`arn:aws:${arnService}:${global ? '' : region}:${account}:${resource}`);
  };
  if (form !== undefined) add('us-east-1', '000000000000', form);
  for (const statement of policy.policy.statements) {
    for (const { text } of statement.resources ?? []) {
      const parts = parseArn(text);
      if (parts === undefined) continue;
      const region = /[*?$]/.test(parts[3]) ? 'us-east-1' : parts[3];
      const account = /[*?$]/.test(parts[4]) ? '000000000000' : parts[4];
      if (form !== undefined) {
        add(region, account, form);
        continue;
      }
      // `type/*` and `type:*` cover every resource of a type
      const type = /^([A-Za-z-]+[:/])?\*/.exec(parts[5]);
      if (type !== null) add(region, account, `${type[1] ?? ''}${FRESH}`);
    }
  }
  return [...found];
}

/** Whether the document allows the action on resources that it does not name: on every resource, or every one of a type. */
export function allowsActionOnAnyResource(document: unknown, action: string): Judgement {
  const policy = asPolicy(document);
  const lower = action.toLowerCase();
  return any(unlistedResources(policy, lower).map((resource) => judgeOne(policy, lower, resource)));
}

/** Whether the document allows taking on any role (sts:AssumeRole on roles it does not name). */
export const assumesAnyRole = (document: unknown): Judgement => allowsActionOnAnyResource(document, 'sts:AssumeRole');

/** Whether the document allows passing any role to a service; a needed `iam:PassedToService` shows in `conditions`. */
export const passesAnyRole = (document: unknown): Judgement => allowsActionOnAnyResource(document, 'iam:PassRole');

/** A way from a document to more rights than it gives; the escalation graph supplies the judge. */
export interface PrivilegeEscalation {
  /** Id of the edge. */
  readonly edge: string;
  readonly title: string;
  readonly actions: readonly string[];
  readonly statements: readonly StatementRef[];
  readonly verdict: 'proven' | 'possible';
}
export type PrivilegeEscalationJudge = (document: unknown) => readonly PrivilegeEscalation[];

export type { Judgement } from './types.ts';
export { deniesInsecureTransport } from './transport.ts';

/** Service principals of a role's trust policy that any account can make assume the role. */
export const confusedDeputy = (trustPolicy: unknown): readonly ServiceGrant[] =>
  exposure({ kind: 'role', policy: trustPolicy }).confusedDeputies;
