import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { database } from '../../src/services/lightsail/database.ts';

export default state(database, 'lightsail-database-not-public', {
  title: 'Databases of Lightsail are not public',
  at: 'public',
  is: {
    true: fail('{label} is reached from the internet; expected from Lightsail of the region only'),
    false: pass('{label} is reached from Lightsail of the region only'),
  },
  unsaid: unknown('AWS does not say whether {label} is public'),
  risk: 'Everybody may try passwords, and the next hole in the engine is open to all.',
  fix: {
    text: 'Take the public access off: clients outside Lightsail lose their way. `--publicly-accessible` undoes it.',
    cli: 'aws lightsail update-relational-database --relational-database-name {id} --no-publicly-accessible --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html',
  ],
});
