import {
  CloudTrailClient,
  CreateTrailCommand,
  GetTrailStatusCommand,
  PutEventSelectorsCommand,
  PutInsightSelectorsCommand,
  StartLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { accountIds, daysAgo, json, type World } from './world.ts';

export const logGroup = 'cloudtrail';
const groupArn = (account: string): string => `arn:aws:logs:us-east-1:${account}:log-group:${logGroup}:*`;
const role = (account: string): string => `arn:aws:iam::${account}:role/cloudtrail`;

/**
 * In `main` two trails of one region each, neither of them logging: `weak-trail` is badly set up, `strong-trail` well.
 * In `second` an organization trail that logs everything.
 */
export async function buildTrails(world: World): Promise<void> {
  await new CloudTrailClient(world.at('main', 'eu-west-1')).send(
    new CreateTrailCommand({ Name: 'weak-trail', S3BucketName: 'acme-trail-open' }),
  );
  await new CloudTrailClient(world.at('main')).send(
    new CreateTrailCommand({
      Name: 'strong-trail',
      S3BucketName: 'acme-trail',
      EnableLogFileValidation: true,
      KmsKeyId: `arn:aws:kms:us-east-1:${accountIds.main}:key/00000000-0000-4000-8000-000000000001`,
      CloudWatchLogsLogGroupArn: groupArn(accountIds.main),
      CloudWatchLogsRoleArn: role(accountIds.main),
    }),
  );
  const second = new CloudTrailClient(world.at('second'));
  await second.send(
    new CreateTrailCommand({
      Name: 'org-trail',
      S3BucketName: 'second-trail',
      IsMultiRegionTrail: true,
      IsOrganizationTrail: true,
      EnableLogFileValidation: true,
      KmsKeyId: `arn:aws:kms:us-east-1:${accountIds.second}:key/00000000-0000-4000-8000-000000000002`,
      CloudWatchLogsLogGroupArn: groupArn(accountIds.second),
      CloudWatchLogsRoleArn: role(accountIds.second),
    }),
  );
  await second.send(new StartLoggingCommand({ Name: 'org-trail' }));
  await second.send(
    new PutInsightSelectorsCommand({
      TrailName: 'org-trail',
      InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }],
    }),
  );
  await second.send(
    new PutEventSelectorsCommand({
      TrailName: 'org-trail',
      EventSelectors: [
        {
          ReadWriteType: 'All',
          IncludeManagementEvents: true,
          DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }],
        },
      ],
    }),
  );
  cannedTrails(world);
}

function cannedTrails(world: World): void {
  const { front } = world;
  // The emulator delivers nothing to a log group.
  front.answer({ service: 'cloudtrail', operation: 'GetTrailStatus' }, async ({ input, account, region }) => {
    const Name = String(input['Name']);
    const { $metadata: _, ...status } = await new CloudTrailClient(world.behind(account, region)).send(
      new GetTrailStatusCommand({ Name }),
    );
    const delivered = Name.endsWith('/weak-trail') ? {} : { LatestCloudWatchLogsDeliveryTime: daysAgo(world, 0, -30) };
    return { ...status, ...delivered };
  });
  // Not in the emulator: the event history.
  front.answer({ service: 'cloudtrail', operation: 'LookupEvents' }, ({ input, account, region }) => {
    const [attribute] = input['LookupAttributes'] as { AttributeValue: string }[];
    if (account !== accountIds.main) return { Events: [] };
    if (attribute?.AttributeValue === 'CreateCertificateAuthorityAuditReport')
      return { Events: [auditReport(world, region)] };
    const issued = issuedInOneRegion[attribute?.AttributeValue ?? ''];
    if (issued !== undefined)
      return { Events: region === 'eu-west-1' ? [stsEvent(world, attribute?.AttributeValue ?? '', issued)] : [] };
    return {
      Events: attribute?.AttributeValue === 'ConsoleLogin' ? [failedRootLogin(world)] : [globalStsRequest(world)],
    };
  });
}

const failedRootLogin = (world: World): object => ({
  EventId: 'e1',
  EventName: 'ConsoleLogin',
  EventTime: daysAgo(world, 3),
  CloudTrailEvent: json({
    eventName: 'ConsoleLogin',
    eventTime: daysAgo(world, 3),
    userIdentity: { type: 'Root' },
    responseElements: { ConsoleLogin: 'Failure' },
  }),
});

/** Of the authority Services, in its region. */
const auditReport = (world: World, region: string): object => ({
  EventId: 'e-report',
  EventName: 'CreateCertificateAuthorityAuditReport',
  EventTime: daysAgo(world, 4),
  CloudTrailEvent: json({
    eventName: 'CreateCertificateAuthorityAuditReport',
    eventTime: daysAgo(world, 4),
    requestParameters: {
      certificateAuthorityArn: `arn:aws:acm-pca:${region}:${accountIds.main}:certificate-authority/00000000-0000-4000-8000-0000000000b1`,
    },
  }),
});

/** For how long, by the operation of STS that issued it. */
const issuedInOneRegion: Readonly<Record<string, number>> = {
  AssumeRoot: 900,
  GetFederationToken: 43_200,
  GetSessionToken: 129_600,
};

const stsEvent = (world: World, eventName: string, durationSeconds: number): object => ({
  EventId: `e-${eventName}`,
  EventName: eventName,
  EventTime: daysAgo(world, 2),
  CloudTrailEvent: json({
    eventName,
    eventSource: 'sts.amazonaws.com',
    eventTime: daysAgo(world, 2),
    userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${accountIds.main}:user/dave` },
    requestParameters: { durationSeconds },
  }),
});

const globalStsRequest = (world: World): object => ({
  EventId: 'e2',
  EventName: 'AssumeRole',
  EventTime: daysAgo(world, 0, -60),
  CloudTrailEvent: json({
    eventSource: 'sts.amazonaws.com',
    eventTime: daysAgo(world, 0, -60),
    awsRegion: 'us-east-1',
    additionalEventData: { endpointType: 'global', awsServingRegion: 'eu-west-1' },
  }),
});
