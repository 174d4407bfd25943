import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const one = (name: string, EngineName: string, more: object) => ({
  EndpointIdentifier: name,
  EndpointArn: arnOf('dms', `endpoint:${name.toUpperCase()}`),
  EndpointType: 'SOURCE',
  EngineName,
  Status: 'active',
  SslMode: 'none',
  ...more,
});
const graph = { S3BucketName: 'graph-load', S3BucketFolder: 'in' };
const cache = { ServerName: 'cache.example.com', Port: 6379 };

/** Of each kind one that is as it should be, and one that is not. */
export default answers(
  'database-migration-service',
  {
    DescribeEndpoints: here({
      Endpoints: [
        one('erp-source', 'mysql', {}),
        one('shop-source', 'postgres', { SslMode: 'verify-full' }),
        one('notes-source', 'mongodb', { SslMode: 'require', MongoDbSettings: { AuthType: 'no' } }),
        one('posts-source', 'mongodb', { SslMode: 'verify-full', MongoDbSettings: { AuthType: 'password' } }),
        one('old-graph', 'neptune', { NeptuneSettings: { ...graph, IamAuthEnabled: false } }),
        one('new-graph', 'neptune', { NeptuneSettings: { ...graph, IamAuthEnabled: true } }),
        one('old-cache', 'redis', { RedisSettings: { ...cache, SslSecurityProtocol: 'plaintext' } }),
        one('new-cache', 'redis', { RedisSettings: { ...cache, SslSecurityProtocol: 'ssl-encryption' } }),
      ],
    }),
  },
  { 'AWS::DMS::Endpoint': 'shop-source' },
);
