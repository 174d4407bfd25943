import { fail, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import { problemsOf } from '../../iam/judgements.ts';
import type { Judgement } from '../../iam/judgements.ts';
import type { StatementRef } from '../../iam/types.ts';

/** Where a verdict's evidence stands in a document: the first statements, with their text. */
export const evidenceOf = (statements: readonly StatementRef[]) =>
  statements.slice(0, 3).map(({ policy, index, sid, json }) => ({ policy, statement: sid ?? index + 1, json }));

/** `Sid "All"`, or `statement 2` for one without. */
export const statementName = ({ sid, index }: Pick<StatementRef, 'sid' | 'index'>): string =>
  sid === undefined || sid === '' ? `statement ${index + 1}` : `Sid "${sid}"`;

/** Why a document cannot be judged, or undefined when all of it could be read. */
export function unreadable(name: string, document: unknown): Verdict | undefined {
  const [problem] = problemsOf(document);
  return problem === undefined ? undefined : unknown(`part of ${name} cannot be read: ${problem}`);
}

/**
 * The verdict on something a policy should not grant.
 * @param granted says what it grants after its name, e.g. `allows every action`
 * @param safe says that it does not
 */
export function notGranted(
  name: string,
  document: unknown,
  judgement: Judgement,
  granted: string,
  safe: string,
): Verdict {
  if (judgement.answer === 'no') return pass(`${name} ${safe}`);
  if (judgement.answer === 'possible') {
    return (
      unreadable(name, document) ?? unknown(`it depends on conditions that are not known whether ${name} ${granted}`)
    );
  }
  const [first] = judgement.statements;
  const keys = Object.keys(judgement.conditions);
  const by = first === undefined ? '' : ` (${statementName(first)})`;
  const when = keys.length === 0 ? '' : `, depending on ${keys.join(' and ')}`;
  const evidence = { statements: evidenceOf(judgement.statements), conditions: judgement.conditions };
  return fail(`${name} ${granted}${by}${when}`, evidence);
}
