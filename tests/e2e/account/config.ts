import {
  ConfigServiceClient,
  PutConfigurationAggregatorCommand,
  PutConfigurationRecorderCommand,
  PutDeliveryChannelCommand,
  StartConfigurationRecorderCommand,
  type RecordingGroup,
} from '@aws-sdk/client-config-service';
import { accountIds, daysAgo, type AccountName, type Region, type World } from './world.ts';

const own = (account: AccountName): string =>
  `arn:aws:iam::${accountIds[account]}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;

/** AWS Config: in `main` badly set up in eu-west-1 and well in us-east-1, in `second` recording everywhere. */
export async function buildConfig(world: World): Promise<void> {
  const everything = { allSupported: true, includeGlobalResourceTypes: true };
  await record(
    world,
    'main',
    'eu-west-1',
    `arn:aws:iam::${accountIds.main}:role/own-config`,
    { resourceTypes: ['AWS::EC2::Instance'] },
    'acme-deleted-bucket',
  );
  await record(world, 'main', 'us-east-1', own('main'), everything, 'acme-config-open', true);
  await record(world, 'second', 'eu-west-1', own('second'), everything, 'second-config', true);
  await record(world, 'second', 'us-east-1', own('second'), everything, 'second-config', true);
  const role = (account: AccountName): string => `arn:aws:iam::${accountIds[account]}:role/aggregator`;
  await new ConfigServiceClient(world.at('main')).send(
    new PutConfigurationAggregatorCommand({
      ConfigurationAggregatorName: 'partial',
      OrganizationAggregationSource: { RoleArn: role('main'), AwsRegions: ['us-east-1'], AllAwsRegions: false },
    }),
  );
  await new ConfigServiceClient(world.at('second')).send(
    new PutConfigurationAggregatorCommand({
      ConfigurationAggregatorName: 'whole',
      OrganizationAggregationSource: { RoleArn: role('second'), AllAwsRegions: true },
    }),
  );
  cannedDeliveries(world);
}

/** Not in the emulator: how deliveries ended. Only the bucket that is gone gets nothing. */
function cannedDeliveries(world: World): void {
  world.front.answer(
    { service: 'config-service', operation: 'DescribeDeliveryChannelStatus' },
    ({ account, region }) => {
      if (account === accountIds.bare) return { DeliveryChannelsStatus: [] };
      const fails = account === accountIds.main && region === 'eu-west-1';
      const configHistoryDeliveryInfo = fails
        ? { lastStatus: 'Failure', lastErrorCode: 'NoSuchBucket', lastAttemptTime: daysAgo(world, 1) }
        : { lastStatus: 'Success', lastSuccessfulTime: daysAgo(world, 1), lastAttemptTime: daysAgo(world, 1) };
      return { DeliveryChannelsStatus: [{ name: 'default', configHistoryDeliveryInfo }] };
    },
  );
}

async function record(
  world: World,
  account: AccountName,
  region: Region,
  roleARN: string,
  recordingGroup: RecordingGroup,
  s3BucketName: string,
  start = false,
): Promise<void> {
  const config = new ConfigServiceClient(world.at(account, region));
  await config.send(
    new PutConfigurationRecorderCommand({ ConfigurationRecorder: { name: 'default', roleARN, recordingGroup } }),
  );
  await config.send(new PutDeliveryChannelCommand({ DeliveryChannel: { name: 'default', s3BucketName } }));
  if (start) await config.send(new StartConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
}
