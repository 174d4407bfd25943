import type { TlsOffer } from './tls.ts';

const gcm = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
];
const chacha = ['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'];
const fips13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384'];
const tls13 = [...fips13, 'TLS_CHACHA20_POLY1305_SHA256'];
const cbc = [
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA384',
  'ECDHE-RSA-AES256-SHA384',
];
const withoutSecrecy = ['AES128-GCM-SHA256', 'AES128-SHA256', 'AES256-GCM-SHA384', 'AES256-SHA256'];
const sha1 = ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-RSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA', 'ECDHE-RSA-AES256-SHA'];
const modern = ['TLSv1.2', 'TLSv1.3'];
const pq = { protocols: modern, ciphers: [...tls13, ...gcm, ...cbc, ...withoutSecrecy] };

/**
 * What clients of APIs and custom domain names may use by each security policy, as AWS's table of November 2026 has it; AWS has no
 * API that tells it. SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09 is left out: the table does not tell its ciphers. Of TLS_1_0 and TLS_1_2
 * the ciphers of edge-optimized names differ, in nothing that matters here.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
const apiGatewayPolicies: Readonly<Record<string, TlsOffer>> = {
  TLS_1_0: {
    protocols: ['TLSv1', 'TLSv1.1', ...modern],
    ciphers: [...tls13, ...gcm, ...cbc, ...withoutSecrecy, ...sha1, 'AES128-SHA', 'AES256-SHA'],
  },
  TLS_1_2: pq,
  SecurityPolicy_TLS13_1_2_2021_06: pq,
  SecurityPolicy_TLS13_1_2_PQ_2025_09: pq,
  SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09: { protocols: modern, ciphers: [...tls13, ...gcm] },
  SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09: { protocols: modern, ciphers: [...fips13, ...gcm] },
  SecurityPolicy_TLS13_1_3_2025_09: { protocols: ['TLSv1.3'], ciphers: tls13 },
  SecurityPolicy_TLS13_1_3_FIPS_2025_09: { protocols: ['TLSv1.3'], ciphers: fips13 },
  SecurityPolicy_TLS13_2025_EDGE: { protocols: ['TLSv1.3'], ciphers: tls13 },
  SecurityPolicy_TLS12_PFS_2025_EDGE: { protocols: modern, ciphers: [...tls13, ...gcm, ...chacha] },
  SecurityPolicy_TLS12_2018_EDGE: { protocols: modern, ciphers: [...tls13, ...gcm, ...chacha, ...cbc] },
};

/** Undefined: a policy that this version does not know. */
export const apiGatewayPolicy = (name: string): TlsOffer | undefined =>
  Object.hasOwn(apiGatewayPolicies, name) ? apiGatewayPolicies[name] : undefined;
