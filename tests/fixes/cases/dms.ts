export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'dms-replication-instance-not-public':
    'no command: an instance keeps its address, and its tasks are moved to another',
};
