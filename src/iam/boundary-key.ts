import type { ContextInput } from './types.ts';

/**
 * `iam:PermissionsBoundary` holds what the request sets where it makes a principal or sets a boundary; in other requests
 * the boundary that the user or role they are about already has, which nobody chooses.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
const setting = new Set([
  'iam:createuser',
  'iam:createrole',
  'iam:putuserpermissionsboundary',
  'iam:putrolepermissionsboundary',
]);

/** Whether whoever asks for the action, in any case, chooses the value of `iam:PermissionsBoundary`. */
export const setsBoundary = (action: string): boolean => setting.has(action.toLowerCase());

const contexts = new Map<string, ContextInput>();

/**
 * What `iam:PermissionsBoundary` holds in requests that change a user or role. Contexts are made once, because answers
 * are remembered by them.
 * @param boundary ARN of the boundary it has
 */
export function boundaryOf(boundary: string | undefined): ContextInput {
  const key = boundary ?? '';
  let found = contexts.get(key);
  if (found === undefined) {
    found = { 'iam:PermissionsBoundary': boundary ?? { is: 'absent' } };
    contexts.set(key, found);
  }
  return found;
}
