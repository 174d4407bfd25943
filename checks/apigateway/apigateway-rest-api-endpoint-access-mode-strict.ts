import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';

export default state(restApi, 'apigateway-rest-api-endpoint-access-mode-strict', {
  title: 'REST APIs check through which endpoint they are called',
  at: 'endpointAccessMode',
  unless: [
    {
      at: 'defaultEndpointDisabled',
      is: [true],
      because: '{label} has no address of its own',
    },
  ],
  is: {
    STRICT: pass('{label} takes requests through its own kind of endpoint only (STRICT)'),
    BASIC: fail('{label} takes requests whose host name or endpoint is not its own (BASIC); expected STRICT'),
  },
  otherwise: unknown('the endpoint access mode {endpointAccessMode} of {label} is not known to this version'),
  // Only enhanced policies have a mode.
  unsaid: ({ name, securityPolicy }) =>
    securityPolicy === 'TLS_1_0' || securityPolicy === 'TLS_1_2'
      ? fail(
          `${name} has no endpoint access mode, as its security policy ${securityPolicy} has none; expected STRICT`,
          {
            securityPolicy,
          },
        )
      : unknown(`AWS does not say which endpoint access mode ${name} has`),
  risk: 'Requests that name one host to the network and another to the API (domain fronting) pass filters that look at the first.',
  fix: {
    text: 'Choose a security policy that begins with SecurityPolicy_ and the mode BASIC, look in the access logs ($context.endpointType, $context.tlsVersion) for a while at how clients call, then set STRICT. It takes up to 15 minutes, during which the API answers; BASIC can be set again.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html#apigateway-security-policies-endpoint-access-mode',
  ],
});
