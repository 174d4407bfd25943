import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

const none = fail('{label} uses no managed rule group; expected one at least');

export default some(webAcl, 'wafv2-web-acl-managed-rule-groups-used', {
  title: 'Web ACLs use managed rule groups',
  list: 'details.rules',
  test: ({ managed, override }) => {
    if (managed === undefined) return 'skip';
    return override === undefined ? 'unsaid' : override === 'none' ? 'good' : 'bad';
  },
  such: {
    good: { managed: { vendor: 'AWS', name: 'Common', version: undefined }, override: 'none' },
    bad: { managed: { vendor: 'AWS', name: 'Common', version: undefined }, override: 'count' },
  },
  called: ({ managed }) => `${managed?.vendor ?? '?'}/${managed?.name ?? '?'}`,
  pass: pass('{label} uses managed rule groups: {good:some}'),
  fail: fail(
    '{label} has managed rule groups that only count what they find: {bad:some}; expected the actions of their rules',
  ),
  none,
  risk: 'Known attacks, and those of tomorrow that vendors write rules for, reach the application unless rules of your own stop each of them.',
  fix: {
    text: 'Add managed groups: the core rule set and known bad inputs of AWS first, then what fits the application (SQL, Linux, PHP). Let them count for some days, make exceptions for what they find wrongly, then set their override to none.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/waf-managed-rule-groups.html'],
});
