import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { deliveryChannel } from '../../src/services/config/delivery-channel.ts';
import { shell } from '../../src/text/shell.ts';
import { bucket } from '../../src/services/s3/bucket.ts';

const dayMs = 86_400_000;

export default defineCheck({
  id: 'config-delivery-channel-bucket-exists',
  title: 'The bucket that AWS Config delivers to exists',
  resource: deliveryChannel,
  needs: ['deliveries', 'bucketAnswer'],
  along: { buckets: along(bucket, { witness: true }) },
  settings: {
    maxDays: {
      type: 'integer',
      default: 7,
      min: 1,
      describe: "days for which a delivery proves that another account's bucket exists",
    },
  },
  risk: "Configuration history goes nowhere. Whoever creates a bucket of the missing one's name receives it.",
  fix: {
    text: 'Create the bucket again, with a policy that lets AWS Config write, or point the delivery channel to one that exists.',
    exact: ({ region, channel }) => ({
      cli: [
        shell`aws s3api create-bucket --bucket ${channel?.bucket ?? 'BUCKET'}`,
        // The one region that takes none: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
        ...(region === 'us-east-1' ? [] : [shell`--create-bucket-configuration LocationConstraint=${region}`]),
      ].join(' '),
    }),
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html'],
  evaluate({ name, channel, deliveries, bucketAnswer }, { now, settings: { maxDays }, along: { buckets } }) {
    if (channel?.bucket === undefined) return notApplicable('there is no delivery channel');
    const { bucket: id } = channel;
    if (bucketAnswer === undefined)
      return fail(`${name} names bucket ${id}, which does not exist`, { bucket: id, errorCode: deliveries.errorCode });
    if (bucketAnswer.asked || buckets.some((found) => found.id === id))
      return pass(`${name} delivers to bucket ${id}, which exists`, { bucket: id });
    const { succeededAt } = deliveries;
    if (succeededAt !== undefined && now - Date.parse(succeededAt) <= maxDays * dayMs) {
      return pass(`${name} last delivered to bucket ${id} at ${succeededAt}`, { bucket: id, succeededAt });
    }
    return unknown(
      `bucket ${id} could not be read as a bucket of this account, and no delivery of the last ${maxDays} days proves that it exists`,
    );
  },
});
