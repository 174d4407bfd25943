import { answers } from '../../answers.ts';
import { daysAgo, iamArn } from '../../facts.ts';

export default answers('iam', {
  ListServerCertificates: {
    ServerCertificateMetadataList: [
      {
        ServerCertificateName: 'old',
        ServerCertificateId: 'ASCA1',
        Arn: iamArn('server-certificate/old'),
        Path: '/',
        Expiration: daysAgo(10),
        UploadDate: daysAgo(400),
      },
    ],
    IsTruncated: false,
  },
});
