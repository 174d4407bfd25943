import { resource } from '../../inventory/resource.ts';
import { iam } from './service.ts';

/** A certificate stored in IAM: the store for load balancers in regions without Certificate Manager. */
export const serverCertificate = resource(iam, 'AWS::IAM::ServerCertificate', {
  calls: ['ListServerCertificates'],
  narrows: { ListServerCertificates: { PathPrefix: 'unless given' } },
  resumable: 'ListServerCertificates',
  async *list(api) {
    for await (const page of api.pages('ListServerCertificates', { MaxItems: 1000 })) {
      for (const { ServerCertificateName, Arn, UploadDate, Expiration } of page.ServerCertificateMetadataList ?? []) {
        if (ServerCertificateName === undefined) continue;
        yield {
          id: ServerCertificateName,
          arn: Arn,
          uploadedAt: UploadDate?.toISOString(),
          expiresAt: Expiration?.toISOString(),
        };
      }
    }
  },
  arn: ({ id }, { partition, account }) => `arn:${partition}:iam::${account}:server-certificate/${id}`,
});
