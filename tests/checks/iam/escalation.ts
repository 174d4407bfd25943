import { document, groupBase, roleBase, userBase } from './fixtures.ts';

/** Companions of the checks of attack paths. */
export const account = { id: '111122223333', name: 'The account' };
const arn = (rest: string): string => `arn:aws:iam::111122223333:${rest}`;
export const administrator = { name: 'all', document: document({ Action: '*' }) };

export const user = (id: string, ...statements: Readonly<Record<string, unknown>>[]) => ({
  ...userBase,
  id,
  arn: arn(`user/${id}`),
  credentials: null,
  inline: [{ name: 'own', document: document(...statements) }],
});
export const role = (id: string, trust: unknown, ...inline: { name: string; document: unknown }[]) => ({
  ...roleBase,
  id,
  arn: arn(`role/${id}`),
  trust,
  inline,
});
export const group = groupBase;
export const trust = (principal: unknown, action = 'sts:AssumeRole', condition?: unknown): unknown =>
  document({ Principal: principal, Action: action, ...(condition === undefined ? {} : { Condition: condition }) });

/** The account is in no organisation. */
export const alone = { id: '111122223333', details: undefined };
/** It is a member of one, whose policies it does not see. */
export const member = {
  id: '111122223333',
  details: { id: 'o-abcdefghij', featureSet: 'ALL', managementAccount: '999900001111', isManagement: false },
};
