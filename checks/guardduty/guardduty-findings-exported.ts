import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { detector } from '../../src/services/guardduty/detector.ts';
import { shell } from '../../src/text/shell.ts';

export default some(detector, 'guardduty-findings-exported', {
  title: 'GuardDuty exports its findings',
  list: 'publishingDestinations',
  by: 'status',
  is: {
    PUBLISHING: 'good',
    PENDING_VERIFICATION: 'bad',
    UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY: 'bad',
    STOPPED: 'bad',
  },
  called: '{arn|a destination}: {status|of unknown state}',
  pass: pass('{name} exports its findings to {good:some}'),
  fail: fail('{name} has destinations for its findings, but exports to none of them ({bad:some})'),
  none: fail('{name} exports its findings nowhere; expected a bucket'),
  unsaid: notApplicable('{name} is off, so it has no findings'),
  risk: 'GuardDuty keeps findings for 90 days: an attack that is looked into later has lost its traces.',
  fix: {
    text: 'Make a bucket whose policy, and a key whose policy, let guardduty.amazonaws.com write for this detector, then export to it. Where an administrator account exists it exports what its members find as well.',
    exact: ({ detectorId }) =>
      detectorId === undefined
        ? {}
        : {
            cli: shell`aws guardduty create-publishing-destination --detector-id ${detectorId} --destination-type S3 --destination-properties DestinationArn=BUCKET_ARN,KmsKeyArn=KEY_ARN`,
          },
  },
  references: [
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html',
    'https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Destination.html',
  ],
});
