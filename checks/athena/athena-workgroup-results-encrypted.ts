import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { disabled, workGroup } from '../../src/services/athena/work-group.ts';

export default state(workGroup, 'athena-workgroup-results-encrypted', {
  title: 'Athena workgroups encrypt the results of queries',
  unless: [
    disabled,
    // https://docs.aws.amazon.com/athena/latest/ug/managed-results.html
    {
      at: 'settings.managed',
      is: [true],
      verdict: pass('{label} keeps results in the storage of Athena, which is encrypted'),
    },
  ],
  at: 'settings.encryption',
  is: {
    SSE_S3: pass('{label} has results encrypted by S3 (SSE_S3)'),
    SSE_KMS: pass('{label} has results encrypted with a KMS key (SSE_KMS)'),
    CSE_KMS: pass('{label} encrypts results with a KMS key before it stores them (CSE_KMS)'),
  },
  unsaid: fail(
    '{label} does not set how the results of queries are encrypted; that is left to the query and the bucket',
  ),
  risk: 'Results are copies of the data. Without a setting they have what the bucket happens to give, not the key that protects the data itself.',
  fix: {
    text: 'Set the encryption of results, with a key of your own where the data has one, and enforce the settings of the workgroup: else a query may set another.',
    cli: "aws athena update-work-group --work-group {id} --configuration-updates 'ResultConfigurationUpdates={EncryptionConfiguration={EncryptionOption=SSE_KMS,KmsKey=KEY_ARN}}'",
  },
  references: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
});
