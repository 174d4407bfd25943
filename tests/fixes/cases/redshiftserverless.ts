import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'redshiftserverless-workgroup-enhanced-vpc-routing-enabled': lacks('redshift-serverless', 'ListWorkgroups'),
  'redshiftserverless-workgroup-not-public': lacks('redshift-serverless', 'ListWorkgroups'),
};
