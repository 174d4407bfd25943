import { authorize, type ContextInput, type DecisionVerdict, type KeyState } from '../../iam/index.ts';
import { type Case, statementsOf } from './cases.ts';

/** What the worker answers. */
export type Theirs =
  | { readonly verdict: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied'; readonly ignored?: readonly string[] }
  | { readonly error: string };

/** The request in the form of the other evaluator. */
export const simulation = (one: Case): unknown => ({
  request: {
    principal: one.caller.sessionArn ?? one.caller.arn,
    action: one.action,
    resource: { resource: one.resource, accountId: one.resourceAccount },
    contextVariables: one.context,
  },
  identityPolicies: one.identity.map(({ name, document }, at) => ({ name: `${at} ${name}`, policy: document })),
  serviceControlPolicies: one.scps.map((level, at) => ({
    orgIdentifier: `ou-${at}`,
    policies: level.map(({ name, document }) => ({ name, policy: document })),
  })),
  resourceControlPolicies: one.rcps.map((level, at) => ({
    orgIdentifier: `ou-${at}`,
    policies: level.map(({ name, document }) => ({ name, policy: document })),
  })),
  ...(one.resourcePolicy === undefined ? {} : { resourcePolicy: one.resourcePolicy }),
  ...(one.session === undefined ? {} : { sessionPolicy: one.session }),
  ...(one.boundary === undefined
    ? {}
    : { permissionBoundaryPolicies: [{ name: one.boundary.name, policy: one.boundary.document }] }),
});

/** Every document of a request. */
export const documentsOf = (one: Case) => [
  ...one.identity.map((named) => named.document),
  ...[one.boundary?.document, one.session, one.resourcePolicy].filter((document) => document !== undefined),
  ...[...one.scps, ...one.rcps].flat().map((named) => named.document),
];

/** Keys that conditions and variables of the documents name, in lower case. */
function keysOf(one: Case): Set<string> {
  const found = new Set<string>();
  for (const document of documentsOf(one)) {
    for (const statement of statementsOf(document)) {
      for (const block of Object.values((statement['Condition'] ?? {}) as Record<string, Record<string, unknown>>)) {
        for (const key of Object.keys(block)) found.add(key.toLowerCase());
      }
    }
    for (const [, name = ''] of JSON.stringify(document).matchAll(/\$\{([^},]*)/g))
      found.add(name.trim().toLowerCase());
  }
  return found;
}

const absent: KeyState = { is: 'absent' };

/** Our verdict on a request that holds exactly the keys that the other evaluator looked at, and no others. */
export function ours(one: Case, ignored: readonly string[] = []): DecisionVerdict {
  const left = new Set(ignored.map((key) => key.toLowerCase()));
  const context: Record<string, string | readonly string[] | KeyState> = {};
  for (const key of keysOf(one)) context[key] = absent;
  for (const [key, value] of Object.entries(one.context))
    context[key.toLowerCase()] = left.has(key.toLowerCase()) ? absent : value;
  const full = {
    name: 'RCPFullAWSAccess',
    document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } },
  };
  return authorize({
    caller: one.caller,
    action: one.action,
    resource: one.resource,
    resourceAccount: one.resourceAccount,
    identity: one.identity,
    ...(one.boundary === undefined ? {} : { boundary: one.boundary }),
    ...(one.session === undefined ? {} : { session: [{ name: 'session', document: one.session }] }),
    ...(one.resourcePolicy === undefined
      ? {}
      : { resourcePolicies: [{ name: 'resource policy', document: one.resourcePolicy }] }),
    ...(one.scps.length === 0 ? {} : { scps: one.scps }),
    ...(one.rcps.length === 0 ? {} : { rcps: one.rcps.map((level) => [full, ...level]) }),
    context: context satisfies ContextInput,
  }).verdict;
}
