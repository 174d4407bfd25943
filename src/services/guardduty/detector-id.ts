import type { Api } from '../../aws/api.ts';
import type * as sdk from './sdk.ts';

/**
 * The id of the region's detector, asked for once per region whoever wants it; undefined when GuardDuty was never
 * turned on there. An account has at most one detector in a region
 * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html).
 */
export function detectorIdOf(
  api: Pick<Api<typeof sdk, 'ListDetectors'>, 'once' | 'pages'>,
): Promise<string | undefined> {
  return api.once('detectorId', async () => {
    for await (const { DetectorIds } of api.pages('ListDetectors')) {
      if (DetectorIds?.[0] !== undefined) return DetectorIds[0];
    }
    return undefined;
  });
}
