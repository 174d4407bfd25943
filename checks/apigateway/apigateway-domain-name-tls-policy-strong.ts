import { defineCheck, unknown } from '../../src/engine/check.ts';
import { apiGatewayPolicy } from '../../src/judgements/tls/api-gateway-policies.ts';
import { judgeTls, tlsSettings } from '../../src/judgements/tls/tls.ts';
import { domainName } from '../../src/services/apigateway/domain-name.ts';

export default defineCheck({
  id: 'apigateway-domain-name-tls-policy-strong',
  title: 'Custom domain names of APIs negotiate TLS by a strong policy',
  resource: domainName,
  settings: tlsSettings({ forwardSecrecy: true, authenticatedEncryption: true }),
  evaluate({ name, securityPolicy }, { settings }) {
    if (securityPolicy === undefined) return unknown(`AWS does not say by which policy ${name} negotiates TLS`);
    return judgeTls(name, securityPolicy, apiGatewayPolicy(securityPolicy), settings);
  },
  risk: 'Whoever sits between a client and the API makes both use the weakest they share, or keeps what he recorded until he has the key.',
  fix: {
    text: 'Choose SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09 or SecurityPolicy_TLS13_1_3_2025_09 (edge-optimized: SecurityPolicy_TLS12_PFS_2025_EDGE or SecurityPolicy_TLS13_2025_EDGE) together with the endpoint access mode BASIC. A name with mutual TLS, or one that leads to an HTTP API, takes no more than TLS_1_2: give REST APIs a name of their own, or set the check to ask for less. Clients that know only older versions can no longer connect; the former policy can be set again.',
  },
  references: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html#apigateway-11',
  ],
});
