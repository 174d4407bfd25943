import { checks } from '../../../checks/index.ts';
import { lacks } from '../lacks.ts';
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

/** The account's network ACLs closed, and one more with inbound TCP entries: ports and source. */
const acl =
  (...allowed: readonly (readonly [string, string, string])[]): Build =>
  async (aws) => {
    const [main = '', vpc = ''] = (
      await aws`ec2 describe-network-acls --query ${'NetworkAcls[0].[NetworkAclId,VpcId]'} --output text`
    ).split(/\s+/);
    await aws`ec2 delete-network-acl-entry --network-acl-id ${main} --ingress --rule-number 100`;
    const id = await aws`ec2 create-network-acl --vpc-id ${vpc} --query NetworkAcl.NetworkAclId --output text`;
    for (const [at, [from, to, block]] of allowed.entries()) {
      const source = block.includes(':') ? '--ipv6-cidr-block' : '--cidr-block';
      await aws`ec2 create-network-acl-entry --network-acl-id ${id} --ingress --rule-number ${`${100 + 10 * at}`} --protocol tcp --port-range ${`From=${from},To=${to}`} ${source} ${block} --rule-action allow`;
    }
  };

/** A running instance; answers its id. */
const run = (aws: Aws): Promise<string> =>
  aws`ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --query Instances[0].InstanceId --output text`;

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ec2-ebs-volume-type-current': async (aws) => {
    await aws`ec2 create-volume --size 8 --volume-type gp2 --availability-zone eu-west-1a`;
  },
  'ec2-eip-associated': async (aws) => void (await aws`ec2 allocate-address --domain vpc`),
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
  'ec2-security-group-no-open-ingress-memcached': open(tcp(11_000, 12_000, everybody), {
    ...tcp(11_211, 11_211, everybody6),
    IpProtocol: 'udp',
  }),
  'ec2-security-group-no-open-ipv4-admin-ports': open(tcp(22, 22, { ...everybody, ...everybody6 })),
  'ec2-security-group-no-open-ipv6-admin-ports': open(tcp(22, 22, { ...everybody, ...everybody6 })),
  'ec2-instance-cifs-not-exposed': async (aws) => {
    const id = await group(aws);
    await aws`ec2 authorize-security-group-ingress --group-id ${id} --ip-permissions ${[tcp(139, 445, everybody), tcp(443, 443, everybody)]}`;
    const [table = '', vpc = ''] = (
      await aws`ec2 describe-route-tables --query ${'RouteTables[0].[RouteTableId,VpcId]'} --output text`
    ).split(/\s+/);
    const gateway = await aws`ec2 create-internet-gateway --query InternetGateway.InternetGatewayId --output text`;
    await aws`ec2 attach-internet-gateway --internet-gateway-id ${gateway} --vpc-id ${vpc}`;
    await aws`ec2 create-route --route-table-id ${table} --destination-cidr-block 0.0.0.0/0 --gateway-id ${gateway}`;
    await aws`ec2 run-instances --image-id ami-12c6146b --instance-type t3.micro --associate-public-ip-address --security-group-ids ${id}`;
  },
  'ec2-security-group-default-no-rules': async () => {},
  'ec2-network-acl-no-open-ingress-ssh': [
    async () => {},
    acl(['22', '22', '0.0.0.0/0'], ['443', '443', '0.0.0.0/0']),
    acl(['22', '22', '10.0.0.0/8'], ['20', '25', '0.0.0.0/0'], ['0', '65535', '::/0']),
  ],
  'ec2-network-acl-no-open-ingress-rdp': acl(['3389', '3389', '0.0.0.0/0']),
  'ec2-network-acl-no-open-ingress-any-port': async () => ({ FIRST_PORT: '443', LAST_PORT: '443' }),
  'ec2-ebs-default-encryption-enabled': async () => {},
  'ec2-ebs-snapshot-not-public': async (aws, front) => {
    front.answer({ service: 'ec2', operation: 'GetSnapshotBlockPublicAccessState' }, { State: 'unblocked' });
    const disk = await aws`ec2 create-volume --size 1 --availability-zone eu-west-1a --query VolumeId --output text`;
    const id = await aws`ec2 create-snapshot --volume-id ${disk} --query SnapshotId --output text`;
    await aws`ec2 modify-snapshot-attribute --snapshot-id ${id} --attribute createVolumePermission --operation-type add --group-names all`;
  },
  'ec2-ami-not-public': async (aws) => {
    const id = await aws`ec2 create-image --instance-id ${await run(aws)} --name web --query ImageId --output text`;
    await aws`ec2 modify-image-attribute --image-id ${id} --launch-permission ${{ Add: [{ Group: 'all' }] }}`;
  },
  'ec2-security-group-udp-not-open': open({ IpProtocol: 'udp', FromPort: 53, ToPort: 53, ...everybody }),
  'ec2-instance-imdsv2-required': async (aws) => {
    const id = await run(aws);
    await aws`ec2 modify-instance-metadata-options --instance-id ${id} --http-tokens optional --http-endpoint enabled`;
  },
  'ec2-instance-profile-attached': async (aws) => {
    await run(aws);
    await aws`iam create-instance-profile --instance-profile-name web`;
    return { PROFILE: 'web' };
  },
  'ec2-launch-template-imdsv2-required': async (aws) => {
    await aws`ec2 create-launch-template --launch-template-name web --launch-template-data ${{ InstanceType: 't3.micro', MetadataOptions: { HttpTokens: 'optional' } }}`;
    return { NEW_VERSION: '2' };
  },
  'ec2-transit-gateway-auto-accept-disabled': async (aws) => {
    await aws`ec2 create-transit-gateway --options AutoAcceptSharedAttachments=enable`;
  },
};

