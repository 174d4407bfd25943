import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { table } from '../../src/services/dynamodb/table.ts';

export default state(table, 'dynamodb-table-kms-encrypted', {
  title: 'Tables are encrypted with a KMS key of the account',
  at: 'details.encryption',
  is: {
    KMS: ({ name, details: { keyArn, keyInaccessibleSince: since } }) =>
      since === undefined
        ? pass(`${name} is encrypted with ${keyArn === undefined ? 'a KMS key' : `the KMS key ${keyArn}`}`)
        : fail(
            `${name} is encrypted with ${keyArn === undefined ? 'a KMS key' : `the KMS key ${keyArn}`}, which DynamoDB cannot use since ${since.slice(0, 10)}; expected one that it can`,
            { keyArn, keyInaccessibleSince: since },
            {
              note: 'Nobody can read the table until then, and after seven days DynamoDB archives it: enable the key, cancel its deletion or mend its policy, whichever it was.',
            },
          ),
    OWNED: fail('{label} is encrypted with a key that AWS owns; expected a KMS key of the account'),
  },
  unsaid: unknown('AWS does not say what encrypts {label}'),
  risk: 'With a key that AWS owns, no key policy says who may read the table, no log shows who used the key, and it cannot be taken away from anybody.',
  fix: {
    text: 'Choose a KMS key: the AWS managed one (`aws/dynamodb`), or one of your own, whose policy you write. The table stays available meanwhile. KMS bills requests, which DynamoDB keeps few.',
    cli: 'aws dynamodb update-table --table-name {id} --sse-specification Enabled=true,SSEType=KMS',
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html'],
});
