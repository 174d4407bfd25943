import type { Verdict } from '../../engine/check.ts';
import { fail, notApplicable, pass } from '../../engine/check.ts';
import { openNaclPorts } from './nacl.ts';
import { type NaclEntry } from '../../services/ec2/network-acl.ts';
import type { OpenPorts } from './ports.ts';
import { describeOpenPorts } from './risky-ports.ts';
import { widenessOf } from './wide.ts';
import { familiesOf } from './open-group.ts';
import { isShared, sharedReason } from '../../services/ec2/ownership.ts';
import { labelOf } from '../../services/ec2/tags.ts';

export interface Acl {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly ownerId: string | undefined;
  readonly isDefault: boolean | undefined;
  readonly subnetIds: readonly string[];
  readonly entries: readonly NaclEntry[];
}

/**
 * Judges what a network ACL lets in from the internet at large. How many subnets use it is told, not asked.
 * @param minded narrows the open ports to those that should not be
 * @param expected what should not be let in, as in `lets the internet in on no SSH port`
 */
export function judgeOpenAcl(
  acl: Acl,
  minded: (open: readonly OpenPorts[]) => readonly OpenPorts[],
  expected: string,
  settings: Parameters<typeof widenessOf>[0],
): Verdict {
  if (isShared(acl)) return notApplicable(sharedReason(acl));
  const open = minded(openNaclPorts(acl.entries, { wideness: widenessOf(settings) }));
  const name = labelOf(acl);
  if (open.length === 0) return pass(`${name} does not let the internet in on ${expected}`);
  const count = acl.subnetIds.length;
  const use = count === 0 ? 'no subnet uses it' : count === 1 ? '1 subnet uses it' : `${count} subnets use it`;
  const kind = acl.isDefault === true ? ', the default of its VPC,' : '';
  return fail(`${name}${kind} lets the internet in on ${describeOpenPorts(open)} over ${familiesOf(open)}; ${use}`, {
    open: open.map(({ protocol, from, to, family }) => ({ protocol, from, to, family })),
    subnets: count,
  });
}
