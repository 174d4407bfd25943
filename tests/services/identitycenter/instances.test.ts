import { describe, expect, it } from 'vitest';
import { assignment } from '../../../src/services/identitycenter/assignment.ts';
import { identityInstance } from '../../../src/services/identitycenter/instance.ts';
import { permissionSet } from '../../../src/services/identitycenter/permission-set.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const own = { InstanceArn: 'arn:aws:sso:::instance/ssoins-1', OwnerAccountId: '111122223333', Status: 'ACTIVE' };
const organizations = { ...own, InstanceArn: 'arn:aws:sso:::instance/ssoins-2', OwnerAccountId: '999988887777' };
const sets = ['a', 'b'].map((id) => `arn:aws:sso:::permissionSet/ssoins-1/ps-${id}`);
const answers = {
  ListDelegatedAdministrators: { DelegatedAdministrators: [] },
  ListInstances: { Instances: [own, organizations] },
  DescribeInstance: { PermissionSetsEnabled: true },
  ListPermissionSets: ({ NextToken }: { NextToken?: string }) =>
    NextToken === undefined
      ? { PermissionSets: sets.slice(0, 1), NextToken: 'more' }
      : { PermissionSets: sets.slice(1) },
};

describe('instances of IAM Identity Center', () => {
  it("are the account's own and the organization's, each where it was enabled", async () => {
    const elsewhere = { ...own, InstanceArn: 'arn:aws:sso:::instance/ssoins-3', PrimaryRegion: 'ap-south-1' };
    const { records } = await collectType(identityInstance, [], {
      ListInstances: { Instances: [own, organizations, elsewhere] },
    });
    expect(records.map(({ item }) => item.id)).toEqual(['ssoins-1', 'ssoins-2']);
  });

  it("have permission sets that are read in the account's own only, from every page", async () => {
    const { records, sent } = await collectType(permissionSet, [], answers);
    expect(records.map(({ arn }) => arn)).toEqual(sets);
    const asked = sent.filter(({ operation }) => operation === 'ListPermissionSets');
    expect(asked.map(({ input }) => (input as { InstanceArn: string }).InstanceArn)).toEqual([
      own.InstanceArn,
      own.InstanceArn,
    ]);
  });

  const administeredBy = (...ids: string[]) => ({
    ListDelegatedAdministrators: { DelegatedAdministrators: ids.map((Id) => ({ Id })) },
  });

  it.each([
    ['is another that administers it', administeredBy('444455556666')],
    [
      'is told nothing of the organization',
      {
        ListDelegatedAdministrators: awsError(
          'AccessDeniedException',
          "You don't have permissions to access this resource.",
        ),
      },
    ],
  ])("nothing is asked of sets of the organization's instance where the account %s", async (_, said) => {
    const { records, sent, gap } = await collectType(permissionSet, [], {
      ...answers,
      ...said,
      ListInstances: { Instances: [organizations] },
    });
    expect([records, gap]).toEqual([[], undefined]);
    expect(sent.map(({ operation }) => operation)).toEqual(['ListInstances', 'ListDelegatedAdministrators']);
  });

  it("the organization's are read where the account administers it", async () => {
    const { records, sent } = await collectType(permissionSet, [], {
      ...answers,
      ...administeredBy('444455556666', own.OwnerAccountId),
      ListInstances: { Instances: [organizations] },
    });
    expect(records.map(({ arn }) => arn)).toEqual(sets);
    expect(sent.filter(({ operation }) => operation === 'ListPermissionSets')).toHaveLength(2);
  });

  it('who administers it is not asked where every instance is its own', async () => {
    const { sent } = await collectType(permissionSet, [], { ...answers, ListInstances: { Instances: [own] } });
    expect(sent.map(({ operation }) => operation)).not.toContain('ListDelegatedAdministrators');
  });

  it('a denial of who administers it is a gap that names the action', async () => {
    const message =
      'User: x is not authorized to perform: organizations:ListDelegatedAdministrators because no identity-based policy allows it';
    const { gap } = await collectType(permissionSet, [], {
      ...answers,
      ListDelegatedAdministrators: awsError('AccessDeniedException', message),
    });
    expect(gap).toMatchObject({ kind: 'denied', actions: ['organizations:ListDelegatedAdministrators'] });
  });

  it.each([
    ['only sees the instance of the organization', { ListInstances: { Instances: [organizations] } }],
    ['has none', { ListInstances: { Instances: [] } }],
    ['is getting one', { ListInstances: { Instances: [{ ...own, Status: 'CREATE_IN_PROGRESS' }] } }],
    ['has one without permission sets', { DescribeInstance: { PermissionSetsEnabled: false } }],
  ])('nothing is asked of sets where the account %s', async (_, said) => {
    const { records, sent } = await collectType(permissionSet, [], { ...answers, ...said });
    expect(records).toEqual([]);
    expect(sent.some(({ operation }) => operation === 'ListPermissionSets')).toBe(false);
  });

  it('who has a set is asked in the accounts in which it is', async () => {
    const { records } = await collectType(assignment, [], {
      ...answers,
      DescribePermissionSet: { PermissionSet: { Name: 'Work' } },
      ListAccountsForProvisionedPermissionSet: ({ PermissionSetArn }: { PermissionSetArn: string }) => ({
        AccountIds: PermissionSetArn === sets[0] ? ['444455556666'] : [],
      }),
      ListAccountAssignments: { AccountAssignments: [{ PrincipalId: 'p', PrincipalType: 'GROUP' }] },
    });
    expect(records.map(({ item }) => item)).toMatchObject([
      { name: 'Work in account 444455556666', target: '444455556666', principals: [{ id: 'p', type: 'GROUP' }] },
    ]);
  });

  it('a denial in the account that owns it is one', async () => {
    const denied = awsError('AccessDeniedException', 'User: x is not authorized to perform: sso:ListPermissionSets');
    const { gap } = await collectType(permissionSet, [], { ...answers, ListPermissionSets: denied });
    expect(gap).toMatchObject({ kind: 'denied', code: 'AccessDeniedException' });
  });
});
