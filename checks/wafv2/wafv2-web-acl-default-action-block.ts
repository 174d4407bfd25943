import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default state(webAcl, 'wafv2-web-acl-default-action-block', {
  title: 'Web ACLs block what no rule allows',
  at: 'details.default',
  is: {
    block: pass('{label} blocks requests that no rule ends'),
    allow: fail('{label} lets requests through that no rule ends (default action Allow); expected Block'),
  },
  unsaid: unknown('AWS does not say what {label} does with requests that no rule ends'),
  risk: 'Only attacks that a rule knows are stopped; all else reaches the application.',
  fix: {
    text: 'Where it is known who may call and how (an API, an office, partners), write rules that allow that, let the others count for some days, and set the default action to Block last: what no rule allows is refused at once. A public website mostly cannot do without Allow; there it can be suppressed.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html'],
});
