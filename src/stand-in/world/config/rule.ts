import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

const rule = (ConfigRuleName: string, SourceIdentifier: string, id: string) => ({
  ConfigRuleName,
  ConfigRuleArn: arnOf('config', `config-rule/config-rule-${id}`),
  ConfigRuleId: `config-rule-${id}`,
  Source: { Owner: 'AWS', SourceIdentifier },
  ConfigRuleState: 'ACTIVE',
});

/** One that two volumes break, one that all follow, and one with nothing in its scope. */
export default answers(
  'config-service',
  {
    DescribeConfigRules: here({
      ConfigRules: [
        rule('encrypted-volumes', 'ENCRYPTED_VOLUMES', 'aaaa01'),
        rule('s3-bucket-versioning-enabled', 'S3_BUCKET_VERSIONING_ENABLED', 'aaaa02'),
        rule('redshift-cluster-public-access-check', 'REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK', 'aaaa03'),
      ],
    }),
    DescribeComplianceByConfigRule: here({
      ComplianceByConfigRules: [
        {
          ConfigRuleName: 'encrypted-volumes',
          Compliance: {
            ComplianceType: 'NON_COMPLIANT',
            ComplianceContributorCount: { CappedCount: 2, CapExceeded: false },
          },
        },
        { ConfigRuleName: 's3-bucket-versioning-enabled', Compliance: { ComplianceType: 'COMPLIANT' } },
        { ConfigRuleName: 'redshift-cluster-public-access-check', Compliance: { ComplianceType: 'INSUFFICIENT_DATA' } },
      ],
    }),
    DescribeConfigRuleEvaluationStatus: here({
      ConfigRulesEvaluationStatus: [
        {
          ConfigRuleName: 'redshift-cluster-public-access-check',
          LastSuccessfulEvaluationTime: daysAgo(1),
          FirstEvaluationStarted: true,
        },
      ],
    }),
  },
  { 'AWS::Config::ConfigRule': 's3-bucket-versioning-enabled' },
);
