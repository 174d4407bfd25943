import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { logsManagement, ownedElsewhere } from '../../src/judgements/logs/trail-coverage.ts';
import { trail } from '../../src/services/cloudtrail/trail.ts';

const dayMs = 86_400_000;

export default defineCheck({
  id: 'cloudtrail-trail-delivery-succeeding',
  title: 'Trails deliver their log files to the bucket',
  resource: trail,
  needs: ['status', 'selectors'],
  risk: 'The trail is on and records nothing: after an attack there is no log to look into.',
  fix: {
    text: "Look at the error: the bucket is gone, its policy does not let CloudTrail write, or the key's policy does not let CloudTrail encrypt. CloudTrail delivers again by itself once that is mended.",
  },
  references: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ],
  evaluate({ name, arn, account, bucket, multiRegion, status, ...rest }, { now }) {
    const elsewhere = ownedElsewhere({ arn, account });
    if (elsewhere !== undefined) return elsewhere;
    const { logging, startedAt, latestDeliveryAt: at, latestDeliveryError: error } = status;
    const observed = { bucket, deliveredAt: at, error, startedAt };
    if (!logging) return notApplicable(`${name} is not logging, so it delivers nothing`);
    const to = bucket === undefined ? 'its bucket' : `bucket ${bucket}`;
    if (error !== undefined) return fail(`${name} failed to deliver log files to ${to} (${error})`, observed);
    // What came before it was turned on last says nothing of today.
    if (at !== undefined && (startedAt === undefined || at >= startedAt))
      return pass(`${name} delivered log files to ${to} at ${at}`, observed);
    const since =
      startedAt === undefined ? ', and AWS does not say when it was turned on' : `: it was turned on at ${startedAt}`;
    if (startedAt === undefined || now - Date.parse(startedAt) <= dayMs)
      return unknown(`${name} has delivered no log file to ${to} yet${since}`);
    // Of management events of all regions there are some each day; of others, or in one region, there may be none.
    const busy = multiRegion && logsManagement(rest.selectors, 'read') === true;
    // Files come within minutes of the events: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html
    return busy
      ? fail(`${name} has delivered no log file to ${to} since it was turned on at ${startedAt}`, observed)
      : unknown(
          `${name} has delivered no log file to ${to} since it was turned on at ${startedAt}, and there may have been no event that it logs`,
        );
  },
});
