import type { TlsOffer } from './tls.ts';

const gcm = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305',
];
const tls13 = ['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'];
const cbc = [
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-ECDSA-AES256-SHA384',
  'ECDHE-RSA-AES128-SHA256',
  'ECDHE-RSA-AES256-SHA384',
];
const withoutSecrecy = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA256'];
const sha1 = ['ECDHE-RSA-AES128-SHA', 'ECDHE-RSA-AES256-SHA', 'AES128-SHA', 'AES256-SHA'];
const modern = ['TLSv1.2', 'TLSv1.3'];
const all = [...tls13, ...gcm, ...cbc, ...withoutSecrecy, ...sha1];

/**
 * What viewers may use by each security policy, as AWS's table of November 2026 has it; AWS has no API that tells it. Of the older
 * policies the ciphers are no more than suffice: their protocols decide already.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
 */
export const cloudfrontPolicies: Readonly<Record<string, TlsOffer>> = {
  SSLv3: { protocols: ['SSLv3', 'TLSv1', 'TLSv1.1', ...modern], ciphers: all },
  TLSv1: { protocols: ['TLSv1', 'TLSv1.1', ...modern], ciphers: all },
  TLSv1_2016: { protocols: ['TLSv1', 'TLSv1.1', ...modern], ciphers: all },
  'TLSv1.1_2016': { protocols: ['TLSv1.1', ...modern], ciphers: all },
  'TLSv1.2_2018': { protocols: modern, ciphers: [...tls13, ...gcm, ...cbc, ...withoutSecrecy] },
  'TLSv1.2_2019': { protocols: modern, ciphers: [...tls13, ...gcm, ...cbc] },
  'TLSv1.2_2021': { protocols: modern, ciphers: [...tls13, ...gcm] },
  // without ChaCha20
  'TLSv1.2_2025': {
    protocols: modern,
    ciphers: [...tls13.slice(0, 2), ...gcm.filter((name) => !name.includes('CHACHA20'))],
  },
  'TLSv1.3_2025': { protocols: ['TLSv1.3'], ciphers: tls13 },
};
