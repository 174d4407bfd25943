import { defineCheck, pass } from '../../src/engine/check.ts';
import { givesNoFullService } from '../../src/judgements/policies/document-verdicts.ts';
import { setName } from '../../src/judgements/policies/permission-set.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'identitycenter-permission-set-inline-policy-no-wildcard',
  title: 'Inline policy of a permission set gives no service as a whole',
  resource: permissionSet,
  needs: ['described', 'inline'],
  risk: 'Every action of a service on whatever there is includes what hands out rights, deletes data and turns logs off, in each account in which the set is assigned.',
  fix: {
    text: 'Write the actions that are used into the inline policy, and the resources they are for; IAM Access Analyzer makes such a policy of what CloudTrail recorded. The commands put a new document in the place of the old one and bring it to every account in which the set is: keep a copy.',
    exact({ arn, instance }) {
      const on = shell`--instance-arn ${instance} --permission-set-arn ${arn}`;
      return {
        cli: [
          `aws sso-admin put-inline-policy-to-permission-set ${on} --inline-policy POLICY_DOCUMENT`,
          `aws sso-admin provision-permission-set ${on} --target-type ALL_PROVISIONED_ACCOUNTS`,
        ].join('\n'),
      };
    },
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html'],
  evaluate(set) {
    const name = setName(set);
    return set.inline === undefined
      ? pass(`${name} has no inline policy`)
      : givesNoFullService(`the inline policy of ${name}`, set.inline);
  },
});
