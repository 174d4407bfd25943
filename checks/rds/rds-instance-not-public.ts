import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { dbInstance } from '../../src/services/rds/instance.ts';

export default state(dbInstance, 'rds-instance-not-public', {
  title: 'Databases have no public address',
  at: 'publiclyAccessible',
  is: {
    false: pass('{label} has no public address'),
    true: fail('{label} has a public address[ at port {port}]; expected a private one'),
  },
  unsaid: unknown('AWS does not say whether {label} has a public address'),

  risk: 'Whatever a security group lets in reaches the database from the internet: passwords are guessed, and flaws of the engine used.',
  fix: {
    text: 'Take the public address off. Clients outside the VPC lose their way: give them a VPN, a peering or a proxy first. `--publicly-accessible` undoes it.',
    cli: 'aws rds modify-db-instance --db-instance-identifier {id} --no-publicly-accessible --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-2',
  ],
});
