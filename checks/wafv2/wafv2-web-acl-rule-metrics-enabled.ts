import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'wafv2-web-acl-rule-metrics-enabled',
  title: 'Web ACLs and their rules send metrics to CloudWatch',
  resource: webAcl,
  needs: ['details', 'groups'],
  risk: 'Nobody is alarmed when a rule begins to stop customers, or stops an attack no more.',
  fix: {
    text: 'Set CloudWatchMetricsEnabled in the VisibilityConfig of each rule that is named, and of the web ACL. Groups of Firewall Manager are changed by its administrator.',
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-12',
    'https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html',
  ],
  evaluate(acl) {
    const { name, details } = acl;
    const all = [
      { called: 'the web ACL itself', metrics: details.metrics },
      ...details.rules.map((rule) => ({ called: rule.name ?? 'a rule without a name', metrics: rule.metrics })),
    ];
    const off = all.filter(({ metrics }) => metrics === false);
    const inner = Object.entries(off.length > 0 ? {} : acl.groups).flatMap(([arn, rules]) =>
      rules.map((rule) => ({
        called: `${rule.name ?? '?'} of ${arn.split('/').at(-2) ?? arn}`,
        metrics: rule.metrics,
      })),
    );
    const silent = [...off, ...inner.filter(({ metrics }) => metrics === false)];
    if (silent.length > 0)
      return fail(
        `Web ACL ${name} sends no metrics of ${few(silent.map(({ called }) => called))}; expected metrics of each rule`,
        silent,
      );
    const [unsaid] = [...all, ...inner].filter(({ metrics }) => metrics === undefined);
    if (unsaid !== undefined)
      return unknown(`AWS does not say whether ${unsaid.called} of web ACL ${name} sends metrics`);
    if (details.rules.length === 0) return notApplicable('the web ACL has no rules');
    return pass(`Web ACL ${name} and its ${details.rules.length} rules send metrics`, [...all, ...inner]);
  },
});
