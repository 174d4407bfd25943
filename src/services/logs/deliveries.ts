import type { Api } from '../../aws/api.ts';

/**
 * The types of logs that CloudWatch Logs delivers somewhere (a log group, a bucket, a stream), by the ARN of the resource that
 * they are of: asked once per region. A source without a delivery sends nothing.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
 */
export const deliveredLogTypes = (
  api: Api<typeof import('@aws-sdk/client-cloudwatch-logs'), 'DescribeDeliverySources' | 'DescribeDeliveries'>,
): Promise<ReadonlyMap<string, readonly string[]>> =>
  api.once('delivered log types', async () => {
    const sources: { readonly name: string; readonly logType: string; readonly arns: readonly string[] }[] = [];
    for await (const { deliverySources } of api.pages('DescribeDeliverySources', { limit: 50 })) {
      for (const { name, logType, resourceArns, status } of deliverySources ?? []) {
        // its resource is gone
        if (status === 'INACTIVE') continue;
        if (name !== undefined && logType !== undefined) sources.push({ name, logType, arns: resourceArns ?? [] });
      }
    }
    const found = new Map<string, string[]>();
    if (sources.length === 0) return found;
    const delivered = new Set<string>();
    for await (const { deliveries } of api.pages('DescribeDeliveries', { limit: 50 }))
      for (const { deliverySourceName } of deliveries ?? [])
        if (deliverySourceName !== undefined) delivered.add(deliverySourceName);
    for (const { name, logType, arns } of sources) {
      if (!delivered.has(name)) continue;
      for (const arn of arns) found.set(arn, [...(found.get(arn) ?? []), logType]);
    }
    return found;
  });
