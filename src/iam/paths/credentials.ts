import type { User } from '../graph/types.ts';
import { MAYBE, NO, type Tri, YES } from '../types.ts';
import type { Edge } from './edges.ts';

/** Whether a user's keys and password leave room for an edge; what the credential report would tell is named where it was not read. */
export function credentialLevel(edge: Edge, user: User): { level: Tri; depends: string[] } {
  const { name, keys, password, mfa } = user;
  const open = (...depends: string[]): { level: Tri; depends: string[] } => ({ level: MAYBE, depends });
  const certain = { level: YES, depends: [] };
  const out = { level: NO, depends: [] };
  switch (edge.id) {
    case 'iam-create-access-key':
      if (keys === undefined) return open(`${name} having fewer than two access keys`);
      return keys < 2 ? certain : out;
    case 'iam-rotate-access-key':
      // with the right to delete one, the number of keys does not matter
      return keys === undefined || keys >= 2 ? certain : out;
    case 'iam-create-login-profile':
      if (password === true) return out;
      if (password === undefined) return open(`${name} having no password yet, and no MFA device`);
      return mfa === false ? certain : open(`the MFA device of ${name}`);
    case 'iam-update-login-profile':
      if (password === false) return out;
      if (password === undefined) return open(`${name} having a password, and no MFA device`);
      return mfa === false ? certain : open(`the MFA device of ${name}`);
    case 'iam-service-specific-credential':
      return open(`what ${name} may do in the one service the credential is for`);
    default:
      return certain;
  }
}
