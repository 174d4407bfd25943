import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';

/**
 * The id of the region's detector, asked for once per region whoever wants it; undefined when GuardDuty was never
 * turned on there. An account has at most one detector in a region
 * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html).
 */
export function detectorIdOf(
  api: Pick<Api<typeof import('@aws-sdk/client-guardduty'), 'ListDetectors'>, 'once' | 'pages'>,
): Promise<string | undefined> {
  return api.once('detectorId', async () => {
    for await (const { DetectorIds } of api.pages('ListDetectors')) {
      // An answer without the list is not an answer: it must not read as "GuardDuty is off".
      if (DetectorIds === undefined) throw new MalformedAnswer('ListDetectors gives no detectorIds');
      if (DetectorIds[0] !== undefined) return DetectorIds[0];
    }
    return undefined;
  });
}
