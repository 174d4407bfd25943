import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { shell } from '../../src/text/shell.ts';

/**
 * A key named by the destination is always one of the customer's: GuardDuty must be allowed by its policy, and the
 * policy of an AWS managed key cannot be changed
 * (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html).
 */
export default each(detector, 'guardduty-exported-findings-encrypted', {
  title: 'GuardDuty encrypts exported findings with a KMS key',
  needs: ['publishingDestinations'],
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
    exact: ({ detectorId = '', publishingDestinations = [] }) => ({
      cli: publishingDestinations
        .filter(({ keyArn = '' }) => keyArn === '')
        .map(({ id, arn = 'BUCKET_ARN' }) => {
          const properties = `DestinationArn=${arn},KmsKeyArn=KEY_ARN`;
          return shell`aws guardduty update-publishing-destination --detector-id ${detectorId} --destination-id ${id} --destination-properties ${properties}`;
        })
        .join('\n'),
    }),
  },
  references: ['https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html'],
});
