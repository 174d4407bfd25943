import { defineCheck, notApplicable, unknown } from '../../src/engine/check.ts';
import { apiGatewayPolicy } from '../../src/judgements/tls/api-gateway-policies.ts';
import { judgeTls, tlsSettings } from '../../src/judgements/tls/tls.ts';
import { restApi } from '../../src/services/apigateway/rest-api.ts';

export default defineCheck({
  id: 'apigateway-rest-api-security-policy-strong',
  title: 'REST APIs negotiate TLS by a strong policy',
  resource: restApi,
  settings: tlsSettings({ forwardSecrecy: true, authenticatedEncryption: true }),
  evaluate({ name, securityPolicy, defaultEndpointDisabled }, { settings }) {
    // Through a custom domain name it is that one's policy which counts.
    if (defaultEndpointDisabled) return notApplicable(`${name} has no address of its own`);
    if (securityPolicy === undefined) return unknown(`AWS does not say by which policy ${name} negotiates TLS`);
    return judgeTls(name, securityPolicy, apiGatewayPolicy(securityPolicy), settings);
  },
  risk: 'Whoever sits between a client and the API makes both use the weakest they share, or keeps what he recorded until he has the key.',
  fix: {
    text: 'Choose SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 or SecurityPolicy_TLS13_1_3_2025_09 (edge-optimized: SecurityPolicy_TLS12_PFS_2025_EDGE or SecurityPolicy_TLS13_2025_EDGE) together with the endpoint access mode BASIC. Look before in the access logs for what clients negotiate ($context.tlsVersion, $context.cipherSuite): those that know only older ones can no longer connect. The former policy can be set again. Or switch the default endpoint off where all comes through a custom domain name.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html',
  ],
});
