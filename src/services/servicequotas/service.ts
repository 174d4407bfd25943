import { service } from '../../aws/service.ts';

/** Service Quotas: what an account may have at most, region by region. Every operation's IAM action has its own name. */
export const servicequotas = service<typeof import('@aws-sdk/client-service-quotas')>({
  id: 'servicequotas',
  sdkId: 'Service Quotas',
  scope: 'region',
  // https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ServiceQuota.html
  // https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetQuotaUtilizationReport.html
  sends: {
    ServiceQuota: ['QuotaCode'],
    StartQuotaUtilizationReportResponse: ['ReportId'],
    GetQuotaUtilizationReportResponse: ['Status'],
    QuotaUtilizationInfo: ['QuotaCode'],
  },
  load: () => import('./sdk.ts'),
});
