import { compileArnPattern } from './arn.ts';
import { compileConditions } from './compile-condition.ts';
import { compilePrincipals } from './compile-principal.ts';
import { compileGlob, type Glob, matchesGlob } from './glob.ts';
import { parseDocument } from '../text/policy-document.ts';
import type { ActionSet, Policy, ResourcePattern, Statement } from './policy.ts';
import { hasVariables, parseTemplate } from './variables.ts';
import { isRecord, membersOf } from '../text/record.ts';

/** Elements of a statement by lower-case name; a name that occurs in two cases is a problem. */
function elements(raw: Record<string, unknown>, problems: string[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of membersOf(raw)) {
    const folded = name.trim().toLowerCase();
    if (found.has(folded)) problems.push(`element ${name} occurs twice`);
    found.set(folded, value);
  }
  return found;
}

/** A string or a list of strings; undefined, with a problem, for anything else. */
function texts(value: unknown, name: string, problems: string[]): string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const found = list.filter((one): one is string => typeof one === 'string');
  if (found.length === list.length) return found;
  problems.push(`${name} is neither text nor a list of texts`);
  return undefined;
}

const noActions: ActionSet = { all: true, exact: new Set(), globs: [], texts: [] };

function compileActions(names: readonly string[]): ActionSet {
  const exact = new Set<string>();
  const globs: Glob[] = [];
  let all = false;
  for (const name of names) {
    const folded = name.trim().toLowerCase();
    if (folded === '*' || folded === '*:*') all = true;
    else if (folded.includes('*') || folded.includes('?')) globs.push(compileGlob(folded));
    else exact.add(folded);
  }
  return { all, exact, globs, texts: names };
}

function compileResource(text: string, version: string): ResourcePattern {
  // API Gateway accepts this short form and completes it with the API's own ARN
  const full = text.startsWith('execute-api:/') ? `arn:*:execute-api:*:*:*${text.slice('execute-api:'.length)}` : text;
  return hasVariables(full, version)
    ? { text: full, template: parseTemplate(full, true) }
    : { text: full, pattern: compileArnPattern(full) };
}

function unparsable(index: number, json: unknown, problem: string): Statement {
  return {
    index,
    sid: undefined,
    effect: 'unparsable',
    problem,
    actions: noActions,
    notAction: false,
    resources: undefined,
    notResource: false,
    principals: undefined,
    notPrincipal: false,
    conditions: [],
    json,
  };
}

function compileStatement(raw: unknown, index: number, version: string, all: string[]): Statement {
  const where = `statement ${index + 1}`;
  if (!isRecord(raw)) {
    all.push(`${where} is not an object`);
    return unparsable(index, raw, 'not an object');
  }
  const fatal: string[] = [];
  const soft: string[] = [];
  const found = elements(raw, fatal);
  // which of two elements of one name holds is anybody's guess, so such a statement may be about any action
  const twice = fatal.length > 0;
  const effectText = found.get('effect');
  const folded = typeof effectText === 'string' ? effectText.trim().toLowerCase() : '';
  const effect = folded === 'allow' ? 'Allow' : folded === 'deny' ? 'Deny' : 'unparsable';
  if (effect === 'unparsable') fatal.push('Effect is neither Allow nor Deny');

  const pair = (plain: string, negated: string): { value: unknown; not: boolean } | undefined => {
    if (found.has(plain) && found.has(negated)) fatal.push(`${plain} and ${negated} stand together`);
    if (found.has(plain)) return { value: found.get(plain), not: false };
    return found.has(negated) ? { value: found.get(negated), not: true } : undefined;
  };
  const action = pair('action', 'notaction');
  if (action === undefined) fatal.push('Action is missing');
  const actions =
    action === undefined || twice ? undefined : texts(action.value, action.not ? 'NotAction' : 'Action', fatal);
  const resource = pair('resource', 'notresource');
  const resources =
    resource === undefined ? undefined : texts(resource.value, resource.not ? 'NotResource' : 'Resource', fatal);
  const principal = pair('principal', 'notprincipal');
  const conditions = compileConditions(found.get('condition'), version, soft);
  const principals = principal === undefined ? undefined : compilePrincipals(principal.value, soft);
  const sid = found.get('sid');
  for (const problem of [...fatal, ...soft]) all.push(`${where}: ${problem}`);

  return {
    index,
    sid: typeof sid === 'string' && sid !== '' ? sid : undefined,
    effect,
    problem: fatal[0],
    actions: actions === undefined ? noActions : compileActions(actions),
    notAction: action?.not === true && actions !== undefined,
    resources: resources?.map((text) => compileResource(text, version)),
    notResource: resource?.not === true && resources !== undefined,
    principals,
    notPrincipal: principal?.not === true,
    conditions,
    json: raw,
  };
}

