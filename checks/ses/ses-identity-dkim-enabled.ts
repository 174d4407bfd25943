import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { address, identity } from '../../src/services/ses/identity.ts';

export default state(identity, 'ses-identity-dkim-enabled', {
  title: 'Domains that SES sends from sign their mail',
  unless: [address],
  at: 'details.signs',
  is: {
    true: pass('{label} signs its mail by DKIM'),
    false: fail('{label} does not sign its mail by DKIM'),
  },
  unsaid: unknown('AWS does not say whether {label} signs its mail'),
  risk: 'Nobody can tell mail of the domain from mail that somebody forged, and it lands among spam.',
  fix: {
    text: 'Turn signing on; the records of DKIM have to be in the DNS of the domain. `--no-signing-enabled` undoes it.',
    cli: 'aws sesv2 put-email-identity-dkim-attributes --email-identity {id} --signing-enabled',
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim.html'],
});
