import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'lightsail-bucket-not-public': lacks('lightsail', 'GetBuckets'),
  'lightsail-database-not-public': lacks('lightsail', 'GetRelationalDatabases'),
  'lightsail-instance-automatic-snapshots-enabled': lacks('lightsail', 'GetInstances'),
  'lightsail-instance-ipv6-disabled': lacks('lightsail', 'GetInstances'),
  'lightsail-instance-ports-not-public': 'no command: the ports of an instance are given as a whole',
  'lightsail-instance-rdp-restricted': 'no command: the ports of an instance are given as a whole',
  'lightsail-instance-ssh-restricted': 'no command: the ports of an instance are given as a whole',
  'lightsail-static-ip-attached': lacks('lightsail', 'GetStaticIps'),
};
