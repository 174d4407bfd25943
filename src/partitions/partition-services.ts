/** Where the services that do not live in each region are. */
interface PartitionServices {
  /** Partitions that have the service; all when left out. */
  readonly partitions?: readonly string[];
  /** For a global service: the region whose endpoint answers, where it is not the partition's main region. */
  readonly homeRegions?: Readonly<Record<string, string>>;
}

/**
 * Services that some partitions lack, and those whose one endpoint is not in the partition's main region, by our service id
 * (https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html, and AWS's lists for China,
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/services.html, and GovCloud,
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-services.html).
 */
export const partitionServices: Readonly<Record<string, PartitionServices>> = {
  // https://docs.aws.amazon.com/general/latest/gr/account-mgmt.html
  account: { partitions: ['aws', 'aws-cn'], homeRegions: { 'aws-cn': 'cn-northwest-1' } },
  // https://docs.aws.amazon.com/general/latest/gr/account-access.html
  accountaccess: { partitions: ['aws'] },
  // Its endpoint rules have one host in each partition; in which of them it answers was not found in AWS's lists.
  artifact: { partitions: ['aws', 'aws-us-gov'] },
  // https://docs.aws.amazon.com/general/latest/gr/bedrock.html
  bedrock: { partitions: ['aws', 'aws-us-gov', 'aws-iso', 'aws-iso-f', 'aws-eusc'] },
  bedrockagent: { partitions: ['aws', 'aws-us-gov', 'aws-iso', 'aws-iso-f', 'aws-eusc'] },
  bedrockagentcore: { partitions: ['aws', 'aws-us-gov', 'aws-eusc'] },
  // https://docs.aws.amazon.com/general/latest/gr/cf_region.html
  cloudfront: { partitions: ['aws', 'aws-cn'], homeRegions: { 'aws-cn': 'cn-northwest-1' } },
  // https://docs.aws.amazon.com/general/latest/gr/detective.html
  detective: { partitions: ['aws', 'aws-us-gov'] },
  // https://docs.aws.amazon.com/general/latest/gr/ecr-public.html
  ecrpublic: { partitions: ['aws'] },
  // https://docs.aws.amazon.com/general/latest/gr/fms.html
  fms: { partitions: ['aws', 'aws-cn', 'aws-us-gov'] },
  // https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html
  globalaccelerator: { partitions: ['aws'], homeRegions: { aws: 'us-west-2' } },
  // https://docs.aws.amazon.com/general/latest/gr/sso.html
  identitycenter: { partitions: ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'] },
  identitystore: { partitions: ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'] },
  // https://docs.aws.amazon.com/general/latest/gr/ao.html
  organizations: { homeRegions: { 'aws-cn': 'cn-northwest-1' } },
  // https://docs.aws.amazon.com/general/latest/gr/r53.html
  route53: { homeRegions: { 'aws-cn': 'cn-northwest-1' } },
  // https://docs.aws.amazon.com/general/latest/gr/r53.html names one endpoint, in us-east-1.
  route53domains: { partitions: ['aws'] },
  // https://docs.aws.amazon.com/general/latest/gr/macie.html
  macie: { partitions: ['aws'] },
  // https://docs.aws.amazon.com/general/latest/gr/shield.html
  shield: { partitions: ['aws'] },
  // Of its control plane AWS's documentation speaks for the commercial partition.
  signin: { partitions: ['aws'] },
};
