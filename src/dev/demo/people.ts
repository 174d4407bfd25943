import type { Front } from '../../stand-in/front.ts';
import { account, ago, managementAccount } from './company.ts';

const instance = (id: string, store: string, Name: string, OwnerAccountId: string, days: number) => ({
  InstanceArn: `arn:aws:sso:::instance/ssoins-${id}`,
  IdentityStoreId: `d-${store}`,
  OwnerAccountId,
  Name,
  CreatedDate: ago(days),
  Status: 'ACTIVE',
  PrimaryRegion: 'eu-west-1',
});

/** Where people sign in: the company's instance, and one that the data team made for its notebooks, of this account alone. */
export function answerPeople(front: Front): void {
  const service = 'sso-admin';
  front.answer({ service, operation: 'ListInstances' }, ({ region }) => ({
    Instances:
      region === 'eu-west-1'
        ? [
            instance('4c1b7d20e93fa586', '9367a1c204', 'marlow-finch', managementAccount, 900),
            instance('1111222233334444', '1111222233', 'notebooks', account, 200),
          ]
        : [],
  }));
  front.answer({ service, operation: 'ListAccountsForProvisionedPermissionSet' }, { AccountIds: [account] });
}
