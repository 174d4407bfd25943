import type { PolicyReference } from '../../services/identitycenter/permission-set.ts';
import type { HeldPolicies, MayDo } from './may-do.ts';
import { mayDo } from './may-do.ts';

/** What a permission set is made of. */
export interface PermissionSetParts {
  readonly id: string;
  readonly described: { readonly name: string | undefined };
  readonly awsPolicies: readonly { readonly name: string; readonly arn: string }[];
  readonly awsDocuments: Readonly<Record<string, unknown>>;
  readonly ownPolicies: readonly PolicyReference[];
  readonly inline: unknown;
  readonly boundary: { readonly arn: string } | PolicyReference | undefined;
}

/** The facets that it takes to know what a set gives. */
export const setParts = ['described', 'awsPolicies', 'awsDocuments', 'ownPolicies', 'inline', 'boundary'] as const;

/** What messages call it. */
export const setName = ({ id, described }: Pick<PermissionSetParts, 'id' | 'described'>): string =>
  described.name === undefined ? `Permission set ${id}` : `Permission set ${described.name} (${id})`;

/** Its policies. A customer's are of each account by themselves, and so not known here. */
function policiesOfSet(set: PermissionSetParts): HeldPolicies {
  const { awsPolicies, awsDocuments, ownPolicies, inline, boundary } = set;
  const read = awsPolicies.filter(({ arn }) => awsDocuments[arn] !== undefined);
  return {
    identity: [
      ...read.map(({ name, arn }) => ({ name, document: awsDocuments[arn] })),
      ...(inline === undefined ? [] : [{ name: 'inline policy', document: inline }]),
    ],
    boundary:
      boundary === undefined
        ? undefined
        : 'arn' in boundary && awsDocuments[boundary.arn] !== undefined
          ? { name: boundary.arn, document: awsDocuments[boundary.arn] }
          : 'unknown',
    missing: [
      ...awsPolicies.filter((one) => !read.includes(one)).map(({ arn }) => arn),
      ...ownPolicies.map(({ path, name }) => `the policy ${path}${name} that each account has for itself`),
    ],
  };
}

/** What it gives in the accounts in which it is assigned. */
export const setMayDo = (set: PermissionSetParts): MayDo => mayDo(policiesOfSet(set));
