import { describe, expect, it } from 'vitest';
import { Derivations } from '../../../src/engine/derive.ts';
import { takesAway } from '../../../src/judgements/organization/control-policies.ts';
import { organizationTree, type OrganizationTree } from '../../../src/judgements/organization/tree.ts';
import { branches } from '../../helpers/organization.ts';
import { manages } from '../../helpers/standing.ts';

function treeOf(along: object): OrganizationTree {
  const context = { account: '111122223333', partition: 'aws', now: 0, trustedAccounts: [], unreadRegions: [] };
  const read = Object.fromEntries(Object.keys(organizationTree.along).map((name) => [name, []]));
  return (
    new Derivations(context).of({ tree: organizationTree }, { ...read, ...manages(), ...along }, {}) as {
      readonly tree: OrganizationTree;
    }
  ).tree;
}
const names = (tree: OrganizationTree, target: string): string[][] =>
  tree.over(target).map((level) => level.map(({ name }) => name));
const closing = { Effect: 'Deny', Action: 'ec2:*', Resource: '*' };

describe('the tree of an organization', () => {
  it('has over an account what is attached to the root, to every unit above it and to itself', () => {
    const tree = treeOf(
      branches({ atRoot: { Base: [closing] }, inUnit: { Unit: [closing] }, onAccount: { Own: [closing] } }),
    );
    expect(names(tree, '444455556666')).toEqual([
      ['SCP FullAWSAccess', 'SCP Base'],
      ['SCP FullAWSAccess', 'SCP Unit'],
      ['SCP FullAWSAccess'],
      ['SCP FullAWSAccess', 'SCP Own'],
    ]);
    expect(names(tree, 'ou-ab12-inner')).toHaveLength(3);
    expect(names(tree, 'r-ab12')).toHaveLength(1);
  });

  it('binds the active members, and not the management account', () => {
    const tree = treeOf(branches({}, { '777788889999': 'SUSPENDED', '888899990000': 'PENDING_CLOSURE' }));
    expect(tree.members).toEqual([{ id: '444455556666', name: 'shop' }]);
  });

  it('takes FullAWSAccess alone for nothing', () => {
    expect(treeOf(branches({})).over('444455556666').filter(takesAway)).toEqual([]);
    expect(
      treeOf(branches({ inUnit: { Unit: [closing] } }))
        .over('444455556666')
        .filter(takesAway),
    ).toHaveLength(1);
  });

  it('does not take a level of which AWS lists no policy for one that lets everything through', () => {
    const { organizationPolicies, ...rest } = branches({});
    const [full] = organizationPolicies;
    const some = full === undefined ? [] : [{ ...full, targets: ['r-ab12'] }];
    expect(names(treeOf({ ...rest, organizationPolicies: some }), '444455556666')[3]).toEqual([
      'the policies of 444455556666, of which AWS lists none',
    ]);
  });

  it('knows whether the policies are turned on', () => {
    expect(treeOf(branches({})).scps).toBe('ENABLED');
    expect(treeOf({ ...branches({}), roots: [{ id: 'r-ab12', types: {} }] }).scps).toBeUndefined();
  });
});