/** Whether a statement's action element covers the action, which is in lower case. */
export function coversAction(statement: Statement, action: string): boolean {
  const { actions } = statement;
  if (statement.problem !== undefined && actions === noActions) return true;
  const named = actions.all || actions.exact.has(action) || actions.globs.some((glob) => matchesGlob(glob, action));
  return named !== statement.notAction;
}

/** A policy of these statements. */
export function build(version: string, statements: readonly Statement[], problems: readonly string[]): Policy {
  const remembered = new Map<string, readonly Statement[]>();
  return {
    version,
    statements,
    problems,
    forAction(action) {
      let found = remembered.get(action);
      if (found === undefined) {
        found = statements.filter((statement) => coversAction(statement, action));
        remembered.set(action, found);
      }
      return found;
    },
  };
}

function compileDocument(document: unknown): Policy {
  const parsed = parseDocument(document);
  if (!parsed.ok) return build('', [unparsable(0, document, parsed.reason)], [parsed.reason]);
  const problems: string[] = [];
  // some callers hold only the statement list
  const root: unknown = Array.isArray(parsed.json) ? { Statement: parsed.json } : parsed.json;
  const shown = typeof document === 'string' ? document : parsed.json;
  if (!isRecord(root)) return build('', [unparsable(0, shown, 'not a document')], ['the policy is not a document']);
  const found = elements(root, problems);
  const versionText = found.get('version');
  // without Version the old language is meant, which has no variables:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
  const version = typeof versionText === 'string' ? versionText.trim() : '2008-10-17';
  if (versionText !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    problems.push('Version is neither 2012-10-17 nor 2008-10-17');
  }
  for (const name of parsed.duplicates) problems.push(`"${name.slice(0, 60)}" occurs twice in one object`);
  const list = found.get('statement');
  if (list === undefined || list === null || (typeof list !== 'object' && !Array.isArray(list))) {
    problems.push('the policy has no Statement');
  }
  const broken = problems[0];
  const statements =
    list === undefined || list === null
      ? []
      : (Array.isArray(list) ? (list as readonly unknown[]) : [list]).map((raw, index) =>
          compileStatement(raw, index, version, problems),
        );
  if (broken !== undefined) statements.push(unparsable(statements.length, shown, broken));
  return build(version, statements, problems);
}

const byIdentity = new WeakMap<object, Policy>();
const byText = new Map<string, Policy>();
/** Longer documents are compiled each time they come as new text: keeping them would cost more than it saves. */
const KEEP_TEXT = 16_384;
const KEEP_COUNT = 20_000;

/** JSON text as a key for equal documents; undefined where there is none (cycles, extreme nesting) or it is not worth it. */
function keyOf(document: unknown): string | undefined {
  if (typeof document === 'string') return document.length <= KEEP_TEXT ? document : undefined;
  try {
    const text = JSON.stringify(document);
    return text !== undefined && text.length <= KEEP_TEXT ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Compiles a policy document: parsed JSON, JSON text or URL-encoded JSON text. Never throws and never changes its input;
 * what cannot be read is listed in `problems` and stands as a statement that may allow and may deny.
 * Objects are remembered by identity, so a document must not change after it was handed in.
 */
export function compile(document: unknown): Policy {
  const isObject = document !== null && typeof document === 'object';
  if (isObject) {
    const known = byIdentity.get(document);
    if (known !== undefined) return known;
  }
  const key = keyOf(document);
  let policy = key === undefined ? undefined : byText.get(key);
  if (policy === undefined) {
    policy = compileDocument(document);
    if (key !== undefined) {
      if (byText.size >= KEEP_COUNT) byText.clear();
      byText.set(key, policy);
    }
  }
  if (isObject) byIdentity.set(document, policy);
  return policy;
}