/** Of services whose ports are tables: one of them is tried. */
const ofServices = checks.flatMap(({ id }) =>
  id.startsWith('ec2-security-group-no-open-ingress-') && !(id in fixes) ? [id] : [],
);

/** Why what a check asks for is no command. */
export const untried: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ofServices.map((id) => [id, 'the same commands as of Memcached and SSH, with other ports'])),
  'ec2-security-group-no-open-ingress-icmp': 'no command: which types of ICMP are needed is for a person to say',
  'ec2-ebs-volume-attached': 'no command: whether what is on it may go is for a person to say',
  'ec2-account-imdsv2-default-required': lacks('ec2', 'ModifyInstanceMetadataDefaults'),
  'ec2-account-imdsv2-enforced': lacks('ec2', 'ModifyInstanceMetadataDefaults'),
  'ec2-ami-age-limited': 'no command: what takes the place of the AMI is to be built first',
  'ec2-ami-block-public-access-enabled': lacks('ec2', 'EnableImageBlockPublicAccess'),
  'ec2-instance-enhanced-networking-enabled': 'the emulator keeps no setting of enhanced networking',
  'ec2-instance-not-stopped-long': 'no command: whether anybody needs the instance is for a person to say',
  'ec2-serial-console-access-disabled': lacks('ec2', 'DisableSerialConsoleAccess'),
  'ec2-ebs-snapshot-block-public-access-enabled': lacks('ec2', 'EnableSnapshotBlockPublicAccess'),
  'ec2-ebs-volume-encrypted': 'no command: a volume is replaced in steps, each of which waits for the one before',
  'ec2-instance-no-public-ip': 'no command: an instance does not say which of its addresses are Elastic IPs',
  'ec2-instance-not-overutilized': 'no command: which size fits is for a person to say',
  'ec2-instance-not-underutilized': 'no command: which size fits is for a person to say',
  'ec2-instance-user-data-no-secrets': 'no command: what the user data is without the secret is for a person to write',
  'ec2-launch-template-no-public-ip':
    'no command: a version that names interfaces replaces all of them, and what they are is not known',
  'ec2-launch-template-user-data-no-secrets':
    'no command: what the user data is without the secret is for a person to write',
};
