import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { coveredResource } from '../../src/services/inspector/covered-resource.ts';

export default state(coveredResource, 'inspector-covered-resource-scan-active', {
  title: 'Inspector scans the resources that it is to cover',
  at: 'code',
  unless: [
    {
      at: 'reason',
      is: ['EC2_INSTANCE_STOPPED', 'RESOURCE_STOPPED', 'RESOURCE_TERMINATED', 'PENDING_DISABLE', 'IMAGE_ARCHIVED'],
      because: '{name} is not in use or about to leave: {reason}',
    },
    {
      at: 'reason',
      is: ['PENDING_INITIAL_SCAN', 'PENDING_REVIVAL_SCAN'],
      verdict: unknown('the scan of {name} has not been made yet: {reason}'),
    },
  ],
  is: {
    ACTIVE: pass('The scan of {name} is active[: {reason}]'),
    INACTIVE: fail('The scan of {name} is not active[: {reason}]; expected ACTIVE'),
  },
  unsaid: unknown('AWS does not say whether the scan of {name} is active'),
  risk: 'A resource that is taken for scanned has vulnerabilities that no finding tells of.',
  fix: {
    text: 'It depends on the reason. Unmanaged, or without a fresh inventory: make the instance a managed node of Systems Manager, or choose hybrid scanning. Access denied: let Inspector in by the policy of the resource or key. Excluded by tag: take the tag InspectorEc2Exclusion or InspectorExclusion off. Not scanned (any more): scan the repository continuously, for longer. Unsupported: move it to what Inspector supports.',
  },
  references: ['https://docs.aws.amazon.com/inspector/v2/APIReference/API_ScanStatus.html'],
});
