import { defineCheck, fail, manual, notApplicable, pass } from '../../src/engine/check.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

/** In the accounts of a scan configuration: the account itself, and all of the organization (https://docs.aws.amazon.com/inspector/latest/user/scanning-cis.html). */
const everyone = new Set(['SELF', 'ALL_ACCOUNTS']);

export default defineCheck({
  id: 'inspector-cis-scan-configured',
  title: 'Instances are scanned against CIS benchmarks on a schedule',
  resource: inspectorRegion,
  needs: ['status', 'cisScans', 'administrator'],
  risk: 'Settings of operating systems drift from the hardened state, and nobody notices.',
  fix: {
    text: 'Create a CIS scan that is repeated, for the instances that carry a tag you choose. Only instances that Systems Manager manages are scanned, and each scan costs by instance; `aws inspector2 delete-cis-scan-configuration` undoes it.',
    cli: 'aws inspector2 create-cis-scan-configuration --scan-name weekly-level-1 --security-level LEVEL_1 --schedule \'{"weekly":{"days":["SUN"],"startTime":{"timeOfDay":"03:00","timezone":"UTC"}}}\' --targets \'{"accountIds":["SELF"],"targetResourceTags":{"TAG_KEY":["TAG_VALUE"]}}\'',
  },
  references: ['https://docs.aws.amazon.com/inspector/latest/user/scanning-cis.html'],
  evaluate({ id, name, status, cisScans, administrator }) {
    if (status.account === undefined || cisScans === undefined) return notApplicable(`${name} is off`);
    const own = cisScans.filter(({ accounts }) => accounts?.some((one) => one === id || everyone.has(one)) ?? false);
    const repeated = own.filter(({ schedule }) => schedule !== undefined && schedule !== 'oneTime');
    if (repeated.length > 0)
      return pass(
        `${name} scans instances against CIS benchmarks: ${repeated.map((one) => `${one.name ?? 'a scan without a name'} (${one.schedule ?? ''})`).join(', ')}`,
        cisScans,
      );
    // What a delegated administrator schedules for its members is in its own list, and no reference says that members are told of it.
    if (administrator !== undefined && administrator !== id)
      return manual(
        `${name} has no repeated CIS scan of its own; whether account ${administrator}, which administers it, scans its instances is seen there only`,
        cisScans,
      );
    return fail(
      own.length > 0
        ? `${name} has CIS scans, and none that is repeated: ${own.map((one) => one.name ?? 'a scan without a name').join(', ')}`
        : cisScans.length > 0
          ? `${name} has CIS scans, and none of this account: ${cisScans.map((one) => one.name ?? 'a scan without a name').join(', ')}`
          : `${name} has no CIS scan configuration; expected one that is repeated`,
      cisScans,
    );
  },
});
