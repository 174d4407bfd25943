import { answers, here } from '../../answers.ts';
import { arnOf, keyArn } from '../../facts.ts';

const namespace = (namespaceName: string, good: boolean) => ({
  namespaceId: namespaceName,
  namespaceArn: arnOf('redshift-serverless', `namespace/${namespaceName}`),
  namespaceName,
  adminUsername: good ? 'keeper' : 'admin',
  dbName: good ? 'reports' : 'dev',
  kmsKeyId: good ? keyArn : 'AWS_OWNED_KMS_KEY',
  logExports: good ? ['connectionlog', 'userlog'] : ['useractivitylog'],
  status: 'AVAILABLE',
});

export default answers(
  'redshift-serverless',
  { ListNamespaces: here({ namespaces: [namespace('reports', true), namespace('trial', false)] }) },
  { 'AWS::RedshiftServerless::Namespace': 'reports' },
);
