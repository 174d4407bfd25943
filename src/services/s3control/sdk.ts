export {
  S3ControlClient as Client,
  GetAccessPointCommand,
  GetAccessPointPolicyCommand,
  GetPublicAccessBlockCommand,
  ListAccessPointsCommand,
  paginateListAccessPoints,
  ListMultiRegionAccessPointsCommand,
  paginateListMultiRegionAccessPoints,
} from '@aws-sdk/client-s3-control';
