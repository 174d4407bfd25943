import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';
import { subscribed } from '../../src/judgements/protection/advanced-protection.ts';

export default state(shieldSettings, 'shield-proactive-engagement-enabled', {
  title: 'The Shield Response Team gets in touch when protected resources suffer',
  unless: [subscribed],
  at: 'subscription.proactiveEngagement',
  is: {
    ENABLED: pass('{name} has proactive engagement enabled'),
    DISABLED: fail('{name} has proactive engagement disabled'),
    PENDING: fail('{name} has asked for proactive engagement, but it is still pending'),
  },
  absent: unknown('DescribeSubscription does not say whether {name} has proactive engagement'),
  unsaid: unknown('DescribeSubscription does not say whether {name} has proactive engagement'),
  risk: 'In an attack nobody calls: the response team waits until the account opens a case, which costs the first and worst part of it.',
  fix: {
    text: 'Associate health checks with the protections, name contacts with phone numbers, and enable proactive engagement; it needs Business or Enterprise Support.',
    cli: 'aws shield associate-proactive-engagement-details --region us-east-1 --emergency-contact-list EmailAddress=EMAIL,PhoneNumber=PHONE\naws shield enable-proactive-engagement --region us-east-1',
    terraform:
      'resource "aws_shield_proactive_engagement" "this" {\n  enabled = true\n  emergency_contact {\n    email_address = "EMAIL"\n    phone_number  = "PHONE"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-proactive-engagement.html'],
});
