import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'wafv2-web-acl-logging-enabled': async (aws) => {
    await aws`wafv2 create-web-acl --name shop --scope REGIONAL --default-action Allow={} --visibility-config SampledRequestsEnabled=true,CloudWatchMetricsEnabled=true,MetricName=shop`;
    await aws`logs create-log-group --log-group-name aws-waf-logs-shop`;
    return {
      LOG_DESTINATION_ARN: await aws`logs describe-log-groups --query logGroups[0].logGroupArn --output text`,
    };
  },
};

const rules = 'no command: a web ACL is written whole, with the rules and the order that a person has to choose';

export const untried: Readonly<Record<string, string>> = {
  'wafv2-web-acl-default-action-block': 'no command: what may pass is for a person to say',
  'wafv2-web-acl-managed-rule-groups-used': 'no command: which groups fit is for a person to say',
  'wafv2-web-acl-rate-based-rule-present': 'no command: how much honest clients send is for a person to say',
  'wafv2-ip-set-not-overly-permissive': 'no command: whose networks are meant a person has to say',
  'wafv2-web-acl-allow-rules-after-managed-rules': rules,
  'wafv2-web-acl-core-rule-set-used': rules,
  'wafv2-web-acl-has-rules': rules,
  'wafv2-web-acl-managed-rule-version-not-expiring': rules,
  'wafv2-web-acl-rule-metrics-enabled': rules,
};
