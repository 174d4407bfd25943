import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { fleet } from '../../src/services/appstream/fleet.ts';

export default state(fleet, 'appstream-fleet-default-internet-access-disabled', {
  title: 'AppStream fleets do not reach the internet by themselves',
  at: 'internetAccess',
  is: {
    false: pass('{label} has no internet access of its own'),
    true: fail('{label} has default internet access: each streaming instance has a public address'),
  },
  unsaid: unknown('AWS does not say whether {label} has default internet access'),
  risk: 'Each streaming instance has a public address and reaches everything outside: what people work on leaves by no way that anybody watches.',
  fix: {
    text: 'Put the fleet into private subnets and send what it needs from the internet through a NAT gateway or a proxy. The fleet has to be stopped for it: stop it first, and start it afterwards.',
    cli: 'aws appstream update-fleet --name {id} --no-enable-default-internet-access',
  },
  references: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/internet-access.html'],
});
