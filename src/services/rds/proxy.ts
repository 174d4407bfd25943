import { listed } from '../../inventory/listed.ts';
import { rds } from './service.ts';

export const dbProxy = listed(rds, 'AWS::RDS::DBProxy', 'DescribeDBProxies', {
  at: 'DBProxies',
  input: { MaxRecords: 100 },
  narrows: { DBProxyName: 'unless given', Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html'],
  id: ({ DBProxyName }) => DBProxyName,
  keep: { arn: 'DBProxyArn', requireTls: 'RequireTLS' },
});
