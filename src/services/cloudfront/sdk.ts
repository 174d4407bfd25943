export {
  CloudFrontClient as Client,
  GetVpcOriginCommand,
  ListDistributionsCommand,
  paginateListDistributions,
} from '@aws-sdk/client-cloudfront';
