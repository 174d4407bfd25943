import { describe, expect, it } from 'vitest';
import { guarddutySettings } from '../../../src/services/guardduty/settings.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const notAllowed = awsError(
  'BadRequestException',
  'The request failed because you do not have required AWS Organization master permission.',
);

const own = '111122223333';
const managedBy = (MasterAccountId: string) => ({
  DescribeOrganization: { Organization: { Id: 'o-1', FeatureSet: 'ALL', MasterAccountId } },
});
const alone = { DescribeOrganization: awsError('AWSOrganizationsNotInUseException', 'none') };

describe("GuardDuty's settings of a region", () => {
  it('takes the refusal of an account that has no say for the absence of a configuration', async () => {
    const { records } = await collectType(guarddutySettings, ['organizationConfiguration'], {
      ...managedBy('999988887777'),
      ListDetectors: { DetectorIds: ['d1'] },
      DescribeOrganizationConfiguration: notAllowed,
    });
    expect(records[0]?.outcomes['organizationConfiguration']).toEqual({ kind: 'absent', code: 'BadRequestException' });
  });

  it.each([
    ['a member', managedBy('999988887777')],
    ['an account on its own', alone],
  ])('does not ask %s for delegated administrators', async (_name, answers) => {
    const { records, sent } = await collectType(guarddutySettings, ['organizationAdmins'], answers);
    expect(records[0]?.outcomes['organizationAdmins']).toEqual({ kind: 'present', value: undefined });
    expect(sent.map(({ operation }) => operation)).toEqual(['DescribeOrganization']);
  });

  it('does not ask an account on its own for a configuration', async () => {
    const { sent } = await collectType(guarddutySettings, ['organizationConfiguration'], alone);
    expect(sent.map(({ operation }) => operation)).toEqual(['DescribeOrganization']);
  });

  it.each(['organizationAdmins', 'organizationConfiguration'])(
    'does not take a denial for the absence of %s',
    async (facet) => {
      const denied = awsError('AccessDeniedException', 'no', 403);
      const { records } = await collectType(guarddutySettings, [facet], {
        ...managedBy(own),
        ListDetectors: { DetectorIds: ['d1'] },
        ListOrganizationAdminAccounts: denied,
        DescribeOrganizationConfiguration: denied,
      });
      expect(records[0]?.outcomes[facet]?.kind).toBe('denied');
    },
  );

  it.each([
    [{ AutoEnableOrganizationMembers: 'ALL', AutoEnable: true }, 'ALL'],
    [{ AutoEnableOrganizationMembers: 'NONE', AutoEnable: false }, 'NONE'],
    [{ AutoEnable: true }, 'NEW'],
    [{ AutoEnable: false }, 'NONE'],
    [{}, undefined],
  ])('reads %j as auto-enable %s', async (answer, autoEnableMembers) => {
    const { records, sent } = await collectType(guarddutySettings, ['organizationConfiguration'], {
      ...managedBy(own),
      ListDetectors: { DetectorIds: ['d1'] },
      DescribeOrganizationConfiguration: { ...answer, MemberAccountLimitReached: false, NextToken: 'more features' },
    });
    expect(records[0]?.outcomes['organizationConfiguration']).toEqual({
      kind: 'present',
      value: { autoEnableMembers },
    });
    expect(sent.filter((s) => s.operation === 'DescribeOrganizationConfiguration')).toHaveLength(1);
  });

  it('asks for no configuration where there is no detector', async () => {
    const { records, sent } = await collectType(guarddutySettings, ['organizationConfiguration'], {
      ...managedBy(own),
      ListDetectors: { DetectorIds: [] },
    });
    expect(records[0]?.outcomes['organizationConfiguration']).toEqual({ kind: 'present', value: undefined });
    expect(sent).toHaveLength(2);
  });
});
