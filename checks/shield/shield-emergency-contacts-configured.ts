import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { unlessSubscribed } from '../../src/judgements/protection/advanced-protection.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

export default defineCheck({
  id: 'shield-emergency-contacts-configured',
  title: 'The Shield Response Team knows whom to contact in an attack',
  resource: shieldSettings,
  needs: ['state', 'emergencyContacts'],
  risk: 'When the response team sees an attack, it has nobody to call, and cannot agree on a mitigation with anyone.',
  fix: {
    text: 'Name at least one contact with e-mail address and phone number, best a duty roster instead of a person.',
    cli: 'aws shield update-emergency-contact-settings --region us-east-1 --emergency-contact-list EmailAddress=EMAIL,PhoneNumber=PHONE',
    terraform:
      'resource "aws_shield_proactive_engagement" "this" {\n  enabled = true\n  emergency_contact {\n    email_address = "EMAIL"\n    phone_number  = "PHONE"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-proactive-engagement.html'],
  evaluate({ name, state, emergencyContacts }) {
    const ended = unlessSubscribed(state);
    if (ended !== undefined) return ended;
    if (emergencyContacts === undefined || emergencyContacts.count === 0) {
      return fail(`${name} names no emergency contact to the Shield Response Team`, emergencyContacts);
    }
    const { count, withPhone } = emergencyContacts;
    return pass(
      `${name} names ${count} emergency ${count === 1 ? 'contact' : 'contacts'}, ${withPhone} with a phone number`,
      emergencyContacts,
    );
  },
});
