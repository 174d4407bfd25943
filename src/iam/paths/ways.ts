import type { Rights } from '../graph/rights.ts';
import type { World } from '../graph/world.ts';
import { type Edge, edges } from './edges.ts';
import { mayHave } from './groundwork.ts';
import type { Way } from './move.ts';
import { existing } from './ways-existing.ts';
import { passing } from './ways-passing.ts';
import { swapping } from './ways-profile.ts';
import { assumeRole, credentials, identityCenter, provider, rewriteTrust } from './ways-principals.ts';

const userEdges: ReadonlySet<string> = new Set([
  'iam-create-access-key',
  'iam-rotate-access-key',
  'iam-create-login-profile',
  'iam-update-login-profile',
  'iam-service-specific-credential',
]);

type Maker = (world: World, rights: Rights, edge: Edge) => Way | undefined;

function makerOf(edge: Edge): Maker | undefined {
  if (edge.id === 'iam-swap-instance-profile-role') return swapping;
  if (edge.passed_to_service !== undefined) return passing;
  if (userEdges.has(edge.id)) return credentials;
  switch (edge.id) {
    case 'iam-update-assume-role-policy':
      return rewriteTrust;
    case 'sts-assume-role':
      return assumeRole;
    case 'iam-update-saml-provider':
    case 'iam-oidc-provider-edit':
      return provider;
    case 'sso-assign-permission-set':
    case 'identitystore-join-group':
      return identityCenter;
    default:
      return edge.kind === 'existing-role' && edge.effect === 'act-as' ? existing : undefined;
  }
}

const makers = edges.flatMap((edge) => {
  const make = makerOf(edge);
  return make === undefined ? [] : [{ edge, make }];
});

/** Every edge over which the subject may come to another principal. */
export function waysOf(world: World, rights: Rights): Way[] {
  return makers.flatMap(({ edge, make }) => {
    if (edge.id !== 'sts-assume-role' && !mayHave(rights, edge)) return [];
    return make(world, rights, edge) ?? [];
  });
}
