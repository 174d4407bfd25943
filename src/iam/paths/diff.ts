import { compileGlob, matchesGlob } from '../glob.ts';
import { isRecord } from '../../text/record.ts';

/** The Sid of denials that are added. */
export const ESCALATION = 'NoEscalation';

export interface Narrowed {
  /** Statements that take the place of the one before; empty: it goes. */
  readonly statements: readonly unknown[];
  readonly advice: string;
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

const keyOf = (statement: Record<string, unknown>, name: string): string | undefined =>
  Object.keys(statement).find((key) => key.toLowerCase() === name);

const covers = (pattern: string, action: string): boolean =>
  matchesGlob(compileGlob(pattern.toLowerCase()), action.toLowerCase());

/**
 * A statement without some actions: they are struck from its list where they stand in it by name; a pattern or NotAction
 * stays and a denial is added beside it, because what else the pattern is used for cannot be known from here.
 */
export function withoutActions(statement: unknown, actions: readonly string[]): Narrowed {
  if (!isRecord(statement)) return { statements: [], advice: 'remove the statement' };
  const actionKey = keyOf(statement, 'action');
  const named = actionKey === undefined ? [] : listOf(statement[actionKey]);
  const byPattern = actions.filter((action) => !named.some((name) => name.toLowerCase() === action.toLowerCase()));
  const struck = named.filter((name) => !actions.some((action) => name.toLowerCase() === action.toLowerCase()));
  const principal = keyOf(statement, 'principal') ?? keyOf(statement, 'notprincipal');
  if (principal !== undefined) {
    return { statements: [], advice: 'remove the statement, or name in it only who has to assume the role' };
  }
  const still = byPattern.length > 0 || struck.some((name) => actions.some((action) => covers(name, action)));
  const rest: unknown[] =
    actionKey === undefined || struck.length === 0
      ? still
        ? [statement]
        : []
      : [{ ...statement, [actionKey]: struck }];
  if (!still) {
    return {
      statements: rest,
      advice:
        rest.length === 0
          ? 'remove the statement, or name in it only the resources that are needed'
          : `take ${actions.join(', ')} out of the statement, or name only the resources that are needed`,
    };
  }
  const deny = { Sid: ESCALATION, Effect: 'Deny', Action: [...actions].sort(), Resource: '*' };
  return {
    statements: [...(rest.length === 0 ? [statement] : rest), deny],
    advice: `replace the pattern by the actions that are needed, or deny ${actions.join(', ')} beside it`,
  };
}

/** Lines before times lines after; above it everything is shown as changed. */
const LONGEST = 4_000_000;

const lines = (value: unknown): string[] => (JSON.stringify(value, undefined, 2) ?? 'null').split('\n');

/** The change as lines: `-` what goes, `+` what comes, a blank what stays. */
export function diffOf(policy: string, before: unknown, after: Narrowed): string {
  const old = lines(before);
  const fresh = after.statements.flatMap((one, at) =>
    lines(one).map((line, index, all) =>
      index === all.length - 1 && at < after.statements.length - 1 ? `${line},` : line,
    ),
  );
  if (old.length * fresh.length > LONGEST)
    return [
      `--- ${policy}`,
      `+++ ${policy}`,
      ...old.map((line) => `-${line}`),
      ...fresh.map((line) => `+${line}`),
    ].join('\n');
  // the longest common subsequence
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === fresh[j] ? (table[i + 1]?.[j + 1] ?? 0) + 1 : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const out = [`--- ${policy}`, `+++ ${policy}`];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      out.push(` ${old[i]}`);
      i++;
      j++;
    } else if (j >= fresh.length || (i < old.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      out.push(`-${old[i++]}`);
    } else {
      out.push(`+${fresh[j++]}`);
    }
  }
  return out.join('\n');
}
