import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ownTrail } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

const none = fail('{name} does not look for unusual activity; expected Insights');

export default state(trail, 'cloudtrail-trail-insights-enabled', {
  title: 'Trails look for unusual activity',
  at: 'insights.types',
  unless: [ownTrail],
  is: {},
  needs: ['status'],
  // That it is off is another finding.
  otherwise: ({ name, status, insights }) =>
    status.logging
      ? pass(`${name} looks for unusual activity (${insights?.types ?? ''})`)
      : notApplicable(`${name} is to look for unusual activity, and is not logging at all`),
  absent: none,
  unsaid: none,
  risk: 'A burst of calls or of errors, such as somebody trying what a stolen key may do, stands out to nobody.',
  fix: {
    text: 'Turn Insights on; the trail has to log management events, and AWS charges by the number of events that it looks at.',
    cli: 'aws cloudtrail put-insight-selectors --trail-name {name} --insight-selectors InsightType=ApiCallRateInsight InsightType=ApiErrorRateInsight',
    terraform:
      'resource "aws_cloudtrail" "this" {\n  name           = "{name}"\n  s3_bucket_name = "BUCKET"\n  insight_selector {\n    insight_type = "ApiCallRateInsight"\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html',
  ],
});
