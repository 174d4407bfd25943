import { lacks } from '../lacks.ts';

export const fixes = {};

const noTime = 'the emulator tells an instance with a time that is none';
export const untried: Readonly<Record<string, string>> = {
  'dms-certificate-not-expired': 'no command: the database has to have another certificate first',
  'dms-endpoint-mongodb-auth-enabled': 'no command: the database has to ask for a password first',
  'dms-endpoint-neptune-iam-auth-enabled': 'no command: the settings are given as a whole, and the role comes first',
  'dms-endpoint-redis-tls-enabled': lacks('dms', 'ModifyEndpoint'),
  'dms-endpoint-ssl-enabled': lacks('dms', 'ModifyEndpoint'),
  'dms-replication-instance-auto-minor-upgrade': noTime,
  'dms-replication-instance-multi-az': noTime,
  'dms-replication-instance-encrypted-cmk': 'no command: an instance keeps its key, and its tasks are moved to another',
  'dms-replication-instance-not-public':
    'no command: an instance keeps its address, and its tasks are moved to another',
  'dms-replication-task-source-logging-enabled': 'no command: the settings of a task are given as a whole',
  'dms-replication-task-target-logging-enabled': 'no command: the settings of a task are given as a whole',
};
