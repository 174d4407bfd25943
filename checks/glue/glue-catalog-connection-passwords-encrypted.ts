import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dataCatalog } from '../../src/services/glue/data-catalog.ts';

export default state(dataCatalog, 'glue-catalog-connection-passwords-encrypted', {
  title: 'The data catalog encrypts passwords of connections',
  at: 'encryption.passwords',
  is: {
    true: pass('{label} encrypts the passwords of connections'),
    false: fail('{label} keeps the passwords of connections in the open'),
  },
  unsaid: unknown('AWS does not say whether {label} encrypts the passwords of connections'),
  risk: 'Whoever may read connections (`glue:GetConnection`) reads the passwords of the databases behind them.',
  fix: {
    text: 'Turn the encryption of passwords on with a key of your own: jobs, crawlers and whoever makes connections need `kms:Encrypt` or `kms:Decrypt` with it from then on. The settings are given as a whole: give those of the metadata as well (`aws glue put-data-catalog-encryption-settings`).',
  },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html'],
});
