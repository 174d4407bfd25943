import type { Aws, Build } from '../world.ts';

const trail = async (aws: Aws, ...more: readonly string[]): Promise<void> => {
  await aws`s3api create-bucket --bucket trail-logs --create-bucket-configuration LocationConstraint=eu-west-1`;
  await aws`cloudtrail create-trail --name main --s3-bucket-name trail-logs`;
  for (const each of more) await aws`cloudtrail ${each} --name main`;
};

/** Of the account, with a trail that is on. */
const logging: Build = async (aws) => {
  await trail(aws, 'start-logging');
  await aws`cloudtrail update-trail --name main --is-multi-region-trail`;
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'cloudtrail-trail-enabled': (aws) => trail(aws),
  'cloudtrail-multi-region-trail-enabled': [(aws) => trail(aws), (aws) => trail(aws, 'start-logging')],
  'cloudtrail-multi-region-management-events-logged': async (aws, front) => {
    await logging(aws, front);
    await aws`cloudtrail put-event-selectors --trail-name main --event-selectors ${[{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }]}`;
  },
  'cloudtrail-s3-read-data-events-logged': logging,
  'cloudtrail-s3-write-data-events-logged': logging,
  'cloudtrail-trail-kms-encrypted': async (aws) => {
    await trail(aws);
    return { KEY_ARN: await aws`kms create-key --query KeyMetadata.Arn --output text` };
  },
  'cloudtrail-trail-logging': (aws) => trail(aws),
  'cloudtrail-trail-insights-enabled': (aws) => trail(aws, 'start-logging'),
  'cloudtrail-trail-log-file-validation-enabled': (aws) => trail(aws),
  'cloudtrail-trail-bucket-access-logging-enabled': async (aws) => {
    await trail(aws);
    await aws`s3api create-bucket --bucket access-logs --create-bucket-configuration LocationConstraint=eu-west-1`;
    const writes = {
      Effect: 'Allow',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::access-logs/*',
    };
    await aws`s3api put-bucket-policy --bucket access-logs --policy ${{ Version: '2012-10-17', Statement: [writes] }}`;
    return { LOG_BUCKET: 'access-logs' };
  },
  'cloudtrail-trail-bucket-not-public': async (aws) => {
    await trail(aws);
    await aws`s3api put-bucket-acl --bucket trail-logs --acl public-read`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'cloudtrail-organization-trail-enabled': 'The emulator has no trails of an organization',
  'cloudtrail-trail-data-events-logged': 'no command: which resources matter is for a person to say',
  'cloudtrail-trail-delivery-succeeding': 'no command: what is wrong with the bucket is for a person to see',
  'cloudtrail-trail-cloudwatch-logs-delivering': 'The emulator delivers nothing to log groups',
};
