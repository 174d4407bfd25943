import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { address, identity } from '../../src/services/ses/identity.ts';

export default state(identity, 'ses-identity-dkim-verified', {
  title: 'The DKIM records of domains are in their DNS',
  unless: [address],
  at: 'details.dkim',
  is: {
    SUCCESS: pass('{label} has its DKIM records in DNS'),
    PENDING: fail('{label} has no DKIM records in DNS yet (PENDING)'),
    FAILED: fail('{label} has no DKIM records in DNS (FAILED)'),
    NOT_STARTED: fail('{label} was never set up for DKIM (NOT_STARTED)'),
    TEMPORARY_FAILURE: unknown('SES cannot find the DKIM records of {label} at the moment (TEMPORARY_FAILURE)'),
  },
  unsaid: unknown('AWS does not say whether the DKIM records of {label} are in DNS'),
  risk: 'Receivers cannot check the signature: mail of the domain counts as forged, or forged mail as its own.',
  fix: {
    text: 'Put the CNAME records that `aws sesv2 get-email-identity` shows (`DkimAttributes.Tokens`) into the DNS of the domain, and leave them there.',
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-dkim.html'],
});
