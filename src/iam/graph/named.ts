import type { Account, Principal } from './types.ts';

/** The users and roles that somebody means: by ARN, by `user/name` or `role/name`, or by name, which both may have. */
export const principalsNamed = ({ users, roles }: Account, wanted: string): Principal[] =>
  [...users, ...roles].filter(
    ({ arn, name, kind }) => arn === wanted || name === wanted || `${kind}/${name}` === wanted,
  );
