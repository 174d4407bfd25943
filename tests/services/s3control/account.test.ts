import { describe, expect, it } from 'vitest';
import { s3Account } from '../../../src/services/s3control/account.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('the S3 settings of the account', () => {
  it('are one item, whose public-access block is asked by account', async () => {
    const { records, sent } = await collectType(s3Account, ['publicAccessBlock'], {
      GetPublicAccessBlock: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: false,
          RestrictPublicBuckets: true,
        },
      },
    });
    expect(records).toMatchObject([
      {
        arn: 'arn:aws:iam::111122223333:root',
        region: 'global',
        outcomes: {
          publicAccessBlock: {
            kind: 'present',
            value: {
              BlockPublicAcls: true,
              IgnorePublicAcls: true,
              BlockPublicPolicy: false,
              RestrictPublicBuckets: true,
            },
          },
        },
      },
    ]);
    expect(sent).toMatchObject([{ operation: 'GetPublicAccessBlock', input: { AccountId: '111122223333' } }]);
  });

  it('say when there is no block', async () => {
    const { records } = await collectType(s3Account, ['publicAccessBlock'], {
      GetPublicAccessBlock: awsError('NoSuchPublicAccessBlockConfiguration', 'none', 404),
    });
    expect(records[0]?.outcomes['publicAccessBlock']).toEqual({
      kind: 'absent',
      code: 'NoSuchPublicAccessBlockConfiguration',
    });
  });
});
