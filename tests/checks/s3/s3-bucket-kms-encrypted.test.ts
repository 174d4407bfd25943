import check from '../../../checks/s3/s3-bucket-kms-encrypted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234';

checkSuite(
  check,
  { id: 'logs', createdAt: undefined, encryption: [{ algorithm: 'aws:kms', keyId: key, bucketKey: true }] },
  [
    { when: 'new objects get a KMS key of the account', expect: 'pass', message: /key\/1234 \(aws:kms\)/ },
    {
      when: 'they get the key that AWS manages',
      given: { encryption: [{ algorithm: 'aws:kms', keyId: undefined, bucketKey: false }] },
      expect: 'pass',
      message: /aws\/s3/,
    },
    {
      when: 'they are encrypted twice',
      given: { encryption: [{ algorithm: 'aws:kms:dsse', keyId: key, bucketKey: false }] },
      expect: 'pass',
      message: /dsse/,
    },
    {
      when: 'they get a key of S3',
      given: { encryption: [{ algorithm: 'AES256', keyId: undefined, bucketKey: false }] },
      expect: 'fail',
      message: /AES256/,
    },
    {
      when: 'there is no configuration',
      given: { encryption: undefined },
      expect: 'fail',
      message: /no default encryption/,
    },
    { when: 'the configuration has no rule', given: { encryption: [] }, expect: 'fail' },
    {
      when: 'the rule only sets the bucket key',
      given: { encryption: [{ algorithm: undefined, keyId: undefined, bucketKey: true }] },
      expect: 'fail',
    },
  ],
);
