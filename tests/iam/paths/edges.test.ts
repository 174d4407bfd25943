import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Compute } from '../../../src/iam/graph/types.ts';
import { dependents, type Edge, edgeById, edges } from '../../../src/iam/paths/edges.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { type AccountSpec, ADMINISTRATOR, allow, details, doc, iamArn, trustService } from './account.ts';
import { dependentActions, withoutNeed } from './dependent-actions.ts';
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
  // the account has no service-linked role of the service
  'autoscaling-new-launch-configuration',
  'autoscaling-launch-template',
  'imagebuilder-create-image',
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

  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html
  it.each([
    ['neither the service-linked role nor the right to make it', [], false, 'possible'],
    ['the right to make it', ['iam:CreateServiceLinkedRole'], false, 'proven'],
    ['the role', [], true, 'proven'],
  ])('groups of instances with %s', (_, more, there, verdict) => {
    const edge = edgeById('autoscaling-launch-template');
    const [actions = []] = optionsOf(edge);
    const account = smallest(edge.id, [...actions, ...more]);
    const linked = { AWSServiceRoleForAutoScaling: { path: '/aws-service-role/autoscaling.amazonaws.com/' } };
    const spec = there ? { ...account.spec, roles: { ...account.spec.roles, ...linked } } : account.spec;
    expect(verdictOf(edge, actions, { ...account, spec })).toBe(verdict);
  });

  describe('instance profiles whose role is swapped', () => {
    const swap = ['iam:PassRole', 'iam:RemoveRoleFromInstanceProfile', 'iam:AddRoleToInstanceProfile'];
    const web: AccountSpec['roles'] = { web: { trust: trustService('ec2.amazonaws.com'), profile: true } };
    const target = { trust: trustService('ec2.amazonaws.com'), attached: [ADMINISTRATOR] };
    const held = (profile: boolean, rights: unknown, roles = web): Smallest => ({
      attacker: iamArn('user/attacker'),
      spec: { users: { attacker: { inline: [rights] } }, roles: { target: { ...target, profile }, ...roles } },
    });
    const instance = (role: string): Compute[] => [
      {
        kind: 'ec2-instance',
        arn: 'arn:aws:ec2:us-east-1:111122223333:instance/i-1',
        name: 'i-1',
        role: iamArn(`role/${role}`),
        running: true,
        internet: undefined,
      },
    ];
    const start = 'ec2:RunInstances';
    const enter = 'ssm:StartSession';
    it.each<[string, Smallest, string | undefined, string | undefined]>([
      ['into the profile of another role', held(false, doc(allow([...swap, start]))), 'proven', 'proven'],
      ['of a role that has one', held(true, doc(allow([...swap, start]))), 'proven', 'proven'],
      ['where no other profile is', held(true, doc(allow([...swap, start])), {}), undefined, 'proven'],
      ['where no profile is', held(false, doc(allow([...swap, start])), {}), undefined, undefined],
      ['without starting', held(false, doc(allow(swap))), undefined, undefined],
      ['entering an instance that nobody saw', held(false, doc(allow([...swap, enter]))), 'possible', undefined],
      [
        'entering an instance that is there',
        { ...held(false, doc(allow([...swap, enter]))), surroundings: { instances: instance('web') } },
        'possible',
        undefined,
      ],
      [
        'where no instance runs with the profile',
        { ...held(false, doc(allow([...swap, enter]))), surroundings: { instances: instance('other') } },
        undefined,
        undefined,
      ],
      [
        'with the right on another profile',
        held(false, doc(allow(['iam:PassRole', start]), allow(swap.slice(1), iamArn('instance-profile/else')))),
        undefined,
        undefined,
      ],
      [
        'with the right on that profile',
        held(false, doc(allow(['iam:PassRole', start]), allow(swap.slice(1), iamArn('instance-profile/w*')))),
        'proven',
        'proven',
      ],
      [
        'with one right on each of two',
        held(
          false,
          doc(
            allow(['iam:PassRole', start]),
            allow('iam:RemoveRoleFromInstanceProfile', iamArn('instance-profile/web')),
            allow('iam:AddRoleToInstanceProfile', iamArn('instance-profile/else')),
          ),
        ),
        undefined,
        undefined,
      ],
      [
        'with a condition that is open',
        held(
          false,
          doc(
            allow(['iam:PassRole', start]),
            allow(swap.slice(1), '*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }),
          ),
        ),
        'possible',
        'possible',
      ],
      [
        'without the right to hand over that role',
        held(false, doc(allow([...swap.slice(1), start]), allow('iam:PassRole', iamArn('role/web')))),
        undefined,
        undefined,
      ],
      [
        'handed over to another service',
        held(
          false,
          doc(
            allow([...swap.slice(1), start]),
            allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } }),
          ),
        ),
        undefined,
        undefined,
      ],
      [
        'but for a denial',
        held(false, doc(allow([...swap, start]), { Effect: 'Deny', Action: 'iam:RemoveRole*', Resource: '*' })),
        undefined,
        undefined,
      ],
    ])('%s', (_, account, swapped, started) => {
      expect(verdictOf(edgeById('iam-swap-instance-profile-role'), [], account)).toBe(swapped);
      expect(verdictOf(edgeById('ec2-run-instances'), [], account)).toBe(started);
    });
  });

  // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  it('require what AWS says that their actions depend on, but for what a parameter asks for that nobody has to give', () => {
    const missing = edges.flatMap((edge) =>
      optionsOf(edge).flatMap((actions) => {
        const more = dependents[edge.id];
        const has = new Set([
          ...actions,
          ...(more?.actions ?? []),
          ...(more?.linked === undefined ? [] : ['iam:CreateServiceLinkedRole']),
        ]);
        return actions.flatMap((one) =>
          (dependentActions[one] ?? [])
            .filter((other) => !has.has(other) && !withoutNeed.some(([names]) => names.test(`${one} ${other}`)))
            .map((other) => `${edge.id}: ${one} depends on ${other}`),
        );
      }),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});
