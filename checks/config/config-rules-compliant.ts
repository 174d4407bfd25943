import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { configRule } from '../../src/services/config/rule.ts';

export default defineCheck({
  id: 'config-rules-compliant',
  title: 'Resources follow the rules of AWS Config',
  resource: configRule,
  needs: ['outcome', 'run'],
  risk: 'Somebody decided that resources have to be so, and some are not.',
  fix: {
    text: 'Look at the resources that break the rule (`aws configservice get-compliance-details-by-config-rule`), and mend them or leave them out of its scope; take the rule away if nobody wants what it demands. Where changes can be made by themselves, give the rule a remediation.',
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_view-compliance.html',
    'https://docs.aws.amazon.com/config/latest/APIReference/API_Compliance.html',
  ],
  evaluate(subject) {
    const { name, createdBy, outcome } = subject;
    const label = `Rule ${name}${createdBy === undefined ? '' : ` of ${createdBy}`}`;
    const status = outcome?.status;
    if (status === 'COMPLIANT') return pass(`${label} is followed by all resources in its scope`, outcome);
    if (status === 'NON_COMPLIANT') {
      const { resources, more } = outcome ?? {};
      const many =
        resources === undefined
          ? 'resources'
          : `${more === true ? 'at least ' : ''}${resources} ${resources === 1 ? 'resource' : 'resources'}`;
      return fail(`${label} is broken by ${many}: it is NON_COMPLIANT`, outcome);
    }
    const { run } = subject;
    if (run?.evaluated === true && (status === undefined || status === 'INSUFFICIENT_DATA'))
      return notApplicable(`${label} was evaluated and has no result: nothing is in its scope`);
    return unknown(
      `AWS Config has no result of ${label}: ${run?.error ?? (status === undefined ? 'it does not say why' : `it is ${status}`)}`,
    );
  },
});
