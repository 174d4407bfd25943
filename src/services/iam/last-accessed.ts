import type { ServiceLastAccessed } from '@aws-sdk/client-iam';
import type { Api } from '../../aws/api.ts';
import { poll } from './poll.ts';
import type { IamSdk } from './service.ts';

/** A service the entity called, and when it last did. */
export interface AccessedService {
  /** Prefix of the service's actions, e.g. `s3`. */
  readonly service: string;
  readonly at: string;
}

/** The operations `servicesAccessed` sends. */
export const lastAccessedCalls = ['GenerateServiceLastAccessedDetails', 'GetServiceLastAccessedDetails'] as const;

/**
 * The services an entity called in the tracking period (400 days)
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html).
 */
export async function servicesAccessed(
  api: Api<IamSdk, (typeof lastAccessedCalls)[number]>,
  arn: string,
): Promise<AccessedService[]> {
  const { JobId } = await api.call('GenerateServiceLastAccessedDetails', { Arn: arn });
  const page = (marker?: string) =>
    api.call('GetServiceLastAccessedDetails', {
      JobId,
      MaxItems: 1000,
      ...(marker === undefined ? {} : { Marker: marker }),
    });
  let answer = await poll(api, 'the access report', async () => {
    const first = await page();
    return first.JobStatus === 'IN_PROGRESS' ? undefined : first;
  });
  if (answer.JobStatus !== 'COMPLETED') {
    throw Object.assign(new Error(answer.Error?.Message ?? 'the access report failed'), {
      name: answer.Error?.Code ?? 'JobFailed',
    });
  }
  const services: ServiceLastAccessed[] = [...(answer.ServicesLastAccessed ?? [])];
  // The SDK has no paginator for this operation.
  while (answer.IsTruncated === true && answer.Marker !== undefined) {
    // oxlint-disable-next-line no-await-in-loop
    answer = await page(answer.Marker);
    services.push(...(answer.ServicesLastAccessed ?? []));
  }
  return services.flatMap(({ ServiceNamespace, LastAuthenticated }) =>
    ServiceNamespace === undefined || LastAuthenticated === undefined
      ? []
      : [{ service: ServiceNamespace, at: LastAuthenticated.toISOString() }],
  );
}
