import type { ServiceLastAccessed } from '@aws-sdk/client-iam';
import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { poll } from '../poll.ts';
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
  const report = await poll(api, 'the access report', async () => {
    const first = await page();
    return first.JobStatus === 'IN_PROGRESS' ? undefined : first;
  });
  if (report.JobStatus !== 'COMPLETED') {
    throw Object.assign(new Error(report.Error?.Message ?? 'the access report failed'), {
      name: report.Error?.Code ?? 'JobFailed',
    });
  }
  const services: ServiceLastAccessed[] = [];
  const ask = (marker: string | undefined) => (marker === undefined ? Promise.resolve(report) : page(marker));
  for await (const { ServicesLastAccessed = [] } of everyPage(ask, (answer) => answer.Marker))
    services.push(...ServicesLastAccessed);
  return services.flatMap(({ ServiceNamespace, LastAuthenticated }) =>
    ServiceNamespace === undefined || LastAuthenticated === undefined
      ? []
      : [{ service: ServiceNamespace, at: LastAuthenticated.toISOString() }],
  );
}
