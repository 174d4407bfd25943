import { expect, it } from 'vitest';
import { listed } from '../../src/inventory/listed.ts';
import { cloudfront } from '../../src/services/cloudfront/service.ts';
import { ec2 } from '../../src/services/ec2/service.ts';
import { iam } from '../../src/services/iam/service.ts';

const type = listed(iam, 'AWS::IAM::ServerCertificate', 'ListServerCertificates', {
  at: 'ServerCertificateMetadataList',
  input: { MaxItems: 10, PathPrefix: '/' },
  id: ({ ServerCertificateName }) => ServerCertificateName,
  keep: { arn: 'Arn', uploadedAt: 'UploadDate', path: ({ Path }) => Path ?? 'none' },
});

it('lists each element of each page by what is kept of it, with times in ISO 8601', async () => {
  const asked: unknown[] = [];
  const api = {
    async *pages(operation: string, input: object) {
      asked.push([operation, input]);
      yield { ServerCertificateMetadataList: [{ ServerCertificateName: 'a', Arn: 'arn:a', UploadDate: new Date(0) }] };
      yield {};
      yield { ServerCertificateMetadataList: [{ Arn: 'arn:nameless' }, { ServerCertificateName: 'b', Path: '/x/' }] };
    },
  };
  const items: object[] = [];
  for await (const item of type.list(api as never)) items.push(item);
  expect(items).toEqual([
    { id: 'a', arn: 'arn:a', uploadedAt: '1970-01-01T00:00:00.000Z', path: 'none' },
    { id: 'b', arn: undefined, uploadedAt: undefined, path: '/x/' },
  ]);
  expect(asked).toEqual([['ListServerCertificates', { MaxItems: 10, PathPrefix: '/' }]]);
  expect(type).toMatchObject({
    calls: ['ListServerCertificates'],
    resumable: 'ListServerCertificates',
    narrows: { ListServerCertificates: { PathPrefix: 'asked' } },
  });
});

const itemsOf = async (listing: { list: (api: never) => AsyncIterable<object> }, api: object): Promise<object[]> => {
  const items: object[] = [];
  for await (const item of listing.list(api as never)) items.push(item);
  return items;
};

it('finds a list in what wraps it, and those of each of a list', async () => {
  const wrapped = listed(cloudfront, 'AWS::CloudFront::Distribution', 'ListDistributions', {
    at: 'DistributionList.Items',
    id: ({ Id }) => Id,
    keep: {},
  });
  const inEach = listed(ec2, 'AWS::EC2::Instance', 'DescribeInstances', {
    at: 'Reservations.Instances',
    narrows: { InstanceIds: 'unless given', Filters: 'unless given', IncludeManagedResources: 'unless given' },
    id: ({ InstanceId }) => InstanceId,
    keep: {},
  });
  const pages = (...all: object[]) => ({
    async *pages() {
      yield* all;
    },
  });
  expect(
    await itemsOf(wrapped, pages({ DistributionList: { Items: [{ Id: 'a' }] } }, { DistributionList: {} }, {})),
  ).toEqual([{ id: 'a' }]);
  const reservations = [
    { Instances: [{ InstanceId: 'a' }, { InstanceId: 'b' }] },
    {},
    { Instances: [{ InstanceId: 'c' }] },
  ];
  expect(await itemsOf(inEach, pages({ Reservations: reservations }))).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
});

it('asks once for a list that has no pages', async () => {
  const oidc = listed(iam, 'AWS::IAM::OIDCProvider', 'ListOpenIDConnectProviders', {
    at: 'OpenIDConnectProviderList',
    whole: true,
    id: ({ Arn }) => Arn,
    keep: {},
  });
  const call = async (operation: string) => ({ OpenIDConnectProviderList: [{ Arn: operation }] });
  expect(await itemsOf(oidc, { call })).toEqual([{ id: 'ListOpenIDConnectProviders' }]);
  expect(oidc.resumable).toBeUndefined();
});

it('asks with what a facet of one call says, and keeps what it keeps', async () => {
  const keyed = type.facets((facet) => ({
    metadata: facet.call('GetServerCertificate', {
      absentOn: ['NoSuchEntity'],
      input: ({ id }) => ({ ServerCertificateName: id }),
      keep: ({ ServerCertificate }, { path }) => [ServerCertificate?.CertificateBody, path],
    }),
  }));
  const call = async (operation: string, input: object) => ({
    ServerCertificate: { CertificateBody: JSON.stringify([operation, input]) },
  });
  const { metadata } = keyed.facetDefs;
  expect(metadata).toMatchObject({ calls: ['GetServerCertificate'], absentOn: ['NoSuchEntity'], after: [] });
  expect(await metadata?.read({ call } as never, { id: 'a', path: '/x/' } as never, {} as never)).toEqual([
    '["GetServerCertificate",{"ServerCertificateName":"a"}]',
    '/x/',
  ]);
});
