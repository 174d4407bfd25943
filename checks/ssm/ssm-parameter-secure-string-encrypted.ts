import { unknown } from '../../src/engine/check.ts';
import { usableKey } from '../../src/judgements/encryption/encryption.ts';
import { parameter } from '../../src/services/ssm/parameter.ts';

export default usableKey(parameter, 'ssm-parameter-secure-string-encrypted', {
  title: 'SecureString parameters are encrypted with a key that can be used',
  by: { key: 'keyId', what: 'its value' },
  unless: [
    { at: 'type', is: [undefined], verdict: unknown('AWS did not say of which type {name} is') },
    {
      such: { type: 'String' },
      // Whether the value of a plain parameter is a secret, another check asks.
      when: ({ name, type }) =>
        type === 'SecureString' ? undefined : `${name} is of type ${type}, which is kept as plain text`,
    },
  ],
  risk: 'With its key disabled or deleted the value cannot be read any more: what asks for it stops, and after the deletion nothing brings it back.',
  fix: {
    text: 'Enable the key again or cancel its deletion. Where the key is not wanted any more, put the value anew with another one before.',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
  ],
});
