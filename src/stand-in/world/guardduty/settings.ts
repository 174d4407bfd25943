import { answers } from '../../answers.ts';
import { fails } from '../../front.ts';

export default answers('guardduty', {
  // Told to the management account only: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_ListOrganizationAdminAccounts.html
  ListOrganizationAdminAccounts: fails({
    code: 'BadRequestException',
    message: 'The request is rejected because it can only be called by the management account.',
  }),
  DescribeOrganizationConfiguration: {
    AutoEnable: true,
    AutoEnableOrganizationMembers: 'ALL',
    MemberAccountLimitReached: false,
  },
});
