import { describe, expect, it } from 'vitest';
import { organization } from '../../../src/services/organizations/organization.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const twoPages =
  (key: string, first: object, second: object) =>
  ({ NextToken }: { NextToken?: string }) =>
    NextToken === undefined ? { [key]: [first], NextToken: 'more' } : { [key]: [second] };

describe('AWS::Organizations::Organization', () => {
  it.each([
    ['111122223333', true],
    ['999900001111', false],
  ])(
    'knows whether %s, the management account, is the one that was read: %s',
    async (MasterAccountId, isManagement) => {
      const { records } = await collectType(organization, ['details'], {
        DescribeOrganization: {
          Organization: {
            Id: 'o-abcdefghij',
            FeatureSet: 'ALL',
            MasterAccountId,
            MasterAccountEmail: 'root@example.com',
          },
        },
      });
      expect(records).toHaveLength(1);
      expect(records[0]?.arn).toBe('arn:aws:organizations::111122223333:organization');
      expect(records[0]?.outcomes['details']).toEqual({
        kind: 'present',
        value: { id: 'o-abcdefghij', featureSet: 'ALL', managementAccount: MasterAccountId, isManagement },
      });
    },
  );

  it.each([
    ['details', 'DescribeOrganization'],
    ['accounts', 'ListAccounts'],
  ])('takes an account without organization for a fact in %s', async (facet, operation) => {
    const { records } = await collectType(organization, [facet], {
      [operation]: awsError('AWSOrganizationsNotInUseException'),
    });
    expect(records[0]?.outcomes[facet]).toEqual({ kind: 'absent', code: 'AWSOrganizationsNotInUseException' });
  });

  it('reads every page of accounts', async () => {
    const { records } = await collectType(organization, ['accounts'], {
      ListAccounts: twoPages(
        'Accounts',
        { Id: '1', Name: 'a', Status: 'ACTIVE' },
        { Id: '2', Name: 'b', State: 'SUSPENDED', Status: 'ACTIVE' },
      ),
    });
    expect(records[0]?.outcomes).toEqual({
      accounts: {
        kind: 'present',
        value: [
          { id: '1', name: 'a', state: 'ACTIVE' },
          { id: '2', name: 'b', state: 'SUSPENDED' },
        ],
      },
    });
  });
});
