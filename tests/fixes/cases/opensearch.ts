import type { Build } from '../world.ts';

const make = async (aws: Parameters<Build>[0]): Promise<void> => {
  await aws`opensearch create-domain --domain-name weblogs --encryption-at-rest-options Enabled=false --node-to-node-encryption-options Enabled=false --domain-endpoint-options EnforceHTTPS=false,TLSSecurityPolicy=Policy-Min-TLS-1-0-2019-07 --cluster-config InstanceCount=1,ZoneAwarenessEnabled=false,DedicatedMasterEnabled=false --cognito-options Enabled=false`;
};
const made: Build = async (aws) => make(aws);
const arn = 'arn:aws:logs:us-east-1:123456789012:log-group:weblogs';
const logged: Build = async (aws) => {
  await make(aws);
  return { LOG_GROUP_ARN: arn };
};

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'opensearch-domain-encrypted-at-rest': made,
  'opensearch-domain-https-enforced': made,
  'opensearch-domain-node-to-node-encrypted': made,
  'opensearch-domain-tls-policy-latest': made,
  'opensearch-domain-audit-logging-enabled': logged,
  'opensearch-domain-error-logs-enabled': logged,
  'opensearch-domain-data-nodes-fault-tolerant': made,
};

export const untried: Readonly<Record<string, string>> = {
  'opensearch-domain-in-vpc': 'no command: a domain cannot be moved into a VPC',
  'opensearch-domain-not-public':
    'no command where nothing is left of the policy: whom to let in is for a person to say',
  'opensearch-domain-fine-grained-access-enabled':
    'the command begins the time of migration, and the finding stays until its end',
  'opensearch-domain-encrypted-cmk': 'no command: the key of a domain that is encrypted cannot be changed',
  'opensearch-domain-policy-no-cross-account':
    'no command where nothing is left of the policy: whom to let in is for a person to say',
  'opensearch-domain-slow-logs-enabled': 'the emulator forgets a log when another is set',
  'opensearch-domain-zone-awareness-enabled': 'how many nodes and zones it gets is for a person to say',
  'opensearch-domain-dedicated-master-fault-tolerant': 'of which type the nodes are is for a person to say',
  'opensearch-domain-auto-tune-enabled': 'the emulator keeps the wanted state and tells none',
  'opensearch-domain-internal-user-database-disabled': 'which role is the master user is for a person to say',
  'opensearch-domain-service-software-current': 'the emulator has no such operation',
  'opensearch-domain-dashboards-federated-auth': 'the pools have to be made first',
};
