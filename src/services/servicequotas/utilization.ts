import type { Api } from '../../aws/api.ts';
import { everyPage } from '../../aws/pages.ts';
import { poll } from '../poll.ts';

type Sdk = typeof import('@aws-sdk/client-service-quotas');

export const utilizationCalls = ['StartQuotaUtilizationReport', 'GetQuotaUtilizationReport'] as const;

/** How much is used of a quota, as AWS counts it. */
export interface UsedQuota {
  /** Such as `vpc`. */
  readonly service: string | undefined;
  readonly name: string | undefined;
  readonly code: string | undefined;
  /** Of the applied value; may be more than 100. Undefined: AWS did not say. */
  readonly percent: number | undefined;
  readonly value: number | undefined;
}

/**
 * The quotas of a region of which AWS counts what is used, from a report that it makes in some seconds and forgets after 15 minutes. Asking
 * for it changes nothing in the account: AWS's service authorization reference calls the action `Read`, and a recent report is
 * given again (https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_StartQuotaUtilizationReport.html).
 * @throws Error where the report was not made
 */
export async function usedQuotas(api: Api<Sdk, (typeof utilizationCalls)[number]>): Promise<readonly UsedQuota[]> {
  const { ReportId } = await api.call('StartQuotaUtilizationReport');
  if (ReportId === undefined) throw new Error('AWS did not say which report on the use of quotas it makes');
  const ask = (NextToken: string | undefined) =>
    api.call('GetQuotaUtilizationReport', {
      ReportId,
      MaxResults: 1000,
      ...(NextToken === undefined ? {} : { NextToken }),
    });
  const first = await poll(api, 'the report on the use of quotas', async () => {
    const page = await ask(undefined);
    return page.Status === 'PENDING' || page.Status === 'IN_PROGRESS' ? undefined : page;
  });
  if (first.Status !== 'COMPLETED')
    throw new Error(
      `AWS made no report on the use of quotas (${first.ErrorCode ?? first.Status ?? 'without a status'})`,
    );
  const found: UsedQuota[] = [];
  const pages = everyPage(
    (token) => (token === undefined ? Promise.resolve(first) : ask(token)),
    (page) => page.NextToken,
  );
  for await (const { Quotas = [] } of pages)
    for (const { ServiceCode, QuotaName, QuotaCode, Utilization, AppliedValue } of Quotas)
      found.push({
        service: ServiceCode,
        name: QuotaName,
        code: QuotaCode,
        percent: Utilization,
        value: AppliedValue,
      });
  return found;
}
