export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'mq-broker-encrypted-cmk': 'no command: the key is chosen when a broker is created',
  'mq-broker-not-public': 'no command: whether a broker is public is chosen when it is created',
  'mq-broker-logging-enabled': 'it takes effect with a restart of the broker',
  'mq-broker-auto-minor-upgrade': 'the emulator does not list a broker as AWS does',
  'mq-broker-activemq-active-standby': 'no command: the deployment is chosen when a broker is created',
  'mq-broker-rabbitmq-cluster': 'no command: the deployment is chosen when a broker is created',
};
