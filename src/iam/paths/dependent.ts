import type { Rights } from '../graph/rights.ts';
import type { World } from '../graph/world.ts';
import { YES } from '../types.ts';
import { dependents, type Edge } from './edges.ts';
import { someResources } from './resources.ts';

/** What is missing of what an edge's calls make use of, in words; empty: all of it is there. */
export function missingDependents({ account }: World, rights: Rights, { id }: Edge): string[] {
  const { actions = [], linked } = dependents[id] ?? {};
  const missing = actions.filter((action) => someResources(rights, [{ action }]).level !== YES);
  const found = missing.length === 0 ? [] : [`${missing.join(', ')}, which the calls make use of`];
  if (linked === undefined) return found;
  const there = account.roles.some(
    ({ serviceLinked, arn }) => serviceLinked && arn.includes(`/aws-service-role/${linked}/`),
  );
  const create = { action: 'iam:CreateServiceLinkedRole', context: { 'iam:AWSServiceName': linked } };
  return there || someResources(rights, [create]).level === YES
    ? found
    : [...found, `the service-linked role of ${linked}`];
}
