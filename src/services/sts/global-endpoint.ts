import { textAt } from '../cloudtrail/recent-events.ts';

/** A request to the global endpoint `sts.amazonaws.com`. */
export interface GlobalRequest {
  readonly at: string;
  /** Region that served it. */
  readonly servedIn: string;
}

/**
 * Projects an STS event to a request to the global endpoint. AWS adds `endpointType` and `awsServingRegion` to the events
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html); the host the client named says the same.
 */
export function globalRequest(event: unknown): GlobalRequest | undefined {
  const named = textAt(event, 'tlsDetails', 'clientProvidedHostHeader');
  if (textAt(event, 'additionalEventData', 'endpointType') !== 'global' && named !== 'sts.amazonaws.com')
    return undefined;
  const at = textAt(event, 'eventTime');
  const servedIn = textAt(event, 'additionalEventData', 'awsServingRegion') ?? textAt(event, 'awsRegion');
  return at === undefined || servedIn === undefined ? undefined : { at, servedIn };
}
