import check from '../../../checks/guardduty/guardduty-exported-findings-encrypted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/k';
const encrypted = { id: 'x1', type: 'S3', status: 'PUBLISHING', arn: 'arn:aws:s3:::findings', keyArn: key };
const open = { ...encrypted, id: 'x2', arn: 'arn:aws:s3:::open', keyArn: undefined };

checkSuite(check, { id: 'd1', name: 'GuardDuty in eu-west-1', detectorId: 'd1', publishingDestinations: [encrypted] }, [
  { when: 'the destination has a key', expect: 'pass' },
  {
    when: 'one of two destinations has no key',
    given: { publishingDestinations: [encrypted, open] },
    expect: 'fail',
    message: /to arn:aws:s3:::open$/,
  },
  { when: 'the key is empty', given: { publishingDestinations: [{ ...open, keyArn: '' }] }, expect: 'fail' },
  {
    when: 'a destination without key has no ARN either',
    given: { publishingDestinations: [{ ...open, arn: undefined }] },
    expect: 'fail',
    message: /to x2$/,
  },
  {
    when: 'nothing is exported',
    given: { publishingDestinations: [] },
    expect: 'not-applicable',
    message: /does not export/,
  },
  {
    when: 'there is no detector',
    given: { detectorId: undefined, publishingDestinations: undefined },
    expect: 'not-applicable',
    message: /is off/,
  },
]);
