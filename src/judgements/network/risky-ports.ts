import { openPorts, type OpenOptions, type OpenPorts } from './ports.ts';
import { type SecurityGroupRule } from '../../services/ec2/security-group.ts';
import { formatPorts, isEveryPort, type PortProtocol, type PortRange } from './protocols.ts';

/** A service that has no business on the public internet, and where it listens. */
export interface PortService {
  readonly id: string;
  readonly name: string;
  readonly ports: readonly PortRange[];
  readonly protocols: readonly PortProtocol[];
  /** Among the ports that are the worst to leave open: remote control, databases, clear-text protocols. */
  readonly highRisk: boolean;
}

function service(
  id: string,
  name: string,
  ports: readonly (number | readonly [number, number])[],
  { udp = false, tcp = true, highRisk = true }: { udp?: boolean; tcp?: boolean; highRisk?: boolean } = {},
): PortService {
  const protocols: PortProtocol[] = [...(tcp ? (['tcp'] as const) : []), ...(udp ? (['udp'] as const) : [])];
  const ranges = ports.map((port) =>
    typeof port === 'number' ? { from: port, to: port } : { from: port[0], to: port[1] },
  );
  return { id, name, ports: ranges, protocols, highRisk };
}

/** Well-known services by the ports they are registered or commonly run on. */
export const portServices: readonly PortService[] = [
  service('ftp', 'FTP', [[20, 21]]),
  service('ssh', 'SSH', [22]),
  service('telnet', 'Telnet', [23]),
  service('smtp', 'SMTP', [25]),
  service('dns', 'DNS', [53], { udp: true, highRisk: false }),
  service('tftp', 'TFTP', [69], { tcp: false, udp: true }),
  service('http', 'HTTP', [80], { highRisk: false }),
  service('https', 'HTTPS', [443], { highRisk: false }),
  service('pop3', 'POP3', [110]),
  service('rpcbind', 'RPC portmapper', [111], { udp: true }),
  service('rpc', 'Microsoft RPC', [135]),
  service('netbios', 'NetBIOS', [[137, 139]], { udp: true }),
  service('imap', 'IMAP', [143]),
  service('snmp', 'SNMP', [[161, 162]], { udp: true }),
  service('ldap', 'LDAP', [389, 636, 3268, 3269], { udp: true }),
  service('cifs', 'SMB/CIFS', [445], { udp: true }),
  service('rsh', 'rexec, rlogin and rsh', [[512, 514]]),
  service('rsync', 'rsync', [873]),
  service('sqlserver', 'Microsoft SQL Server', [[1433, 1434]], { udp: true }),
  service('oracle', 'Oracle Database', [
    [1521, 1522],
    [2483, 2484],
  ]),
  service('nfs', 'NFS', [2049], { udp: true }),
  service('zookeeper', 'ZooKeeper', [2181]),
  service('docker', 'Docker', [[2375, 2376]]),
  service('etcd', 'etcd', [[2379, 2380]]),
  service('mysql', 'MySQL', [3306]),
  service('rdp', 'RDP', [3389], { udp: true }),
  service('salt', 'Salt', [[4505, 4506]]),
  service('activemq', 'ActiveMQ', [5672, 61616]),
  service('postgresql', 'PostgreSQL', [5432]),
  service('redshift', 'Amazon Redshift', [5439]),
  service('vnc', 'VNC', [5500, [5800, 5803], [5900, 5903]]),
  service('kibana', 'Kibana', [5601]),
  service('couchdb', 'CouchDB', [5984]),
  service('winrm', 'WinRM', [[5985, 5986]]),
  service('x11', 'X11', [[6000, 6005]]),
  service('redis', 'Redis', [6379]),
  service('kubernetes', 'Kubernetes API and kubelet', [6443, 10250, 10255]),
  service('cassandra', 'Cassandra', [[7000, 7001], 7199, 8888, 9042, 9160]),
  service('internal-web', 'HTTP on an alternative port', [3000, 4333, 5000, 8000, 8080, 8088, 8443], {
    highRisk: true,
  }),
  service('hadoop', 'Hadoop', [8020, 9000, 9870, 50_070, 50_470]),
  service('kafka', 'Kafka', [9092, 9094]),
  service('prometheus', 'Prometheus', [9090], { highRisk: false }),
  service('elasticsearch', 'Elasticsearch', [9200, 9300]),
  service('memcached', 'Memcached', [11_211], { udp: true }),
  service('mongodb', 'MongoDB', [[27_017, 27_019]]),
];

/** The services among {@link portServices} that are the worst to leave open. */
export const highRiskServices: readonly PortService[] = portServices.filter((each) => each.highRisk);

const byId = new Map(portServices.map((each) => [each.id, each]));

/** One service by its id; throws for an id that is not in the list, which is a mistake in the caller. */
export function portService(id: string): PortService {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`unknown port service ${id}`);
  return found;
}

/** A service that the whole internet reaches. */
export interface OpenService {
  readonly service: PortService;
  /** The ports of the service that are open. */
  readonly open: readonly OpenPorts[];
}

/** The part of a service's ports that is among open ports (from `openPorts` or `openNaclPorts`). */
export function servicesAmong(
  open: readonly OpenPorts[],
  services: readonly PortService[] = highRiskServices,
): OpenService[] {
  return services.flatMap((service) => {
    const reached = open.flatMap((range) =>
      service.protocols.includes(range.protocol)
        ? service.ports
            .filter((port) => port.from <= range.to && range.from <= port.to)
            .map((port) => ({ ...range, from: Math.max(port.from, range.from), to: Math.min(port.to, range.to) }))
        : [],
    );
    return reached.length === 0 ? [] : [{ service, open: reached }];
  });
}

/** The services that security group rules open to the whole internet. */
export function openServices(
  rules: readonly SecurityGroupRule[],
  services: readonly PortService[] = highRiskServices,
  options: OpenOptions = {},
): OpenService[] {
  return servicesAmong(openPorts(rules, options), services);
}

/** Ports or services that a message names one by one. */
const most = 8;

/** `SSH (tcp 22), all ports (udp)`: open ports in words, services named; each family's runs are told once. */
export function describeOpenPorts(open: readonly OpenPorts[]): string {
  const texts = open.map((range) => {
    const named = portServices.find(
      (service) =>
        service.protocols.includes(range.protocol) &&
        service.ports.some((port) => port.from <= range.from && range.to <= port.to),
    );
    const ports = isEveryPort(range) ? `all ports (${range.protocol})` : `${range.protocol} ${formatPorts(range)}`;
    return named === undefined ? ports : `${named.name} (${ports})`;
  });
  const all = [...new Set(texts)];
  // A group that opens everything opens some seventy services: the finding's evidence has them all.
  return all.length <= most + 1 ? all.join(', ') : `${all.slice(0, most).join(', ')} and ${all.length - most} more`;
}
