import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { allowsEarly } from '../../src/judgements/firewalls/web-acl.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'wafv2-web-acl-allow-rules-after-managed-rules',
  title: 'Web ACLs allow requests only after managed rules have looked at them',
  resource: webAcl,
  needs: ['details', 'groups'],
  risk: 'An Allow ends the evaluation: whoever matches it, by a header or an address that can be forged or shared, attacks past every managed rule.',
  fix: {
    text: 'Move the rule behind the managed groups (a higher priority number), or let it count and set a label, and exempt the label from the one rule that stops too much.',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing-order.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html',
  ],
  evaluate(acl) {
    const { name } = acl;
    const { managed, early, doubtful } = allowsEarly(acl.details.rules, () => acl.groups);
    if (managed === 0) return notApplicable('the web ACL has no managed rule groups');
    const [first] = early;
    if (first !== undefined)
      return fail(
        `Web ACL ${name} allows by ${few(early.map(({ rule }) => rule))} before ${first.past} is asked; expected that managed rules come first`,
        early,
      );
    if (doubtful.length > 0)
      return unknown(
        `whether ${few(doubtful)} of web ACL ${name} allows requests past managed rules is not known here`,
      );
    return pass(`Web ACL ${name} allows nothing before its managed rules are asked`, { managed });
  },
});
