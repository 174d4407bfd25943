import { parseArn } from '../../text/arn.ts';
import { compile } from '../compile.ts';
import { ActionMask } from '../graph/mask.ts';
import { Rights } from '../graph/rights.ts';
import type { Subject } from '../graph/subject.ts';
import { freeContext } from '../graph/subject.ts';
import type { Account, Principal } from '../graph/types.ts';
import { administers, type Held, type PrivilegeEscalation, type PrivilegeEscalationFinder } from '../document.ts';
import { MAYBE, NO, type StatementRef, type Tri, YES } from '../types.ts';
import { actionsOfEdges, type Edge, edges, type Requirement, shapesOf } from './edges.ts';
import { someResources, unnamed } from './resources.ts';
import { contextOfRequirement, mayHave } from './groundwork.ts';

/** Edges that say nothing of a document alone: they take away what another policy sets, or change data that something else runs. */
const contextual = (edge: Edge): boolean =>
  edge.effect === 'remove-guardrail' ||
  edge.effect === 'open-resource' ||
  edge.effect === 'act-as-limited' ||
  edge.confidence === 'retired' ||
  edge.id === 's3-artifact-replace' ||
  edge.id === 'ecr-image-replace' ||
  edge.id === 'sts-tag-session-abac';

/** The account whose role it is, otherwise that the documents speak of. */
function accountOf({ identity, arn }: Held): { id: string; partition: string } {
  const own = arn === undefined ? undefined : parseArn(arn);
  if (own !== undefined) return { id: own[4], partition: own[1] };
  for (const statement of identity.flatMap(({ document }) => compile(document).statements)) {
    for (const { text } of statement.resources ?? []) {
      const parts = parseArn(text);
      if (parts !== undefined && /^\d{12}$/.test(parts[4]))
        return { id: parts[4], partition: /[*?]/.test(parts[1]) ? 'aws' : parts[1] };
    }
  }
  return { id: '000000000000', partition: 'aws' };
}

const index = new ActionMask(actionsOfEdges().map((name) => name.toLowerCase()));

/** Who has these policies and nothing else: the role that it is, otherwise a user and a role. */
function holdersOf(held: Held): Rights[] {
  const { id, partition } = accountOf(held);
  const account: Account = {
    id,
    partition,
    users: [],
    roles: [],
    groups: new Map(),
    policies: new Map(),
    // Where there are policies above the account, it is none that they spare.
    ...(held.scps === undefined ? {} : { managementAccount: false }),
  };
  const { arn = `arn:${partition}:iam::${id}:role/x-holder` } = held;
  const common = { name: arn.slice(arn.lastIndexOf('/') + 1), attached: [], inline: [], boundary: undefined, tags: {} };
  const holders: Principal[] = [
    { ...common, kind: 'user', arn: `arn:${partition}:iam::${id}:user/x-holder`, groups: [] },
    {
      ...common,
      kind: 'role',
      arn,
      trust: undefined,
      instanceProfiles: [],
      serviceLinked: false,
      permissionSet: false,
    },
  ];
  return (held.arn === undefined ? holders : holders.slice(1)).map((principal) => {
    const subject: Subject = {
      key: principal.arn,
      principal,
      identity: held.identity.map((source) => ({ ...source, via: 'inline' as const })),
      boundary: held.boundary,
      scps: held.scps,
      rcps: undefined,
      context: freeContext,
      depth: 0,
      unread: [],
    };
    return new Rights(account, subject, index);
  });
}

interface Answer {
  readonly level: Tri;
  readonly statements: readonly StatementRef[];
}
const no: Answer = { level: NO, statements: [] };

const refs = (
  rights: Rights,
  asks: readonly { action: string; resource: string; context?: ReturnType<typeof contextOfRequirement> }[],
): StatementRef[] => asks.flatMap((ask) => rights.explain(ask).statements.filter(({ effect }) => effect === 'Allow'));

