import { expect, it } from 'vitest';
import { listed } from '../../src/inventory/listed.ts';
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
