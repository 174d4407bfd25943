import type { Api } from '../../aws/api.ts';
import { listed } from '../../inventory/listed.ts';
import { config } from './service.ts';

type Sdk = typeof import('@aws-sdk/client-config-service');

/** How each rule of the region came out, listed once whoever asks. */
const outcomesOf = (api: Api<Sdk, 'DescribeComplianceByConfigRule'>) =>
  api.once('compliance by rule', async () => {
    const found = new Map<string, { status: string | undefined; resources: number | undefined; more: boolean }>();
    for await (const { ComplianceByConfigRules } of api.pages('DescribeComplianceByConfigRule', {}))
      for (const { ConfigRuleName, Compliance } of ComplianceByConfigRules ?? [])
        if (ConfigRuleName !== undefined)
          found.set(ConfigRuleName, {
            status: Compliance?.ComplianceType,
            resources: Compliance?.ComplianceContributorCount?.CappedCount,
            more: Compliance?.ComplianceContributorCount?.CapExceeded === true,
          });
    return found;
  });

/** When each rule of the region was last evaluated, listed once whoever asks. */
const runsOf = (api: Api<Sdk, 'DescribeConfigRuleEvaluationStatus'>) =>
  api.once('evaluation of rules', async () => {
    const found = new Map<string, { evaluated: boolean; error: string | undefined }>();
    for await (const { ConfigRulesEvaluationStatus } of api.pages('DescribeConfigRuleEvaluationStatus', {}))
      for (const one of ConfigRulesEvaluationStatus ?? []) {
        const good = one.LastSuccessfulEvaluationTime?.getTime();
        const bad = one.LastFailedEvaluationTime?.getTime();
        if (one.ConfigRuleName !== undefined)
          found.set(one.ConfigRuleName, {
            evaluated: good !== undefined && (bad === undefined || bad < good),
            error: one.LastErrorCode,
          });
      }
    return found;
  });

/** A rule that AWS Config holds resources against, those of AWS services such as Security Hub included. */
export const configRule = listed(config, 'AWS::Config::ConfigRule', 'DescribeConfigRules', {
  at: 'ConfigRules',
  narrows: { ConfigRuleNames: 'unless given', Filters: 'unless given' },
  id: ({ ConfigRuleName, ConfigRuleState }) =>
    ConfigRuleState === 'DELETING' || ConfigRuleState === 'DELETING_RESULTS' ? undefined : ConfigRuleName,
  keep: {
    arn: 'ConfigRuleArn',
    /** The AWS service whose rule it is. */
    createdBy: 'CreatedBy',
  },
  label: ({ name }) => `Rule ${name}`,
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config.html'],
})
  .facets((facet) => ({
    /** Undefined: the list of results does not name the rule. `more`: of more resources than were counted. */
    outcome: facet({
      calls: ['DescribeComplianceByConfigRule'],
      often: { DescribeComplianceByConfigRule: 'once' },
      read: async (api, { id }) => (await outcomesOf(api)).get(id),
    }),
  }))
  .facets((facet) => ({
    /** Whether it was evaluated without an error last; undefined, and not asked for, where it has a result. */
    run: facet({
      calls: ['DescribeConfigRuleEvaluationStatus'],
      often: { DescribeConfigRuleEvaluationStatus: 'once' },
      after: ['outcome'],
      async read(api, { id }, { outcome }) {
        if (outcome?.status === 'COMPLIANT' || outcome?.status === 'NON_COMPLIANT') return undefined;
        return (await runsOf(api)).get(id);
      },
    }),
  }));
