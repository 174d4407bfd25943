import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { type Edge, edges } from '../../../src/iam/paths/edges.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { details, iamArn, trustService } from './account.ts';
import { optionsOf, type Smallest, smallest, withTrust } from './smallest.ts';

/**
 * How the attacker has the edge: the verdict of its path, or of the resource it opens. What is good for a few services
 * only leads to the user whose credentials they are, and not to administrator.
 */
function verdictOf(
  edge: Edge,
  actions: readonly string[],
  account: Smallest = smallest(edge.id, actions),
): string | undefined {
  const { spec, attacker, surroundings } = account;
  const to = edge.effect === 'act-as-limited' ? iamArn('user/boss') : undefined;
  const result = findPaths(accountFromDetails(details(spec), surroundings), { to });
  const own = result.principals.find(({ arn }) => arn === attacker);
  if (own === undefined) throw new Error(`${attacker} is not in the result`);
  const path = own.paths.find(
    ({ verdict, steps }) => verdict !== 'blocked' && steps.some((step) => step.edge === edge.id),
  );
  return path?.verdict ?? result.openings.find(({ arn, step }) => arn === attacker && step.edge === edge.id)?.verdict;
}

/** Edges that something besides policies decides although the data names nothing that has to exist. */
const alwaysPossible = new Set([
  'iam-oidc-provider-edit',
  'iam-service-specific-credential',
  'sso-new-admin-permission-set',
  'datapipeline-activate',
  'codestar-create-project',
  'sagemaker-create-notebook',
]);
/** Edges of which the account's details show that what has to exist is there. */
const provenByDetails = new Set([
  'iam-set-default-policy-version',
  'iam-add-user-to-group',
  'iam-delete-user-boundary',
  'iam-put-user-boundary',
  'iam-detach-user-policy',
  'iam-delete-user-inline-policy',
  'iam-delete-role-boundary',
  'iam-put-role-boundary',
  'iam-detach-role-policy',
  'iam-delete-role-inline-policy',
  'iam-remove-user-from-group',
  'iam-rotate-access-key',
  'sts-tag-session-abac',
  'iam-update-saml-provider',
  'ec2-run-instances',
]);

const expected = (edge: Edge, actions: readonly string[]): string =>
  // an own instance is started with the profile; that another one runs with it is not seen
  (edge.id === 'iam-swap-instance-profile-role' && actions.includes('ec2:RunInstances')) ||
  (edge.id !== 'iam-swap-instance-profile-role' &&
    !alwaysPossible.has(edge.id) &&
    (edge.needs_existing === undefined || provenByDetails.has(edge.id)))
    ? 'proven'
    : 'possible';

describe('the edges of the data file', () => {
  it('are 142, each with its own id', () => {
    expect(edges).toHaveLength(142);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(142);
  });

  describe.each(edges.map((edge) => [edge.id, edge] as const))('%s', (_, edge) => {
    it.each(optionsOf(edge).map((actions) => [actions]))('is found with %j', (actions) => {
      expect(verdictOf(edge, actions)).toBe(expected(edge, actions));
    });

    it.each(optionsOf(edge).flatMap((actions) => actions.map((gone) => [gone, actions] as const)))(
      'is not found without %s',
      (gone, actions) => {
        expect(
          verdictOf(
            edge,
            actions.filter((one) => one !== gone),
          ),
        ).toBeUndefined();
      },
    );

    const [actions = []] = optionsOf(edge);
    const elsewhere = withTrust(edge.id, actions, trustService('unlisted.amazonaws.com'), true);
    if (elsewhere !== undefined) {
      it('is not found when the role trusts another service', () => {
        expect(verdictOf(edge, actions, elsewhere)).toBeUndefined();
      });
    }
  });

  it.each([
    'ec2-run-instances',
    'ec2-spot-instances',
    'ec2-fleet',
    'ec2-associate-instance-profile',
    'autoscaling-launch-template',
    'imagebuilder-create-image',
    'elasticbeanstalk-create-environment',
    'ssm-start-session',
    'ec2-modify-user-data',
  ])('%s needs an instance profile that holds the role', (id) => {
    const edge = edges.find((one) => one.id === id);
    if (edge === undefined) throw new Error(id);
    const [actions = []] = optionsOf(edge);
    expect(verdictOf(edge, actions, withTrust(id, actions, trustService('ec2.amazonaws.com'), false))).toBeUndefined();
    expect(verdictOf(edge, actions, withTrust(id, actions, trustService('ec2.amazonaws.com'), true))).toBeDefined();
  });

  it('starting an instance makes do with the right to make an instance profile', () => {
    const edge = edges.find(({ id }) => id === 'ec2-run-instances');
    const actions = ['iam:PassRole', 'ec2:RunInstances', 'iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile'];
    if (edge === undefined) throw new Error('no edge');
    expect(verdictOf(edge, actions, withTrust(edge.id, actions, trustService('ec2.amazonaws.com'), false))).toBe(
      'proven',
    );
  });
});
