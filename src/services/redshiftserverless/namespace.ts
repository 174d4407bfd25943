import { listed } from '../../inventory/listed.ts';
import { redshiftserverless } from './service.ts';

/** What `kmsKeyId` says where no key was named: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html */
const ownedByAws = 'AWS_OWNED_KMS_KEY';

/** The databases of Redshift Serverless; workgroups are what computes. */
export const namespace = listed(redshiftserverless, 'AWS::RedshiftServerless::Namespace', 'ListNamespaces', {
  at: 'namespaces',
  input: { maxResults: 100 },
  references: ['https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Namespace.html'],
  id: ({ namespaceName, status }) => (status === 'DELETING' ? undefined : namespaceName),
  keep: {
    arn: 'namespaceArn',
    adminName: 'adminUsername',
    databaseName: 'dbName',
    encryption: ({ kmsKeyId }) =>
      kmsKeyId === undefined ? undefined : kmsKeyId === ownedByAws ? ('AWS_OWNED' as const) : ('KMS' as const),
    keyId: 'kmsKeyId',
    /** Of connections and users: whether each is sent to CloudWatch Logs. */
    logs: ({ logExports }) =>
      logExports && (['connectionlog', 'userlog'] as const).map((log) => ({ log, exported: logExports.includes(log) })),
  },
  label: ({ id }) => `namespace ${id}`,
});

export const namespaceEncryption = {
  at: 'encryption',
  is: { AWS_OWNED: 'aws', KMS: 'kms' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its data',
} as const;
