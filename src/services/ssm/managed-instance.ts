import { resource } from '../../inventory/resource.ts';
import { ssm } from './service.ts';

/**
 * A machine that has reported its compliance to Systems Manager: an instance of EC2, or one outside AWS (`mi-…`). Machines that never
 * reported any are not listed.
 */
export const managedInstance = resource(ssm, 'AWS::SSM::ManagedInstance', {
  calls: ['ListResourceComplianceSummaries'],
  narrows: { ListResourceComplianceSummaries: { Filters: 'unless given' } },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance-states.html',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceComplianceSummaryItem.html',
  ],
  async *list(api) {
    const machines = new Map<string, { id: string; patches?: Patches }>();
    // There is one summary of each kind of compliance.
    for await (const page of api.pages('ListResourceComplianceSummaries', { MaxResults: 50 }))
      for (const summary of page.ResourceComplianceSummaryItems ?? []) {
        const { ResourceId: id, ResourceType, ComplianceType, Status, OverallSeverity } = summary;
        if (id === undefined || ResourceType !== 'ManagedInstance') continue;
        const machine = machines.get(id) ?? { id };
        if (ComplianceType === 'Patch')
          machine.patches = {
            status: Status,
            severity: OverallSeverity,
            missing: summary.NonCompliantSummary?.NonCompliantCount,
            at: summary.ExecutionSummary?.ExecutionTime?.toISOString(),
          };
        machines.set(id, machine);
      }
    yield* machines.values();
  },
  arn: ({ id }, { partition, region, account }) =>
    id.startsWith('i-')
      ? `arn:${partition}:ec2:${region}:${account}:instance/${id}`
      : `arn:${partition}:ssm:${region}:${account}:managed-instance/${id}`,
});

export interface Patches {
  readonly status: 'COMPLIANT' | 'NON_COMPLIANT' | undefined;
  readonly severity: string | undefined;
  /** How many patches the machine lacks or failed to install. */
  readonly missing: number | undefined;
  /** When the machine was looked at. */
  readonly at: string | undefined;
}
