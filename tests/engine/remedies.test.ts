import { describe, expect, it } from 'vitest';
import { remediesFor } from '../../src/engine/remedies.ts';
import type { DeniedBy } from '../../src/aws/outcome.ts';

const denied = (deniedBy: DeniedBy | undefined, ...actions: string[]) => ({
  kind: 'denied' as const,
  actions,
  ...(deniedBy === undefined ? {} : { deniedBy }),
});

describe('remediesFor', () => {
  it('adds to the caller what no policy allows, each once and in order', () => {
    const gaps = [
      denied('missing-permission', 's3:GetBucketAcl', 'kms:ListKeys'),
      denied('unspecified', 's3:GetBucketAcl'),
      denied(undefined, 'ec2:DescribeRegions'),
    ];
    expect(remediesFor(gaps)).toMatchObject({
      grant: ['ec2:DescribeRegions', 'kms:ListKeys', 's3:GetBucketAcl'],
      ask: [],
    });
  });

  it.each([
    ['scp', /^A service control policy denies a:B, c:D: ask whoever administers the organization/],
    ['rcp', /^A resource control policy denies a:B, c:D: ask whoever administers the organization/],
    ['identity-policy', /^A policy of the caller's own denies a:B, c:D/],
    ['permissions-boundary', /^The caller's permissions boundary leaves out a:B, c:D/],
    ['session-policy', /session leaves out a:B, c:D/],
    ['resource-policy', /^The resource's own policy denies a:B, c:D/],
    ['vpc-endpoint-policy', /VPC endpoint denies a:B, c:D/],
  ] as const)('does not tell to add what is denied by: %s', (by, sentence) => {
    const { grant, ask } = remediesFor([denied(by, 'c:D'), denied(by, 'a:B'), denied('missing-permission', 'x:Y')]);
    expect(grant).toEqual(['x:Y']);
    expect(ask).toEqual([expect.stringMatching(sentence)]);
  });

  it('never tells to allow decrypting with every key', () => {
    const { grant, ask } = remediesFor([denied('unspecified', 'kms:Decrypt', 'a:B')]);
    expect(grant).toEqual(['a:B']);
    expect(ask).toEqual([expect.stringContaining('these keys only')]);
  });

  it('has nothing to allow where something failed', () => {
    expect(remediesFor([{ kind: 'failed', actions: ['a:B'] }])).toEqual({ grant: [], ask: [], reach: [], again: true });
  });

  it.each<[code: string, reach: RegExp | undefined, again: boolean]>([
    ['ENOTFOUND', /^Hosts of a, c did not resolve: .*HTTPS_PROXY$/, true],
    ['EAI_AGAIN', /^Hosts of a, c did not resolve/, true],
    ['SELF_SIGNED_CERT_IN_CHAIN', /^Certificates for a, c were not trusted: .*AWS_CA_BUNDLE$/, false],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', /^Certificates for a, c were not trusted/, false],
    ['CERT_HAS_EXPIRED', /^There was no TLS with the hosts of a, c: .*the clock/, false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /^There was no TLS with the hosts of a, c/, false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /^There was no TLS with the hosts of a, c/, false],
    ['EPROTO', /^There was no TLS with the hosts of a, c/, false],
    ['ProxyError', /^A proxy did not let calls to a, c through: .*NO_PROXY$/, false],
    ['ForeignAnswer', /^A page of a proxy or firewall came in place of answers of a, c/, false],
    ['ECONNREFUSED', /^Hosts of a, c did not answer: .*firewall/, true],
    ['ETIMEDOUT', /^Hosts of a, c did not answer/, true],
    ['TimeoutError', /^Hosts of a, c did not answer/, true],
    ['InternalFailure', undefined, true],
    ['ThrottlingException', undefined, true],
    ['MalformedAnswer', undefined, true],
    ['CertificateManagerException', undefined, true],
  ])('says once what to do about %s', (code, sentence, again) => {
    const failed = (...actions: string[]) => ({ kind: 'failed' as const, actions, code });
    const { reach, ...other } = remediesFor([failed('c:D', 'c:E'), failed('a:B'), failed('c:D')]);
    expect(reach).toEqual(sentence === undefined ? [] : [expect.stringMatching(sentence)]);
    expect(other).toEqual({ grant: [], ask: [], again });
  });

  it('has nothing to say of what was denied with such a code, nor of what a check could not decide', () => {
    expect(remediesFor([{ kind: 'failed', actions: [], facet: 'evaluation' }])).toMatchObject({ again: false });
    expect(remediesFor([{ kind: 'unsupported', actions: ['a:B'], code: 'ENOTFOUND' }])).toMatchObject({ reach: [] });
  });

  it('speaks of AWS where no action is named', () => {
    expect(remediesFor([{ kind: 'failed', actions: [], code: 'ENOTFOUND' }]).reach).toEqual([
      expect.stringMatching(/^Hosts of AWS did not resolve/),
    ]);
  });
});
