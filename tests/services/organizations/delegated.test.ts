import { describe, expect, it } from 'vitest';
import { organization } from '../../../src/services/organizations/organization.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const details = { DescribeOrganization: { Organization: { Id: 'o-1', MasterAccountId: '111122223333' } } };

describe('delegated administrators', () => {
  it('come with the services of each, from every page', async () => {
    const { records, sent } = await collectType(organization, ['delegatedAdministrators'], {
      ...details,
      ListDelegatedAdministrators: ({ NextToken }: { NextToken?: string }) =>
        NextToken === undefined
          ? { DelegatedAdministrators: [{ Id: '444455556666', Name: 'security' }], NextToken: 'more' }
          : { DelegatedAdministrators: [{ Id: '777788889999' }] },
      ListDelegatedServicesForAccount: ({ AccountId, NextToken }: { AccountId: string; NextToken?: string }) =>
        AccountId === '777788889999'
          ? { DelegatedServices: [] }
          : NextToken === undefined
            ? { DelegatedServices: [{ ServicePrincipal: 'guardduty.amazonaws.com' }], NextToken: 'more' }
            : { DelegatedServices: [{ ServicePrincipal: 'config.amazonaws.com' }] },
    });
    expect(records[0]?.outcomes['delegatedAdministrators']).toEqual({
      kind: 'present',
      value: [
        { id: '444455556666', name: 'security', services: ['config.amazonaws.com', 'guardduty.amazonaws.com'] },
        { id: '777788889999', name: undefined, services: [] },
      ],
    });
    expect(sent).toHaveLength(6);
  });

  it.each([
    [awsError('AWSOrganizationsNotInUseException', 'none'), { kind: 'absent' }],
    [awsError('AccessDeniedException', "You don't have permissions to access this resource."), { kind: 'absent' }],
    [
      awsError(
        'AccessDeniedException',
        'User: arn:aws:iam::1:user/a is not authorized to perform: organizations:ListDelegatedAdministrators',
      ),
      { kind: 'denied' },
    ],
  ])('tell a member that is not told from a denial: %s', async (answer, outcome) => {
    const { records } = await collectType(organization, ['delegatedAdministrators'], {
      ...details,
      ListDelegatedAdministrators: answer,
    });
    expect(records[0]?.outcomes['delegatedAdministrators']).toMatchObject(outcome);
  });
});
