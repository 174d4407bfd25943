import type { ClassifiedBy, Context, ExactFix, Verdict } from '../../engine/check.ts';
import { fail, pass } from '../../engine/check.ts';
import type { Settings } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import { networkAcl, type NaclEntry } from '../../services/ec2/network-acl.ts';
import { notShared } from '../../services/ec2/ownership.ts';
import { labelOf } from '../../services/ec2/tags.ts';
import type { closePorts } from './close-acl.ts';
import { openNaclPorts } from './nacl.ts';
import { familiesOf, type OpenQuestion } from './open-group.ts';
import type { OpenPorts } from './ports.ts';
import { describeOpenPorts } from './risky-ports.ts';
import { widenessOf, widenessSettings } from './wide.ts';

/** What is asked besides the ports that the internet should not be let in to. */
type AclQuestion<S> = OpenQuestion<typeof networkAcl, S> & {
  /** How they are closed. */
  readonly close: typeof closePorts;
};

/** A check of what a network ACL lets in from the internet at large. How many subnets use it is told, not asked. */
export function openAcl<const I extends string, const S extends Settings>(
  id: I,
  spec: ClassifiedBy<I> & AclQuestion<S>,
) {
  const { minded, expected, close, settings, ...rest }: AclQuestion<S> = spec;
  return judged(networkAcl, id, {
    ...rest,
    unless: [notShared],
    settings: { ...settings, ...widenessSettings },
    judge(acl, context) {
      // What the spec's settings are, and those of wideness: the compiler does not join them.
      const given = context.settings as Context<S>['settings'] & Parameters<typeof widenessOf>[0];
      const wideness = widenessOf(given);
      const openIn = (entries: readonly NaclEntry[]): readonly OpenPorts[] =>
        minded(openNaclPorts(entries, { wideness }), given);
      const open = openIn(acl.entries);
      if (open.length === 0) return pass(`${labelOf(acl)} does not let the internet in on ${expected(given)}`);
      const closed = (entries: readonly NaclEntry[]): boolean => openIn(entries).length === 0;
      return failing(acl, open, close(acl.id, acl.entries, open, wideness, closed));
    },
    examples,
  });
}

interface Acl {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean | undefined;
  readonly subnetIds: readonly string[];
}

function failing(acl: Acl, open: readonly OpenPorts[], fix: ExactFix): Verdict {
  const count = acl.subnetIds.length;
  const use = count === 0 ? 'no subnet uses it' : count === 1 ? '1 subnet uses it' : `${count} subnets use it`;
  const kind = acl.isDefault === true ? ', the default of its VPC,' : '';
  return fail(
    `${labelOf(acl)}${kind} lets the internet in on ${describeOpenPorts(open)} over ${familiesOf(open)}; ${use}`,
    { open: open.map(({ protocol, from, to, family }) => ({ protocol, from, to, family })), subnets: count },
    fix,
  );
}

function examples(): readonly Example[] {
  const all = { egress: false, action: 'allow', protocol: '-1', cidr: '0.0.0.0/0' } as const;
  const deny = { ...all, action: 'deny' } as const;
  const last = { ...deny, number: 32_767 };
  const web = { ...all, protocol: '6', fromPort: 443, toPort: 443 };
  const of = (when: string, expect: Verdict['kind'], ...entries: readonly object[]): Example => ({
    when,
    given: { entries: [...entries, last] },
    expect,
  });
  return [
    of('it has no entries but the last', 'pass'),
    of('it allows everything', 'fail', { ...all, number: 100 }),
    of('it allows all IPv6', 'fail', { ...all, number: 101, cidr: undefined, ipv6Cidr: '::/0' }),
    of('it allows everything and denies it later', 'fail', { ...all, number: 100 }, { ...deny, number: 200 }),
    of('it denies everything first', 'pass', { ...deny, number: 50 }, { ...all, number: 100 }),
    of('it allows the web port', 'pass', { ...web, number: 100 }),
    of('it allows everything out', 'pass', { ...all, number: 100, egress: true }),
    of('it allows a private network', 'pass', { ...all, number: 100, cidr: '10.0.0.0/8' }),
    {
      ...of('no subnet uses it', 'fail', { ...all, number: 100 }),
      given: { entries: [{ ...all, number: 100 }], subnetIds: [] },
    },
  ];
}
