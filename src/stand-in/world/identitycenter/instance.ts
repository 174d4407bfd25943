import { answers, here } from '../../answers.ts';
import { account, daysAgo, mainRegion } from '../../facts.ts';

const arn = 'arn:aws:sso:::instance/ssoins-1111222233334444';
const instance = {
  InstanceArn: arn,
  IdentityStoreId: 'd-1111222233',
  OwnerAccountId: account,
  Name: 'notebooks',
  CreatedDate: daysAgo(200),
  Status: 'ACTIVE',
};

const organizations = {
  ...instance,
  InstanceArn: 'arn:aws:sso:::instance/ssoins-5555666677778888',
  IdentityStoreId: 'd-5555666677',
  OwnerAccountId: '210987654321',
  Name: 'everybody',
  PrimaryRegion: mainRegion,
};

/** Whether something is asked of the account's own. */
export const isOwn = (input: Readonly<Record<string, unknown>>): boolean => input['InstanceArn'] === arn;

/** An instance of the account's own, beside the organization's. */
export default answers('sso-admin', {
  ListInstances: here({ Instances: [{ ...instance, PrimaryRegion: mainRegion }, organizations] }),
  DescribeInstance: { ...instance, PermissionSetsEnabled: true },
});
