import check from '../../../checks/iam/iam-inline-policy-kms-decrypt-restricted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, inlineBase } from './fixtures.ts';

checkSuite(check, inlineBase, [
  {
    when: 'decryption is allowed with one key',
    given: {
      document: document({
        Action: 'kms:Decrypt',
        Resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      }),
    },
    expect: 'pass',
  },
  {
    when: 'decryption is allowed with every key',
    given: { document: document({ Action: ['s3:GetObject', 'kms:Decrypt'] }) },
    expect: 'fail',
  },
  {
    when: 'it is allowed with every key of an account and region',
    given: { document: document({ Action: 'kms:D*', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*' }) },
    expect: 'fail',
  },
  {
    when: 'only re-encryption is allowed with every key',
    given: { document: document({ Action: 'kms:ReEncrypt*' }) },
    expect: 'fail',
  },
  {
    when: 'all of KMS is allowed, with a condition',
    given: {
      document: document({
        Action: 'KMS:*',
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      }),
    },
    expect: 'fail',
    message: /viaservice/i,
  },
  {
    when: 'a denial takes decryption back',
    given: {
      document: document({ Action: 'kms:*' }, { Effect: 'Deny', Action: ['kms:Decrypt', 'kms:ReEncryptFrom'] }),
    },
    expect: 'pass',
  },
  {
    when: 'only encryption is allowed',
    given: { document: document({ Action: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'] }) },
    expect: 'pass',
  },
  { when: 'another service is allowed', given: { document: document({ Action: 's3:*' }) }, expect: 'pass' },
  {
    when: 'the document cannot be read',
    given: { document: '{not json' },
    expect: 'unknown',
    message: /cannot be read/,
  },
]);
