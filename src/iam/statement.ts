import type { StatementRef } from './types.ts';

/** `Sid "All"`, or `statement 2` for one without: for parentheses behind a policy's name. */
export const statementName = ({ sid, index }: { readonly sid?: string | undefined; readonly index: number }): string =>
  sid === undefined || sid === '' ? `statement ${index + 1}` : `Sid "${sid}"`;

/** The first statements of a list, once each: where they stand and what they say. */
export const statementEvidence = (statements: readonly StatementRef[]) =>
  [...new Map(statements.map((one) => [`${one.policy} ${one.index}`, one])).values()]
    .slice(0, 3)
    .map(({ policy, index, sid, json }) => ({
      policy,
      statement: index + 1,
      ...(sid === undefined ? {} : { sid }),
      json,
    }));
