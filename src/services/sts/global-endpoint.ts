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
export function globalRequest(event: Record<string, unknown>): GlobalRequest | undefined {
  const extra = event['additionalEventData'] as
    | { endpointType?: unknown; awsServingRegion?: unknown }
    | null
    | undefined;
  const tls = event['tlsDetails'] as { clientProvidedHostHeader?: unknown } | null | undefined;
  if (extra?.endpointType !== 'global' && tls?.clientProvidedHostHeader !== 'sts.amazonaws.com') return undefined;
  const at = event['eventTime'];
  const servedIn = extra?.awsServingRegion ?? event['awsRegion'];
  return typeof at === 'string' && typeof servedIn === 'string' ? { at, servedIn } : undefined;
}
