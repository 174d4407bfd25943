import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { webAcl } from '../../src/services/wafv2/web-acl.ts';

export default state(webAcl, 'wafv2-web-acl-logging-enabled', {
  title: 'Web ACLs log the requests that they look at',
  at: 'logging.by',
  is: {
    CUSTOMER: pass('{label} logs to {logging.destinations:some}'),
    SECURITY_LAKE: pass('{label} logs to Security Lake'),
    CLOUDWATCH_TELEMETRY_RULE_MANAGED: pass('{label} logs by a telemetry rule of CloudWatch'),
    NOBODY: fail('{label} logs nothing; expected a log group, a bucket or a stream that gets its logs'),
  },
  risk: 'Nobody sees who attacked with what, nor which rule stopped customers.',
  fix: {
    text: 'Log to a log group, bucket or stream of Firehose whose name begins with `aws-waf-logs-`. What is logged costs by volume; fields that hold secrets can be redacted. `delete-logging-configuration` undoes it.',
    cli: 'aws wafv2 put-logging-configuration --logging-configuration ResourceArn={arn},LogDestinationConfigs=LOG_DESTINATION_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html#waf-11',
  ],
});
