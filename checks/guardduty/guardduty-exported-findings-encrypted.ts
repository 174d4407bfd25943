import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { detector } from '../../src/services/guardduty/detector.ts';

/**
 * A key named by the destination is always one of the customer's: GuardDuty must be allowed by its policy, and the
 * policy of an AWS managed key cannot be changed
 * (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html).
 */
export default each(detector, 'guardduty-exported-findings-encrypted', {
  title: 'GuardDuty encrypts exported findings with a KMS key',
  list: 'publishingDestinations',
  test: ({ keyArn }) => (keyArn === undefined || keyArn === '' ? 'bad' : 'good'),
  such: { good: { keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/k' }, bad: { keyArn: undefined } },
  called: ({ id, arn }) => arn ?? id,
  pass: pass('{name} encrypts the findings it exports with a KMS key'),
  fail: fail('{name} exports findings without a KMS key to {bad}'),
  none: notApplicable('{name} does not export its findings'),
  unsaid: notApplicable('{name} is off, so it exports nothing'),
  risk: 'Findings name compromised resources and how they were reached: whoever can read the bucket learns what is known of an attack, and no key policy limits it.',
  fix: {
    text: 'Give the publishing destination a KMS key whose policy allows guardduty.amazonaws.com to use kms:GenerateDataKey for this detector.',
    cli: 'aws guardduty list-publishing-destinations --region {region} --detector-id {id}\naws guardduty update-publishing-destination --region {region} --detector-id {id} --destination-id DESTINATION --destination-properties DestinationArn=BUCKET_ARN,KmsKeyArn=KEY_ARN',
    terraform:
      'resource "aws_guardduty_publishing_destination" "this" {\n  detector_id     = "{id}"\n  destination_arn = "BUCKET_ARN"\n  kms_key_arn     = "KEY_ARN"\n}',
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html'],
});
