import { answers, here } from '../../answers.ts';
import { daysAgo } from '../../facts.ts';

const of = (ResourceId: string, Status: 'COMPLIANT' | 'NON_COMPLIANT', NonCompliantCount: number) => ({
  ComplianceType: 'Patch',
  ResourceType: 'ManagedInstance',
  ResourceId,
  Status,
  OverallSeverity: Status === 'COMPLIANT' ? ('UNSPECIFIED' as const) : ('CRITICAL' as const),
  ExecutionSummary: { ExecutionTime: daysAgo(1), ExecutionType: 'Command' },
  CompliantSummary: { CompliantCount: 212 },
  NonCompliantSummary: { NonCompliantCount },
});

/** Two machines outside AWS: one with its patches, one without. */
export default answers(
  'ssm',
  {
    ListResourceComplianceSummaries: here({
      ResourceComplianceSummaryItems: [
        { ...of('mi-0aaaaaaaaaaaaaaa1', 'COMPLIANT', 0), ComplianceType: 'Association' },
        of('mi-0aaaaaaaaaaaaaaa1', 'COMPLIANT', 0),
        of('mi-0aaaaaaaaaaaaaaa2', 'NON_COMPLIANT', 4),
      ],
    }),
  },
  { 'AWS::SSM::ManagedInstance': 'mi-0aaaaaaaaaaaaaaa1' },
);
