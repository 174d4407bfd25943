import { type Case, listOf, type Named, statementsOf } from './cases.ts';
import type { Json } from './reference.ts';

/** Versions of a document with one statement, one condition or one value of a list fewer. */
function* smallerDocuments(document: Json): Generator<Json> {
  const statements = statementsOf(document);
  const replaced = (at: number, statement: Json): Json => ({
    ...document,
    Statement: statements.map((one, other) => (other === at ? statement : one)),
  });
  for (let at = 0; at < statements.length && statements.length > 1; at++)
    yield { ...document, Statement: statements.filter((_, other) => other !== at) };
  for (const [at, statement] of statements.entries()) {
    const condition = statement['Condition'] as Record<string, Record<string, unknown>> | undefined;
    if (condition !== undefined) {
      const { Condition: _, ...without } = statement;
      yield replaced(at, without);
      for (const [operator, block] of Object.entries(condition)) {
        const { [operator]: gone, ...others } = condition;
        if (gone !== undefined && Object.keys(others).length > 0)
          yield replaced(at, { ...statement, Condition: others });
        for (const [key, raw] of Object.entries(block)) {
          const { [key]: left, ...rest } = block;
          if (left !== undefined && Object.keys(rest).length > 0)
            yield replaced(at, { ...statement, Condition: { ...others, [operator]: rest } });
          const values = listOf(raw);
          for (const value of values.length > 1 ? values : [])
            yield replaced(at, { ...statement, Condition: { ...others, [operator]: { ...rest, [key]: value } } });
        }
      }
    }
    for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
      const values = listOf(statement[name]);
      for (const value of values.length > 1 ? values : []) yield replaced(at, { ...statement, [name]: value });
    }
  }
}

function* smallerNamed(list: readonly Named[]): Generator<Named[]> {
  for (let at = 0; at < list.length; at++) yield list.filter((_, other) => other !== at);
  for (const [at, one] of list.entries()) {
    for (const document of smallerDocuments(one.document))
      yield list.map((named, other) => (other === at ? { ...named, document } : named));
  }
}

/** Requests that are a little smaller than this one. */
function* smaller(one: Case): Generator<Case> {
  const { boundary, session, resourcePolicy } = one;
  if (boundary !== undefined) {
    const { boundary: _, ...without } = one;
    yield without;
    for (const document of smallerDocuments(boundary.document)) yield { ...one, boundary: { ...boundary, document } };
  }
  if (session !== undefined) {
    const { session: _, ...without } = one;
    yield without;
    for (const document of smallerDocuments(session)) yield { ...one, session: document };
  }
  if (resourcePolicy !== undefined) {
    const { resourcePolicy: _, ...without } = one;
    // a key or a role without a policy does not exist
    if (!/^(kms|sts):/.test(one.action)) yield without;
    for (const document of smallerDocuments(resourcePolicy)) yield { ...one, resourcePolicy: document };
  }
  for (const kind of ['scps', 'rcps'] as const) {
    const levels = one[kind];
    for (let at = 0; at < levels.length; at++) yield { ...one, [kind]: levels.filter((_, other) => other !== at) };
    for (const [at, level] of levels.entries()) {
      for (const list of smallerNamed(level))
        if (list.length > 0) yield { ...one, [kind]: levels.map((known, other) => (other === at ? list : known)) };
    }
  }
  for (const identity of smallerNamed(one.identity)) yield { ...one, identity };
  for (const key of Object.keys(one.context)) {
    const { [key]: _, ...context } = one.context;
    yield { ...one, context };
  }
}

/** The smallest request found by leaving parts out that still differs. */
export async function shrink(one: Case, differs: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let found = one;
  for (let again = true; again;) {
    again = false;
    for (const next of smaller(found)) {
      if (!(await differs(next))) continue;
      found = next;
      again = true;
      break;
    }
  }
  return found;
}
