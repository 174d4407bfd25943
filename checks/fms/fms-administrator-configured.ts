import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { elsewhere, notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { firewallManager } from '../../src/services/fms/administrator.ts';

export default defineCheck({
  id: 'fms-administrator-configured',
  title: 'Organization has an administrator of Firewall Manager',
  resource: firewallManager,
  needs: ['administrator'],
  derived: { standing },
  risk: 'Without one, each account has the firewall rules that somebody thought of there: new accounts and resources begin with none.',
  fix: {
    text: 'In the management account, name a member account, such as that of the security team, as default administrator. AWS Config has to record in each account that its policies are to cover.',
    cli: 'aws fms associate-admin-account --admin-account ADMIN_ACCOUNT',
    terraform: 'resource "aws_fms_admin_account" "this" {\n  account_id = "ADMIN_ACCOUNT"\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/enable-integration.html'],
  evaluate({ administrator }, { derived }) {
    const { standing: found } = derived;
    const outside = notInOne(found);
    if (outside !== undefined && found.kind === 'alone') return outside;
    if (administrator !== undefined) {
      const { account, status } = administrator;
      if (status === undefined)
        return unknown('AWS does not say in which state the administrator of Firewall Manager is');
      return status === 'READY'
        ? pass(`Firewall Manager is administered in account ${account ?? '?'}`, administrator)
        : fail(
            `Firewall Manager has account ${account ?? '?'} as its administrator, which is ${status}, not READY`,
            administrator,
          );
    }
    if (outside !== undefined) return outside;
    return found.kind === 'management'
      ? fail('Firewall Manager has no administrator in the organization')
      : notApplicable(`no administrator of Firewall Manager is told: ${elsewhere(found)}`);
  },
});
