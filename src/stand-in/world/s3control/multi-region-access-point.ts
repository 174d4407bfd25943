import { answers, InRegion } from '../../answers.ts';
import { daysAgo, mainRegion } from '../../facts.ts';

export default answers('s3-control', {
  // Its one endpoint: https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListMultiRegionAccessPoints.html
  ListMultiRegionAccessPoints: new InRegion('us-west-2', {
    AccessPoints: [
      {
        Name: 'everywhere',
        Alias: 'm1example.mrap',
        CreatedAt: daysAgo(20),
        Status: 'READY',
        PublicAccessBlock: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
        Regions: [{ Bucket: 'acme-private', Region: mainRegion }],
      },
    ],
  }),
});
