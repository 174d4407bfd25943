import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ownTrail } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

export default state(trail, 'cloudtrail-trail-logging', {
  title: 'Trails are logging',
  unless: [ownTrail],
  at: 'status.logging',
  is: { true: pass('{name} is logging'), false: fail('{name} is not logging') },
  risk: 'A trail that is switched off looks as if events were recorded, and none is. Switching it off is the first thing an attacker does.',
  fix: {
    text: 'Find out in the event history who stopped it (StopLogging) and why, then start it again. One that is not wanted is better deleted.',
    cli: 'aws cloudtrail start-logging --name {name}',
    terraform:
      'resource "aws_cloudtrail" "this" {\n  name           = "{name}"\n  s3_bucket_name = "BUCKET"\n  enable_logging = true\n}',
  },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html'],
});
