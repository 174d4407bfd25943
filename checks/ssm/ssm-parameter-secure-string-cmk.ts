import { unknown } from '../../src/engine/check.ts';
import { customerKey } from '../../src/judgements/encryption/encryption.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';

export default customerKey(parameter, 'ssm-parameter-secure-string-cmk', {
  title: 'SecureString parameters are encrypted with customer managed keys',
  by: {
    at: 'type',
    is: { SecureString: 'kms', String: 'none', StringList: 'none' },
    unsaid: undefined,
    key: 'keyId',
    what: 'its value',
  },
  unless: [
    { at: 'type', is: [undefined], verdict: unknown('AWS did not say of which type {name} is') },
    {
      at: 'type',
      is: ['String', 'StringList'],
      because: '{name} is of type {type}, which is kept as plain text',
    },
  ],
  risk: 'With the key of AWS nobody can say by a key policy who may read the value, nor give it to another account, nor take the key away.',
  fix: {
    text: 'Put the value anew with a key whose policy names those who may read it; they need kms:Decrypt of it. The version before stays encrypted with the old key.',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
  ],
});
