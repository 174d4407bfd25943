import { answers, here } from '../../answers.ts';
import { keyArn } from '../../facts.ts';

const local = { EncryptionKeyProviderType: 'AwsKms', AwsKmsKey: keyArn };

/** One that encrypts everything, and one that encrypts nothing. */
export default answers(
  'emr',
  {
    ListSecurityConfigurations: here({ SecurityConfigurations: [{ Name: 'open' }, { Name: 'closed' }] }),
    DescribeSecurityConfiguration: ({ input }) => ({
      Name: input['Name'],
      SecurityConfiguration: JSON.stringify({
        EncryptionConfiguration:
          input['Name'] === 'closed'
            ? {
                EnableInTransitEncryption: true,
                EnableAtRestEncryption: true,
                AtRestEncryptionConfiguration: { LocalDiskEncryptionConfiguration: local },
              }
            : { EnableInTransitEncryption: false, EnableAtRestEncryption: false },
      }),
    }),
  },
  { 'AWS::EMR::SecurityConfiguration': 'closed' },
);
