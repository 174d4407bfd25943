/** What a partition may lack. Checks ask for it by name. */
export type PartitionFeature =
  | 'root user'
  | 'root sign-in'
  | 'hardware MFA'
  | 'SMS MFA'
  | 'STS global endpoint'
  | 'Trusted Advisor API'
  | 'multi-region access points';

/**
 * What differs between AWS's partitions (https://docs.aws.amazon.com/general/latest/gr/rande.html,
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html). What single services have
 * in each is in `partition-services.ts`.
 */
export interface Partition {
  readonly id: string;
  /** Region whose endpoints answer for global services unless the service says otherwise. */
  readonly mainRegion: string;
  /** End of the hosts of services. Names of services in policies end with it too, or with `amazonaws.com`. */
  readonly dnsSuffix: string;
  /** End of the hosts that answer over IPv6 as well. */
  readonly dualStackSuffix: string;
  readonly regionPattern: RegExp;
  /** Regions enabled by default: used only when the account's own list cannot be read. */
  readonly defaultRegions: readonly string[];
  /** What AWS says that the partition does not have, as a reason why a check does not apply. What is not here is judged. */
  readonly lacks: Readonly<Partial<Record<PartitionFeature, string>>>;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html */
const noGlobalEndpoint = {
  'STS global endpoint': 'the global endpoint exists in the commercial partition only',
} as const;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPointRestrictions.html */
const noMultiRegion = {
  'multi-region access points': 'multi-region access points exist in the commercial partition only',
} as const;
const commercialOnly = { ...noGlobalEndpoint, ...noMultiRegion } as const;

const commercial: Partition = {
  id: 'aws',
  mainRegion: 'us-east-1',
  dnsSuffix: 'amazonaws.com',
  dualStackSuffix: 'api.aws',
  lacks: {},
  regionPattern: /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/,
  defaultRegions: [
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-northeast-3',
    'ap-south-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'sa-east-1',
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
  ],
};

export const partitions: readonly Partition[] = [
  {
    id: 'aws-cn',
    mainRegion: 'cn-north-1',
    dnsSuffix: 'amazonaws.com.cn',
    dualStackSuffix: 'api.amazonwebservices.com.cn',
    regionPattern: /^cn-\w+-\d+$/,
    defaultRegions: ['cn-north-1', 'cn-northwest-1'],
    lacks: {
      ...commercialOnly,
      // https://docs.amazonaws.cn/en_us/aws/latest/userguide/iam.html
      'root user': 'accounts in the China regions have no root user',
      'root sign-in': 'accounts in the China regions have no root user',
      'hardware MFA': 'the China regions do not support hardware MFA devices',
      'SMS MFA': 'the China regions do not support MFA by text message',
      // https://docs.amazonaws.cn/en_us/aws/latest/userguide/awssupport.html
      'Trusted Advisor API': 'the China regions do not let programs ask Trusted Advisor',
    },
  },
  {
    id: 'aws-us-gov',
    mainRegion: 'us-gov-west-1',
    dnsSuffix: 'amazonaws.com',
    dualStackSuffix: 'api.aws',
    regionPattern: /^us-gov-\w+-\d+$/,
    defaultRegions: ['us-gov-east-1', 'us-gov-west-1'],
    lacks: {
      ...commercialOnly,
      // It has a root user with access keys: https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-account-root-user.html
      'root sign-in': 'the root user of a GovCloud account cannot sign in to the console, and has no MFA device',
    },
  },
  {
    id: 'aws-iso',
    mainRegion: 'us-iso-east-1',
    dnsSuffix: 'c2s.ic.gov',
    dualStackSuffix: 'api.aws.ic.gov',
    regionPattern: /^us-iso-\w+-\d+$/,
    defaultRegions: ['us-iso-east-1', 'us-iso-west-1'],
    lacks: commercialOnly,
  },
  {
    id: 'aws-iso-b',
    mainRegion: 'us-isob-east-1',
    dnsSuffix: 'sc2s.sgov.gov',
    dualStackSuffix: 'api.aws.scloud',
    regionPattern: /^us-isob-\w+-\d+$/,
    defaultRegions: ['us-isob-east-1', 'us-isob-west-1'],
    lacks: commercialOnly,
  },
  {
    id: 'aws-iso-e',
    mainRegion: 'eu-isoe-west-1',
    dnsSuffix: 'cloud.adc-e.uk',
    dualStackSuffix: 'api.cloud-aws.adc-e.uk',
    regionPattern: /^eu-isoe-\w+-\d+$/,
    defaultRegions: ['eu-isoe-west-1'],
    lacks: commercialOnly,
  },
  {
    id: 'aws-iso-f',
    mainRegion: 'us-isof-south-1',
    dnsSuffix: 'csp.hci.ic.gov',
    dualStackSuffix: 'api.aws.hci.ic.gov',
    regionPattern: /^us-isof-\w+-\d+$/,
    defaultRegions: ['us-isof-east-1', 'us-isof-south-1'],
    lacks: commercialOnly,
  },
  {
    id: 'aws-eusc',
    mainRegion: 'eusc-de-east-1',
    dnsSuffix: 'amazonaws.eu',
    dualStackSuffix: 'api.amazonwebservices.eu',
    regionPattern: /^eusc-\w+-\w+-\d+$/,
    defaultRegions: ['eusc-de-east-1'],
    lacks: commercialOnly,
  },
  commercial,
];

/** The partition of a region name; unknown names belong to the commercial partition. */
export const partitionOfRegion = (region: string): Partition =>
  partitions.find((p) => p.regionPattern.test(region)) ?? commercial;

/** The partition with an id, e.g. that of an ARN. */
export const partitionById = (id: string): Partition => partitions.find((p) => p.id === id) ?? commercial;

/** Why a partition does not have something; undefined when nothing says that it has not. */
export const lacking = (partition: string, feature: PartitionFeature): string | undefined =>
  partitionById(partition).lacks[feature];

/**
 * A service's name in policies as the commercial partition writes it: `ec2.amazonaws.com` for `ec2.amazonaws.com.cn`. In China some
 * services go by the one and some by the other, and AWS has no list of them: both are taken for the same service.
 */
export function serviceName(principal: string): string {
  const own = partitions.find(({ dnsSuffix }) => principal.toLowerCase().endsWith(`.${dnsSuffix}`));
  return own === undefined ? principal : principal.slice(0, -own.dnsSuffix.length) + commercial.dnsSuffix;
}

/** The partition that a region pattern with `*` asks for, such as `cn-*`; undefined when it may be any, or the commercial one. */
export const partitionOfPattern = (pattern: string): Partition | undefined =>
  partitions.find(
    ({ id, mainRegion }) => id !== 'aws' && pattern.startsWith(mainRegion.replace(/(-de)?-\w+-\d+$/, '-')),
  );

/** Regions of the commercial partition that an account has to enable first. */
const optInRegions = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
];

/** Every region known when this was written (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html). */
export const knownRegions: readonly string[] = [...partitions.flatMap((p) => p.defaultRegions), ...optInRegions].sort();
