import { defineCheck } from '../../src/engine/check.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { judgeProtectionPlan } from '../../src/judgements/protection/protection-plan.ts';

export default defineCheck({
  id: 'guardduty-s3-protection-enabled',
  title: 'GuardDuty S3 Protection watches the data events of S3 buckets',
  resource: detector,
  needs: ['detail'],
  risk: 'Reads, writes and deletes of objects stay unwatched, so theft or destruction of data in S3 with stolen credentials raises no finding.',
  fix: {
    text: 'Turn on S3 Protection for the detector; it needs no CloudTrail data events of your own.',
    cli: "aws guardduty update-detector --region {region} --detector-id {id} --features 'Name=S3_DATA_EVENTS,Status=ENABLED'",
    terraform:
      'resource "aws_guardduty_detector_feature" "this" {\n  detector_id = "{id}"\n  name        = "S3_DATA_EVENTS"\n  status      = "ENABLED"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html'],
  evaluate: (subject) =>
    judgeProtectionPlan(subject, { label: 'S3 Protection', features: ['S3_DATA_EVENTS'], dataSource: 's3Logs' }),
});
