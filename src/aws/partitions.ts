/** What differs between AWS's partitions (https://docs.aws.amazon.com/general/latest/gr/rande.html). */
export interface Partition {
  readonly id: string;
  /** Region whose endpoints answer for global services unless the service says otherwise. */
  readonly mainRegion: string;
  readonly dnsSuffix: string;
  readonly regionPattern: RegExp;
  /** Regions enabled by default: used only when the account's own list cannot be read. */
  readonly defaultRegions: readonly string[];
}

const commercial: Partition = {
  id: 'aws',
  mainRegion: 'us-east-1',
  dnsSuffix: 'amazonaws.com',
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
    regionPattern: /^cn-\w+-\d+$/,
    defaultRegions: ['cn-north-1', 'cn-northwest-1'],
  },
  {
    id: 'aws-us-gov',
    mainRegion: 'us-gov-west-1',
    dnsSuffix: 'amazonaws.com',
    regionPattern: /^us-gov-\w+-\d+$/,
    defaultRegions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  commercial,
];

/** The partition of a region name; unknown names belong to the commercial partition. */
export const partitionOfRegion = (region: string): Partition =>
  partitions.find((p) => p.regionPattern.test(region)) ?? commercial;

/** The partition with an id, e.g. that of an ARN. */
export const partitionById = (id: string): Partition => partitions.find((p) => p.id === id) ?? commercial;

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
