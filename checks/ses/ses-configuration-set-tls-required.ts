import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { configurationSet } from '../../src/services/ses/configuration-set.ts';

export default state(configurationSet, 'ses-configuration-set-tls-required', {
  title: 'Configuration sets of SES send by TLS only',
  at: 'delivery.tls',
  is: {
    REQUIRE: pass('{label} sends by TLS only'),
    OPTIONAL: fail('{label} also sends without TLS (OPTIONAL); expected REQUIRE'),
  },
  absent: unknown('SES does not know {label} any more'),
  unsaid: unknown('AWS does not say whether {label} requires TLS'),
  risk: 'Mail to a server that offers no TLS, or whose offer somebody takes away, is read on the way.',
  fix: {
    text: 'Require TLS: mail to servers without it is not delivered from then on. `--tls-policy OPTIONAL` undoes it.',
    cli: 'aws sesv2 put-configuration-set-delivery-options --configuration-set-name {id} --tls-policy REQUIRE',
  },
  references: [
    'https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ses-controls.html#ses-3',
  ],
});
