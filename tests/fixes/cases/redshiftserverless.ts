import { lacks } from '../lacks.ts';

export const fixes = {};

const name = 'no command: the name is given once, and the data is copied to another namespace';

export const untried: Readonly<Record<string, string>> = {
  'redshiftserverless-namespace-admin-username-custom': name,
  'redshiftserverless-namespace-database-name-non-default': name,
  'redshiftserverless-namespace-encrypted-cmk': lacks('redshift-serverless', 'ListNamespaces'),
  'redshiftserverless-namespace-log-export-enabled': lacks('redshift-serverless', 'ListNamespaces'),
  'redshiftserverless-workgroup-tls-required': lacks('redshift-serverless', 'ListWorkgroups'),
  'redshiftserverless-workgroup-enhanced-vpc-routing-enabled': lacks('redshift-serverless', 'ListWorkgroups'),
  'redshiftserverless-workgroup-not-public': lacks('redshift-serverless', 'ListWorkgroups'),
};
