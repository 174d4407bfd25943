import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { staticIp } from '../../src/services/lightsail/static-ip.ts';

export default state(staticIp, 'lightsail-static-ip-attached', {
  title: 'Static IPs of Lightsail are attached',
  at: 'attached',
  is: {
    true: pass('{label} is attached to {attachedTo|an instance}'),
    false: fail('{label} is attached to nothing'),
  },
  unsaid: unknown('AWS does not say whether {label} is attached'),
  risk: 'A static IP costs nothing only while an instance has it.',
  fix: {
    text: 'Attach it to an instance (`aws lightsail attach-static-ip`), or give it back, after which others may get it.',
    cli: 'aws lightsail release-static-ip --static-ip-name {id}',
  },
  references: ['https://docs.aws.amazon.com/lightsail/latest/userguide/lightsail-create-static-ip.html'],
});
