import type { Aws, Build } from '../world.ts';

const group = (aws: Aws): Promise<string> =>
  aws`ec2 create-security-group --group-name open --description ${'a b'} --query GroupId --output text`;

/** A group with one inbound rule. */
const open =
  (...permissions: readonly object[]): Build =>
  async (aws) => {
    await aws`ec2 authorize-security-group-ingress --group-id ${await group(aws)} --ip-permissions ${permissions}`;
  };

const tcp = (from: number, to: number, sources: object): object => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...sources,
});
const everybody = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const everybody6 = { Ipv6Ranges: [{ CidrIpv6: '::/0' }] };
const everything = { IpProtocol: '-1', ...everybody, ...everybody6 };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ec2-security-group-no-open-ingress-ssh': [
    open(tcp(22, 22, everybody)),
    open(tcp(22, 22, everybody6)),
    open(tcp(0, 65_535, { IpRanges: [{ CidrIp: '0.0.0.0/0' }, { CidrIp: '10.0.0.0/8' }], ...everybody6 })),
    open(tcp(20, 25, { IpRanges: [{ CidrIp: '0.0.0.0/1' }, { CidrIp: '128.0.0.0/1' }] }), tcp(443, 443, everybody)),
  ],
  'ec2-security-group-no-open-ingress-rdp': open(tcp(3389, 3389, everybody)),
  'ec2-security-group-no-open-ingress-all-ports': [open(everything), open(tcp(0, 65_535, everybody))],
  'ec2-security-group-no-open-ingress-any-port': open(tcp(8080, 8081, everybody), tcp(22, 22, everybody6)),
  'ec2-security-group-no-open-ingress-high-risk-ports': open(tcp(5432, 5432, everybody)),
  'ec2-security-group-no-open-ipv4-admin-ports': open(tcp(22, 22, { ...everybody, ...everybody6 })),
  'ec2-security-group-no-open-ipv6-admin-ports': open(tcp(22, 22, { ...everybody, ...everybody6 })),
  'ec2-security-group-default-no-rules': async () => {},
};

export const untried: Readonly<Record<string, string>> = {};
