import { lacks } from '../lacks.ts';

export const fixes = {};

const modify = lacks('cloudhsmv2', 'ModifyCluster');

export const untried: Readonly<Record<string, string>> = {
  'cloudhsm-backup-policy-not-public': lacks('cloudhsmv2', 'DeleteResourcePolicy'),
  'cloudhsm-cluster-active': 'no command: it takes a certificate and a password that people keep',
  'cloudhsm-cluster-backup-recent': 'no command: CloudHSM makes the backups itself',
  'cloudhsm-cluster-backup-retention-configured': modify,
  'cloudhsm-cluster-fips-mode': 'no command: the mode of a cluster is fixed',
  'cloudhsm-cluster-hsm-type-supported': modify,
  'cloudhsm-cluster-multi-az': lacks('cloudhsmv2', 'CreateHsm'),
  'cloudhsm-cluster-security-group-restricted': 'no command: which of its rules others need is for a person to say',
};
