import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lightsailInstance } from '../../src/services/lightsail/instance.ts';

export default state(lightsailInstance, 'lightsail-instance-automatic-snapshots-enabled', {
  title: 'Instances of Lightsail are backed up automatically',
  at: 'automaticSnapshots',
  is: {
    true: pass('{label} is backed up automatically'),
    false: fail('{label} is not backed up automatically'),
  },
  unsaid: unknown('AWS does not say whether {label} is backed up automatically'),
  risk: 'What is deleted, encrypted or broken on the instance is gone.',
  fix: {
    text: 'Turn automatic snapshots on: one each day, of which the last seven are kept, and paid for. `aws lightsail disable-add-on` undoes it and deletes them.',
    cli: 'aws lightsail enable-add-on --resource-name {id} --add-on-request addOnType=AutoSnapshot',
  },
  references: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-automatic-snapshots.html',
  ],
});
