import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { shieldSettings } from '../../src/services/shield/settings.ts';

/**
 * The one check that fails for lack of a subscription: those about single resources, contacts and settings say nothing
 * then, because nothing of it can be had without one.
 */
export default state(shieldSettings, 'shield-advanced-subscription-active', {
  title: 'The account is subscribed to Shield Advanced',
  at: 'state',
  is: {
    ACTIVE: pass('{name} is subscribed to Shield Advanced'),
    INACTIVE: fail('{name} is not subscribed to Shield Advanced and has Shield Standard only'),
  },
  otherwise: unknown('GetSubscriptionState answers {state}'),
  unsaid: unknown('GetSubscriptionState answers nothing'),
  risk: 'Shield Standard stops common network attacks. Against attacks on the application, and for help, visibility and credits in a large attack, the account has nothing.',
  fix: {
    text: 'Decide whether the account serves anything whose outage by an attack would cost more than Shield Advanced (a monthly fee and a year of commitment, shared by the accounts of an organization). If so, subscribe it and add protections; if not, suppress this finding with the reason.',
    cli: 'aws shield create-subscription --region us-east-1',
    terraform: 'resource "aws_shield_subscription" "this" {\n  auto_renew = "ENABLED"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/ddos-advanced-summary-deciding.html',
  ],
});
