import { describe, expect, it } from 'vitest';
import { oidcProvider } from '../../../src/services/iam/oidc-provider.ts';
import { samlProvider } from '../../../src/services/iam/saml-provider.ts';
import { serverCertificate } from '../../../src/services/iam/server-certificate.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

describe('identity providers and server certificates', () => {
  it('names an OpenID Connect provider by its address', async () => {
    const arn = 'arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC';
    const { records } = await collectType(oidcProvider, [], {
      ListOpenIDConnectProviders: { OpenIDConnectProviderList: [{ Arn: arn }] },
    });
    expect(records.map((r) => r.item)).toEqual([{ id: arn, arn, name: 'oidc.eks.eu-west-1.amazonaws.com/id/ABC' }]);
  });

  it('names a SAML provider by its name', async () => {
    const arn = 'arn:aws:iam::111122223333:saml-provider/corp';
    const { records } = await collectType(samlProvider, [], {
      ListSAMLProviders: { SAMLProviderList: [{ Arn: arn }] },
    });
    expect(records.map((r) => r.item)).toEqual([{ id: arn, arn, name: 'corp', validUntil: undefined }]);
  });

  it.each([
    [serverCertificate, 'ListServerCertificates'],
    [oidcProvider, 'ListOpenIDConnectProviders'],
    [samlProvider, 'ListSAMLProviders'],
  ] as const)('gives the denial as the gap of the list', async (type, operation) => {
    const { gap } = await collectType(type, [], { [operation]: awsError('AccessDenied', 'no', 403) });
    expect(gap).toMatchObject({ kind: 'denied', actions: [`iam:${operation}`] });
  });
});
