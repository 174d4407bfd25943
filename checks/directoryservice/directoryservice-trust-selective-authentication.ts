import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { trust } from '../../src/services/directoryservice/trust.ts';

export default state(trust, 'directoryservice-trust-selective-authentication', {
  title: 'Trusts of directories let only named users of the other domain in',
  at: 'selective',
  unless: [
    { at: 'state', is: ['Deleting', 'Deleted'], because: '{label} is being deleted' },
    { at: 'state', is: ['Failed'], because: '{label} could not be made: nobody signs in by it' },
    {
      at: 'direction',
      is: ['One-Way: Incoming'],
      because: '{label} is incoming alone: nobody of the other domain signs in here',
    },
  ],
  is: {
    Enabled: pass('{label} has selective authentication'),
    Disabled: fail('{label} has no selective authentication; expected that it has'),
  },
  unsaid: unknown('AWS does not say whether {label} has selective authentication'),
  risk: 'Every account of the other domain signs in to every computer of this one: one that was taken over there is one here.',
  fix: {
    text: 'Allow the groups that need it "Allowed to authenticate" on the computers they use, then turn selective authentication on: all others of the other domain are shut out at once.',
    cli: 'aws ds update-trust --trust-id {id} --selective-auth Enabled',
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/devguide/API_UpdateTrust.html'],
});