/** Whether an action is allowed on resources that the document does not name, or on the holder itself where that is the point. */
function everywhere(rights: Rights, { action, context: given }: Requirement, self: boolean): Answer {
  const context = contextOfRequirement(given);
  const groups = shapesOf(action);
  let level: Tri = YES;
  const statements: StatementRef[] = [];
  for (const shapes of groups.length === 0 ? [['*']] : groups) {
    let best: { level: Tri; resource: string } = { level: NO, resource: '*' };
    const own = rights.subject.principal;
    const names = shapes.map((shape) => (shape === '*' ? '*' : unnamed(rights, shape)));
    if (self && shapes.some((shape) => shape.endsWith(`:${own.kind}/*`))) names.push(own.arn);
    for (const resource of names) {
      const found = rights.may({ action, resource, context });
      if (found > best.level) best = { level: found, resource };
    }
    if (best.level === NO) return no;
    if (best.level < level) level = best.level;
    statements.push(...refs(rights, [{ action, resource: best.resource, context }]));
  }
  return { level, statements };
}

/** What an edge needs, split: what has to be granted beyond what the document names, and what the attacker names himself. */
function ask(rights: Rights, edge: Edge, option: readonly Requirement[]): Answer {
  const all = [...edge.requires, ...option];
  const making = edge.id === 'iam-create-role-with-policy' || edge.id === 'iam-create-user-with-policy';
  const strict = all.filter(({ action }) =>
    making ? action === 'iam:AddUserToGroup' : edge.kind === 'existing-role' || /^(iam|sts):/.test(action),
  );
  const free = all.filter((one) => !strict.includes(one));
  let level: Tri = YES;
  const statements: StatementRef[] = [];
  for (const one of strict) {
    const answer = everywhere(rights, one, edge.effect === 'rewrite-policy');
    if (answer.level === NO) return no;
    if (answer.level < level) level = answer.level;
    statements.push(...answer.statements);
  }
  const rest = someResources(
    rights,
    free.map(({ action, context }) => ({ action, context: contextOfRequirement(context) })),
  );
  if (rest.level === NO) return no;
  return { level: rest.level < level ? rest.level : level, statements: [...statements, ...refs(rights, rest.on)] };
}

const distinct = (statements: readonly StatementRef[]): StatementRef[] =>
  [...new Map(statements.map((one) => [`${one.policy} ${one.index}`, one])).values()].sort(
    (a, b) => compare(a.policy, b.policy) || a.index - b.index,
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function escalationBy(holders: readonly Rights[], edge: Edge): PrivilegeEscalation | undefined {
  let best = no;
  let actions: string[] = [];
  for (const rights of holders) {
    if (!mayHave(rights, edge)) continue;
    for (const option of edge.any_of ?? [[]]) {
      const answer = ask(rights, edge, option);
      if (answer.level <= best.level) continue;
      best = answer;
      actions = [...new Set([...edge.requires, ...option].map(({ action }) => action))];
    }
  }
  if (best.level === NO) return undefined;
  return {
    edge: edge.id,
    title: edge.title,
    actions,
    statements: distinct(best.statements),
    verdict: best.level === MAYBE ? 'possible' : 'proven',
  };
}

const judged = edges.filter((edge) => !contextual(edge));

/**
 * Ways from one document to more rights than it gives, whoever it hangs on: by what it allows on resources that it does not
 * name. A document that names the role it may pass gives what that role has, which is judged with the whole account.
 * `possible`: a condition is open. Empty for a document that makes an administrator: there is nothing more to gain.
 */
export const privilegeEscalation: PrivilegeEscalationFinder = (document) => {
  const held: Held = { identity: [{ name: 'policy', document }] };
  return administers(held).answer === 'yes' ? [] : waysUp(held);
};

/** The same of all policies of somebody, within the boundary; not to be asked of who is surely an administrator. */
export const waysUp = (held: Held): readonly PrivilegeEscalation[] => {
  const holders = holdersOf(held);
  return judged.flatMap((edge) => escalationBy(holders, edge) ?? []);
};
