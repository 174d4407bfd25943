import { describe, expect, it } from 'vitest';
import { cipherOf } from '../../../src/judgements/tls/ciphers.ts';
import { judgeTls, tlsStrength } from '../../../src/judgements/tls/tls.ts';

const strong = { broken: undefined, forwardSecret: true, authenticated: true };
const broken = (why: string, rest = {}) => expect.objectContaining({ broken: why, ...rest }) as unknown;

describe('a cipher suite by its name', () => {
  it.each([
    ['TLS_AES_128_GCM_SHA256', strong],
    ['TLS_CHACHA20_POLY1305_SHA256', strong],
    ['TLS_AES_128_CCM_8_SHA256', strong],
    ['ECDHE-ECDSA-AES128-GCM-SHA256', strong],
    ['ecdhe-rsa-aes256-gcm-sha384', strong],
    ['ECDHE-RSA-CHACHA20-POLY1305', strong],
    ['DHE-RSA-AES128-GCM-SHA256', strong],
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', strong],
    ['ECDHE-RSA-AES128-SHA256', { ...strong, authenticated: false }],
    ['TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384', { ...strong, authenticated: false }],
    ['AES128-GCM-SHA256', { ...strong, forwardSecret: false }],
    ['TLS_RSA_WITH_AES_256_GCM_SHA384', { ...strong, forwardSecret: false }],
    ['ECDH-RSA-AES128-GCM-SHA256', { ...strong, forwardSecret: false }],
    ['AES256-SHA256', { broken: undefined, forwardSecret: false, authenticated: false }],
    ['AES128-SHA', broken('SHA-1', { forwardSecret: false })],
    ['ECDHE-RSA-AES128-SHA', broken('SHA-1', { forwardSecret: true })],
    ['TLS_RSA_WITH_AES_128_CBC_SHA', broken('SHA-1')],
    ['DES-CBC3-SHA', broken('triple DES')],
    ['EDH-RSA-DES-CBC3-SHA', broken('triple DES')],
    ['TLS_RSA_WITH_3DES_EDE_CBC_SHA', broken('triple DES')],
    ['DES-CBC-SHA', broken('DES')],
    ['EXP-DES-CBC-SHA', broken('export-grade keys')],
    ['RC4-MD5', broken('RC4')],
    ['ECDHE-RSA-RC4-SHA', broken('RC4')],
    ['NULL-SHA256', broken('no encryption')],
    ['ADH-AES128-GCM-SHA256', broken('no authentication')],
    ['TLS_DH_anon_WITH_AES_128_GCM_SHA256', broken('no authentication')],
    ['DHE-DSS-AES128-GCM-SHA256', broken('DSA keys')],
    ['TLS_NEWAEAD_SHA512', undefined],
    ['ECDHE-RSA-SHA256', undefined],
    ['', undefined],
  ])('%s', (name, expected) => {
    expect(cipherOf(name)).toEqual(expected);
  });
});

const gcm = 'ECDHE-RSA-AES128-GCM-SHA256';
const none = { forwardSecrecy: false, authenticatedEncryption: false };
const offer = (protocols: string[], ...ciphers: string[]) => ({ protocols, ciphers });

describe('what a server offers', () => {
  it.each([
    [offer(['TLSv1.2', 'TLSv1.3'], gcm), [], []],
    [offer(['TLSv1.3'], 'TLS_AES_128_GCM_SHA256'), [], []],
    [offer(['TLSv1.3']), [], []],
    [offer(['TLSv1.1', 'TLSv1.2'], gcm), ['TLSv1.1'], []],
    [offer(['TLSv1', 'SSLv3'], gcm), ['TLSv1', 'SSLv3'], []],
    [offer(['TLSv1.0'], gcm), ['TLSv1.0'], []],
    [offer(['TLS1.2', 'TLS_1_0'], gcm), ['TLS_1_0'], []],
    [offer(['TLSv1.2'], gcm, 'DES-CBC3-SHA'), ['DES-CBC3-SHA (triple DES)'], []],
    [offer(['TLSv1.2', 'TLSv1.4'], gcm), [], ['TLSv1.4']],
    [offer(['TLSv2'], gcm), [], ['TLSv2']],
    [offer(['TLSv1.2'], gcm, 'NEW-CIPHER'), [], ['NEW-CIPHER']],
    [offer(['TLSv1.2']), [], ['which ciphers it takes']],
    [offer([], gcm), [], ['which protocols it takes']],
    [offer(['TLSv1', 'TLSv1.4'], gcm), ['TLSv1'], ['TLSv1.4']],
  ])('%j', (given, weak, unknown) => {
    expect(tlsStrength(given, none)).toEqual({ weak, unknown });
  });

  it.each([
    ['AES128-GCM-SHA256', none, []],
    ['AES128-GCM-SHA256', { ...none, forwardSecrecy: true }, ['AES128-GCM-SHA256 (no forward secrecy)']],
    ['ECDHE-RSA-AES128-SHA256', { ...none, forwardSecrecy: true }, []],
    ['ECDHE-RSA-AES128-SHA256', { ...none, authenticatedEncryption: true }, ['ECDHE-RSA-AES128-SHA256 (CBC)']],
  ])('%s where %j is asked', (cipher, demands, weak) => {
    expect(tlsStrength(offer(['TLSv1.2'], cipher), demands).weak).toEqual(weak);
  });

  it.each([
    [offer(['TLSv1.2'], gcm), 'pass'],
    [offer(['TLSv1'], gcm), 'fail'],
    [offer(['TLSv1', 'TLSv1.4'], gcm), 'fail'],
    [offer(['TLSv1.4'], gcm), 'unknown'],
    [undefined, 'unknown'],
  ])('of %j the verdict is %s', (given, kind) => {
    expect(judgeTls('web', 'P', given, none).kind).toBe(kind);
  });
});
