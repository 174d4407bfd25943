import { listed } from '../../inventory/listed.ts';
import { dms } from './service.ts';

/** How a source or target is reached. Its settings may hold passwords: of them only what is judged is kept. */
export const endpoint = listed(dms, 'AWS::DMS::Endpoint', 'DescribeEndpoints', {
  at: 'Endpoints',
  input: { MaxRecords: 100 },
  narrows: { Filters: 'unless given' },
  references: ['https://docs.aws.amazon.com/dms/latest/APIReference/API_Endpoint.html'],
  id: ({ EndpointIdentifier }) => EndpointIdentifier,
  keep: {
    arn: 'EndpointArn',
    engine: 'EngineName',
    sslMode: 'SslMode',
    mongoSignIn: ({ MongoDbSettings }) => MongoDbSettings?.AuthType,
    neptuneIam: ({ NeptuneSettings }) => NeptuneSettings?.IamAuthEnabled,
    redisTls: ({ RedisSettings }) => RedisSettings?.SslSecurityProtocol,
  },
  label: ({ id }) => `endpoint ${id}`,
});

/** What is asked of endpoints of one engine alone. */
export const onlyOf = (engine: string, called: string) => ({
  such: { engine: 'kafka' },
  when: (one: { readonly name: string; readonly engine: string | undefined }): string | undefined =>
    one.engine === engine
      ? undefined
      : `endpoint ${one.name} is one of ${one.engine ?? 'an engine that is not said'}, not of ${called}`,
});

/**
 * Engines that have no SSL mode: AWS's own are always reached by TLS, and the others set it elsewhere.
 * https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
 */
export const withoutSslMode = {
  at: 'engine',
  is: [
    's3',
    'dynamodb',
    'kinesis',
    'neptune',
    'elasticsearch',
    'opensearch',
    'redshift',
    'redshift-serverless',
    'timestream',
    'kafka',
    'redis',
  ],
  because: '{label} is one of {engine}, which has no SSL mode',
} as const;
