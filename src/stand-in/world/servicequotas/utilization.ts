import { answers } from '../../answers.ts';
import { daysAgo, mainRegion } from '../../facts.ts';

const used = (
  ServiceCode: string,
  QuotaCode: string,
  QuotaName: string,
  Utilization: number,
  AppliedValue: number,
) => ({
  ServiceCode,
  ServiceName: ServiceCode,
  QuotaCode,
  QuotaName,
  Namespace: 'AWS/Usage',
  Utilization,
  AppliedValue,
  DefaultValue: AppliedValue,
  Adjustable: true,
});

/** Nearly all functions' concurrency is used in one region, and little of anything in the other. */
export default answers('service-quotas', {
  StartQuotaUtilizationReport: { ReportId: 'r-0a1b2c3d4e5f', Status: 'PENDING' },
  GetQuotaUtilizationReport: ({ region }) => ({
    ReportId: 'r-0a1b2c3d4e5f',
    Status: 'COMPLETED',
    GeneratedAt: daysAgo(0),
    TotalCount: 2,
    Quotas: [
      used('lambda', 'L-B99A9384', 'Concurrent executions', region === mainRegion ? 91.5 : 2, 1000),
      used('ec2', 'L-1216C47A', 'Running On-Demand Standard instances', 25, 64),
    ],
  }),
});
