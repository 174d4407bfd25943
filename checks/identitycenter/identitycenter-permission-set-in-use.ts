import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { setName } from '../../src/judgements/policies/permission-set.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';
import { few } from '../../src/text/few.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'identitycenter-permission-set-in-use',
  title: 'Permission sets are in use',
  resource: permissionSet,
  needs: ['described', 'accounts'],
  risk: 'A set that is in no account counts against the quota of sets, and is assigned by mistake, with policies that nobody has looked at for long.',
  fix: {
    text: 'Delete the set, or assign it where it is meant to be.',
    exact: ({ arn, instance }) => ({
      cli: shell`aws sso-admin delete-permission-set --instance-arn ${instance} --permission-set-arn ${arn}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_ListAccountsForProvisionedPermissionSet.html',
  ],
  evaluate(set) {
    const name = setName(set);
    return set.accounts.length === 0
      ? fail(`${name} is provisioned in no account`)
      : pass(`${name} is provisioned in ${few(set.accounts)}`, { accounts: set.accounts });
  },
});
