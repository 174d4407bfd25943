import { defineCheck, notApplicable } from '../../src/engine/check.ts';
import { accelerator } from '../../src/services/globalaccelerator/accelerator.ts';
import {
  advancedProtection,
  judgeAdvancedProtection,
  protect,
} from '../../src/judgements/protection/advanced-protection.ts';

export default defineCheck({
  id: 'shield-global-accelerator-advanced-protected',
  title: 'Shield Advanced protects the Global Accelerator',
  resource: accelerator,
  along: advancedProtection,
  risk: 'Attacks on the fixed addresses of the accelerator are met with the standard network protection only, and the response team cannot help.',
  fix: {
    text: 'Add a protection for it: the account already pays for Shield Advanced. Firewall Manager can do so for all accounts of an organization.',
    exact: ({ name, arn }) => protect(name, arn),
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protections-by-resource-type.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/configure-new-protection.html',
  ],
  evaluate({ name, arn, enabled }, { along }) {
    if (enabled === false) return notApplicable(`${name} is disabled and accepts no traffic`);
    return judgeAdvancedProtection(name, [arn], along);
  },
});
