import { expect, it } from 'vitest';
import aclEvery from '../../../checks/ec2/ec2-network-acl-no-open-ingress-any-port.ts';
import aclRdp from '../../../checks/ec2/ec2-network-acl-no-open-ingress-rdp.ts';
import aclSsh from '../../../checks/ec2/ec2-network-acl-no-open-ingress-ssh.ts';
import all from '../../../checks/ec2/ec2-security-group-no-open-ingress-all-ports.ts';
import anyPort from '../../../checks/ec2/ec2-security-group-no-open-ingress-any-port.ts';
import highRisk from '../../../checks/ec2/ec2-security-group-no-open-ingress-high-risk-ports.ts';
import rdp from '../../../checks/ec2/ec2-security-group-no-open-ingress-rdp.ts';
import ssh from '../../../checks/ec2/ec2-security-group-no-open-ingress-ssh.ts';
import ipv4Admin from '../../../checks/ec2/ec2-security-group-no-open-ipv4-admin-ports.ts';
import ipv6Admin from '../../../checks/ec2/ec2-security-group-no-open-ipv6-admin-ports.ts';
import { expectLaws } from '../../helpers/check-suite.ts';
import { attached, defaultAcl, entry, plainGroup, rule } from './rules.ts';

const risky = [
  20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888,
  9200, 9300,
];

type Row = readonly [check: { readonly id: string }, ports: string, expect: string | RegExp, settings?: object];
/** `tcp 22`, `udp 20-25`: open to the whole internet. */
const rows: readonly Row[] = [
  [ssh, 'tcp 22', /SSH \(tcp 22\) to .* over IPv4 and IPv6; attached to 2 network interfaces$/],
  [ssh, '6 22', 'fail'],
  [ssh, 'tcp 20-25', 'fail'],
  [ssh, 'udp 22', 'pass'],
  [ssh, 'tcp 23-80', 'pass'],
  [ssh, 'tcp 2222', 'fail', { ports: [2222] }],
  [rdp, 'tcp 3389', /RDP \(tcp 3389\)/],
  [rdp, 'udp 3389', /udp 3389/],
  [rdp, 'tcp 3000-3388', 'pass'],
  [rdp, 'tcp 13389', /13389/, { ports: [3389, 13_389] }],
  [ipv4Admin, 'tcp 22', /SSH \(tcp 22\) to .* over IPv4;/],
  [ipv4Admin, 'udp 3389', 'fail'],
  [ipv4Admin, 'tcp 443', 'pass'],
  [ipv4Admin, 'tcp 22', 'pass', { ports: [5986] }],
  [ipv6Admin, 'tcp 22', /SSH \(tcp 22\) to .* over IPv6;/],
  [ipv6Admin, 'udp 3389', 'fail'],
  [ipv6Admin, 'tcp 443', 'pass'],
  [ipv6Admin, 'tcp 22', 'pass', { ports: [5986] }],
  [all, 'tcp 22', 'pass'],
  [all, 'tcp 0-65535', /opens all ports/],
  [anyPort, 'tcp 80', 'pass'],
  [anyPort, 'udp 443', 'pass'],
  [anyPort, 'tcp 8081', /opens tcp 8081 to/],
  [anyPort, 'tcp 80-82', /opens tcp 81-82 to/],
  [anyPort, '17 53', 'fail'],
  [anyPort, 'tcp 8081', 'pass', { allowedPorts: [8081] }],
  [anyPort, 'tcp 80', /HTTP \(tcp 80\)/, { allowedPorts: [443] }],
  ...risky.map((port): Row => [highRisk, `tcp ${port}`, new RegExp(`tcp ${port}\\b`)]),
  [highRisk, 'tcp 443', 'pass'],
  [highRisk, 'tcp 5000-6000', /PostgreSQL/],
  [highRisk, 'tcp 5432', 'pass', { services: ['mysql'] }],
  [aclSsh, '6 22', /SSH \(tcp 22\) over IPv4; 1 subnet uses it$/],
  [aclSsh, '17 22', 'pass'],
  [aclSsh, '6 22', 'pass', { ports: [2] }],
  [aclRdp, '6 3389', /RDP \(tcp 3389\) over IPv4; 1 subnet uses it$/],
  [aclRdp, '17 3389', 'pass'],
  [aclRdp, '6 3389', 'pass', { ports: [2] }],
  [aclEvery, '6 0-65535', /^acl-1, the default of its VPC, lets the internet in on .*1 subnet uses it$/],
  [aclEvery, '6 1024-65535', 'pass'],
];

it.each(rows.map((row) => [`${row[0].id} of ${row[1]}`, row] as const))(
  '%s',
  (_name, [{ id, ...check }, open, expected, settings = {}]) => {
    const [protocol = '', from, to = from] = open.split(/[ -]/);
    const ports = { protocol, fromPort: Number(from), toPort: Number(to) };
    const given = id.includes('-acl-')
      ? { base: defaultAcl, given: { entries: [entry(100, 'allow', [ports.fromPort, ports.toPort], { protocol })] } }
      : { base: plainGroup, given: { rules: [rule({ ...ports, cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] })] } };
    const along = id.includes('-acl-') ? {} : { interfaces: attached };
    const asked = { when: open, given: given.given, along, settings };
    const { verdict, text } = expectLaws({ id, ...check } as never, given.base as never, asked as never);
    if (expected instanceof RegExp) expect(text).toMatch(expected);
    expect(verdict.kind, text).toBe(expected === 'pass' ? 'pass' : 'fail');
  },
);
