import type { ExactFix } from '../../engine/check.ts';
import { portsOf, protocolName, type OpenOptions, type OpenPorts } from './ports.ts';
import type { SecurityGroupRule } from '../../services/ec2/security-group.ts';
import { isWide } from './wide.ts';
import { shell } from '../../text/shell.ts';

/** The parts of rules that let the internet at large in to some ports; each source that does is one. */
function sourcesOpening(
  rules: readonly SecurityGroupRule[],
  open: readonly OpenPorts[],
  { prefixListCidrs, wideness }: OpenOptions,
): SecurityGroupRule[] {
  const opens = (rule: SecurityGroupRule, blocks: readonly string[]): boolean =>
    open.some(({ protocol, from, to, family }) => {
      const range = portsOf(rule, protocol);
      return range !== undefined && range.from <= to && from <= range.to && isWide(blocks, family, wideness);
    });
  return rules.flatMap((rule) => {
    if (rule.direction !== 'ingress') return [];
    const cidrs = rule.cidrs.filter((cidr) => opens(rule, [cidr]));
    const ipv6Cidrs = rule.ipv6Cidrs.filter((cidr) => opens(rule, [cidr]));
    const prefixLists = rule.prefixLists.filter((id) => opens(rule, prefixListCidrs?.get(id) ?? []));
    return cidrs.length + ipv6Cidrs.length + prefixLists.length === 0
      ? []
      : [{ ...rule, cidrs, ipv6Cidrs, prefixLists, groups: [] }];
  });
}

/** The same rules without some of their sources. */
const without = (rules: readonly SecurityGroupRule[], revoked: readonly SecurityGroupRule[]): SecurityGroupRule[] =>
  rules.map((rule) => {
    const gone = revoked.filter((each) => samePorts(each, rule));
    const left = (field: 'cidrs' | 'ipv6Cidrs' | 'prefixLists'): string[] =>
      rule[field].filter((source) => !gone.some((each) => each[field].includes(source)));
    return { ...rule, cidrs: left('cidrs'), ipv6Cidrs: left('ipv6Cidrs'), prefixLists: left('prefixLists') };
  });

const samePorts = (a: SecurityGroupRule, b: SecurityGroupRule): boolean =>
  a.direction === b.direction && a.protocol === b.protocol && a.fromPort === b.fromPort && a.toPort === b.toPort;

/** Commands that revoke rules, or parts of them, as they are. */
export function revokeRules(groupId: string, rules: readonly SecurityGroupRule[]): string {
  return (['ingress', 'egress'] as const)
    .flatMap((direction) => {
      const permissions = rules.filter((rule) => rule.direction === direction).map(permissionOf);
      if (permissions.length === 0) return [];
      return direction === 'ingress'
        ? shell`aws ec2 revoke-security-group-ingress --group-id ${groupId} --ip-permissions ${permissions}`
        : shell`aws ec2 revoke-security-group-egress --group-id ${groupId} --ip-permissions ${permissions}`;
    })
    .join('\n');
}

/** As EC2 takes it: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
function permissionOf(rule: SecurityGroupRule): object {
  const listed = (name: string, values: readonly object[]): object => (values.length === 0 ? {} : { [name]: values });
  return {
    IpProtocol: rule.protocol,
    ...(rule.fromPort === undefined ? {} : { FromPort: rule.fromPort }),
    ...(rule.toPort === undefined ? {} : { ToPort: rule.toPort }),
    ...listed(
      'IpRanges',
      rule.cidrs.map((CidrIp) => ({ CidrIp })),
    ),
    ...listed(
      'Ipv6Ranges',
      rule.ipv6Cidrs.map((CidrIpv6) => ({ CidrIpv6 })),
    ),
    ...listed(
      'PrefixListIds',
      rule.prefixLists.map((PrefixListId) => ({ PrefixListId })),
    ),
    ...listed(
      'UserIdGroupPairs',
      rule.groups.map((GroupId) => ({ GroupId })),
    ),
  };
}

/**
 * Revokes what lets the internet in to some ports. No command where no single source does, only many together: which of them
 * the group needs is for a person to say.
 * @param isClosed whether rules leave nothing open that should not be
 */
export function closeToInternet(
  groupId: string,
  rules: readonly SecurityGroupRule[],
  open: readonly OpenPorts[],
  options: OpenOptions,
  isClosed: (left: readonly SecurityGroupRule[]) => boolean,
): ExactFix {
  const revoked = sourcesOpening(rules, open, options);
  if (!isClosed(without(rules, revoked)))
    return {
      note: 'Decide which of the networks that the rules name have to reach these ports and remove the others: no single one is the internet, together they are.',
    };
  const also = revoked.filter((rule) => wider(rule, open)).map(describeRule);
  const blast =
    also.length === 0
      ? ''
      : ` The command removes the whole rule for ${[...new Set(also)].join(' and ')}: allow first what of it is still needed.`;
  return {
    note: `authorize-security-group-ingress with the same --ip-permissions undoes it.${blast} Where Terraform or CloudFormation manages the group, remove the rule there too.`,
    cli: revokeRules(groupId, revoked),
  };
}

/** Whether a rule is for more than the ports in question. */
const wider = (rule: SecurityGroupRule, open: readonly OpenPorts[]): boolean =>
  protocolName(rule.protocol) === 'all' ||
  !open.some(({ from, to }) => from <= (rule.fromPort ?? 0) && (rule.toPort ?? 65_535) <= to);

const describeRule = ({ protocol, fromPort, toPort }: SecurityGroupRule): string =>
  protocolName(protocol) === 'all'
    ? 'all traffic'
    : `${protocolName(protocol)} ${fromPort ?? 0}${fromPort === toPort ? '' : `-${toPort ?? 65_535}`}`;
