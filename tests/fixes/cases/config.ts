import { lacks } from '../lacks.ts';
import type { Aws, Build } from '../world.ts';

const role = 'arn:aws:iam::123456789012:role/config';
const bucket = (aws: Aws): Promise<string> =>
  aws`s3api create-bucket --bucket config-logs --create-bucket-configuration LocationConstraint=eu-west-1`;

const recording =
  (group: object): Build =>
  async (aws) => {
    await aws`configservice put-configuration-recorder --configuration-recorder name=own,roleARN=${role} --recording-group ${group}`;
    await bucket(aws);
    await aws`configservice put-delivery-channel --delivery-channel name=own,s3BucketName=config-logs`;
    await aws`configservice start-configuration-recorder --configuration-recorder-name own`;
  };
const all = recording({ allSupported: true, includeGlobalResourceTypes: true });

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'config-recorder-enabled': [
    async (aws) => {
      await bucket(aws);
      return { BUCKET: 'config-logs' };
    },
    async (aws, front) => {
      await all(aws, front);
      await aws`configservice stop-configuration-recorder --configuration-recorder-name own`;
    },
  ],
  'config-recorder-all-resource-types': recording({ allSupported: false, resourceTypes: ['AWS::S3::Bucket'] }),
  'config-recorder-service-linked-role': all,
  'config-delivery-channel-bucket-not-public': async (aws, front) => {
    await all(aws, front);
    await aws`s3api put-bucket-acl --bucket config-logs --acl public-read`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'config-rules-compliant': 'no command: the resources that break the rule have to be mended',
  'config-conformance-pack-deployed': lacks('config', 'PutConformancePack'),
  'config-recorder-global-types-once': 'no command: which region keeps them is for a person to say',
  'config-delivery-channel-bucket-exists': lacks('config', 'DescribeDeliveryChannelStatus'),
  'config-organization-aggregator-all-regions': lacks('config', 'DescribeConfigurationAggregatorSourcesStatus'),
};
