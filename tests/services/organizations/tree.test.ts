import { describe, expect, it } from 'vitest';
import { organizationAccount } from '../../../src/services/organizations/account.ts';
import { organizationPolicy } from '../../../src/services/organizations/policy.ts';
import { organizationRoot } from '../../../src/services/organizations/root.ts';
import { organizationalUnit } from '../../../src/services/organizations/unit.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const organization = { DescribeOrganization: { Organization: { Id: 'o-1', MasterAccountId: '111122223333' } } };
const roots = {
  ...organization,
  ListRoots: { Roots: [{ Id: 'r-ab12', PolicyTypes: [{ Type: 'TAG_POLICY', Status: 'PENDING_ENABLE' }] }] },
};
const units: Readonly<Record<string, readonly string[]>> = {
  'r-ab12': ['ou-ab12-a', 'ou-ab12-b'],
  'ou-ab12-a': ['ou-ab12-c'],
};
const tree = {
  ...roots,
  ListOrganizationalUnitsForParent: ({ ParentId }: { ParentId: string }) => ({
    OrganizationalUnits: (units[ParentId] ?? []).map((Id) => ({ Id, Name: Id.slice(-1) })),
  }),
};

describe('the tree of an organization', () => {
  it('has units of every depth, each with what it is in', async () => {
    const { records, sent } = await collectType(organizationalUnit, [], tree);
    expect(records.map(({ item }) => item)).toMatchObject([
      { id: 'ou-ab12-a', parent: 'r-ab12' },
      { id: 'ou-ab12-b', parent: 'r-ab12' },
      { id: 'ou-ab12-c', parent: 'ou-ab12-a' },
    ]);
    expect(sent).toHaveLength(6);
  });

  it('fails where a unit is in itself', async () => {
    const answers = { ...roots, ListOrganizationalUnitsForParent: { OrganizationalUnits: [{ Id: 'ou-ab12-a' }] } };
    const { gap } = await collectType(organizationalUnit, [], answers);
    expect(gap).toMatchObject({ kind: 'failed', message: 'the organizational unit ou-ab12-a is listed in two places' });
  });

  it('has accounts where they are, and their newer state', async () => {
    const { records } = await collectType(organizationAccount, [], {
      ...tree,
      ListAccountsForParent: ({ ParentId }: { ParentId: string }) => ({
        Accounts:
          ParentId === 'ou-ab12-c'
            ? [{ Id: '444455556666', Name: 'shop', Status: 'ACTIVE', State: 'SUSPENDED' }]
            : ParentId === 'r-ab12'
              ? [{ Id: '111122223333', Status: 'ACTIVE' }]
              : [],
      }),
    });
    expect(records.map(({ item }) => item)).toMatchObject([
      { id: '111122223333', parent: 'r-ab12', state: 'ACTIVE' },
      { id: '444455556666', parent: 'ou-ab12-c', state: 'SUSPENDED', name: 'shop' },
    ]);
  });

  it('asks for policies of the types that are on', async () => {
    const { sent } = await collectType(organizationPolicy, [], { ...roots, ListPolicies: { Policies: [] } });
    expect(sent.map(({ operation, input }) => [operation, input])).toEqual([
      ['DescribeOrganization', {}],
      ['ListRoots', {}],
      ['ListPolicies', { Filter: 'TAG_POLICY' }],
    ]);
  });

  it.each([
    ['AWSOrganizationsNotInUseException', 'none'],
    ['AccessDeniedException', "You don't have permissions to access this resource."],
  ])('is empty where the account is answered %s', async (code, message) => {
    for (const type of [organizationRoot, organizationalUnit, organizationAccount, organizationPolicy]) {
      const { records, gap } = await collectType(type, [], { ...organization, ListRoots: awsError(code, message) });
      expect({ records, gap }).toEqual({ records: [], gap: undefined });
    }
  });

  it('is not empty where a policy keeps it from being read', async () => {
    const denied = awsError('AccessDeniedException', 'User: x is not authorized to perform: organizations:ListRoots');
    const { gap } = await collectType(organizationRoot, [], { ...organization, ListRoots: denied });
    expect(gap).toMatchObject({ kind: 'denied', actions: organizationRoot.actions });
  });

  it('is not asked for where there is no organization', async () => {
    const { records, gap, sent } = await collectType(organizationalUnit, [], {
      DescribeOrganization: awsError('AWSOrganizationsNotInUseException', 'none'),
    });
    expect({ records, gap, asked: sent.length }).toEqual({ records: [], gap: undefined, asked: 1 });
  });
});
