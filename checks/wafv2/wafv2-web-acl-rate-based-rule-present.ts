import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { rateLimits } from '../../src/judgements/firewalls/web-acl.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'wafv2-web-acl-rate-based-rule-present',
  title: 'Web ACLs limit how much one client sends',
  resource: webAcl,
  needs: ['details', 'groups'],
  risk: 'One client, or a botnet, guesses passwords, copies the site or floods it for as long as it likes.',
  fix: {
    text: 'Add a rate-based rule: first one that counts, with a limit a few times above what honest clients send in five minutes, then let it block. One for the paths of the login can be much lower.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html'],
  evaluate({ name, details, groups }) {
    const { limiting, counting, doubtful, unread } = rateLimits(details.rules, groups);
    if (limiting.length > 0)
      return pass(`Web ACL ${name} limits what one client sends by ${few(limiting)}`, { limiting });
    if (doubtful.length > 0)
      return unknown(`whether ${few(doubtful)} of web ACL ${name} limits what one client sends is not known here`);
    if (unread.length > 0)
      return unknown(
        `web ACL ${name} has no rate-based rule of its own, and what is in rule groups of other accounts is not the account's to read: ${few(unread)}`,
      );
    return fail(
      counting.length > 0
        ? `Web ACL ${name} only counts clients that send too much (${few(counting)}); expected that they are stopped`
        : `Web ACL ${name} has no rate-based rule; expected one`,
      { rules: details.rules.length, counting },
    );
  },
});
