import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

export default answers('config-service', {
  DescribeDeliveryChannels: here({ DeliveryChannels: [{ name: 'default', s3BucketName: 'acme-logs' }] }),
  DescribeDeliveryChannelStatus: here({
    DeliveryChannelsStatus: [
      { name: 'default', configHistoryDeliveryInfo: { lastStatus: 'SUCCESS', lastSuccessfulTime: daysAgo(0) } },
    ],
  }),
});
