import { answers } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, mainRegion } from '../../facts.ts';

const kim = iamArn('user/kim');

/** By its name, an event of STS that issued credentials for so long. */
const event = (eventName: string, durationSeconds: number): object => ({
  EventId: `11112222-3333-4444-5555-66667777${durationSeconds % 10_000}`,
  EventName: eventName,
  EventTime: daysAgo(1),
  CloudTrailEvent: JSON.stringify({
    eventName,
    eventSource: 'sts.amazonaws.com',
    eventTime: daysAgo(1).toISOString(),
    awsRegion: mainRegion,
    userIdentity: { type: 'IAMUser', arn: kim },
    requestParameters: { durationSeconds },
  }),
});

const events: readonly [name: string, event: object][] = [
  ['GetSessionToken', event('GetSessionToken', 129_600)],
  ['GetFederationToken', event('GetFederationToken', 43_200)],
  ['AssumeRoot', event('AssumeRoot', 900)],
  [
    'CreateCertificateAuthorityAuditReport',
    {
      EventId: '11112222-3333-4444-5555-666677770001',
      EventName: 'CreateCertificateAuthorityAuditReport',
      EventTime: daysAgo(7),
      CloudTrailEvent: JSON.stringify({
        eventName: 'CreateCertificateAuthorityAuditReport',
        eventSource: 'acm-pca.amazonaws.com',
        eventTime: daysAgo(7).toISOString(),
        requestParameters: {
          certificateAuthorityArn: arnOf('acm-pca', 'certificate-authority/00000000-0000-4000-8000-0000000000b1'),
          s3BucketName: 'acme-private',
        },
      }),
    },
  ],
];

/** In one region credentials were issued of every kind that should not be, and one private authority had its report made. */
export default answers('cloudtrail', {
  LookupEvents: ({ input, region }) => {
    const [attribute] = input['LookupAttributes'] as readonly { readonly AttributeValue: string }[];
    const name = attribute?.AttributeValue;
    return { Events: region === mainRegion ? events.flatMap(([one, said]) => (one === name ? [said] : [])) : [] };
  },
});
